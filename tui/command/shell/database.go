package shell

import (
	"errors"

	"firstsession/content/disk"
	"firstsession/content/store"
	"firstsession/content/store/postgres"
)

// IsFolder reports whether a store, or a place of records, that somebody named is a
// folder. What else it may be, this file alone knows.
func IsFolder(named string) bool { return !postgres.IsAddress(named) && !postgres.IsDir(named) }

// database opens the database at an address that somebody named; nil if they named a
// folder. Nothing else in the program calls anybody.
func (e Env) database(address string) (*postgres.Store, error) {
	if !postgres.IsAddress(address) {
		return nil, nil
	}
	return postgres.Open(address, postgres.Options{Version: e.Version, Now: e.Now, Random: e.Random})
}

// Store keeps what readers of a server do, and can be copied.
type Store interface {
	store.Served
	store.Copied
}

// OpenStore opens what readers of a server keep: in the folder that was named, with
// records in one of their own, or in a database.
func (e Env) OpenStore(named, records string) (opened Store, closes func(), err error) {
	switch db, err := e.database(named); {
	case err != nil:
		return nil, nil, err
	case db != nil:
		return db, db.Close, nil
	}
	o := store.Options{FS: e.FS, Records: records, Version: e.Version, Random: e.Random}
	return store.NewInvitations(o, named, e.Now), func() {}, nil
}

// Mount lets the databases among places of records be read as if they were folders,
// until they are closed. It returns the name of each place as a folder.
func (p *Program) Mount(named ...string) (dirs []string, closes func(), err error) {
	var opened []*postgres.Store
	closes = func() {
		for _, db := range opened {
			db.Close()
		}
	}
	for _, name := range named {
		db, failed := p.database(name)
		if failed != nil {
			err = errors.Join(err, failed)
			continue
		}
		if db != nil {
			opened = append(opened, db)
			var files disk.FS
			files, name = db.RecordFiles()
			p.FS = disk.Mount(p.FS, name, files)
		}
		dirs = append(dirs, name)
	}
	return dirs, closes, err
}
