package shell

import (
	"errors"

	"firstsession/content/disk"
	"firstsession/content/store"
	"firstsession/content/store/postgres"
)

// IsFolder reports whether a store or a place of records is a folder. What else it is, this file knows.
func IsFolder(named string) bool { return !postgres.IsAddress(named) && !postgres.IsDir(named) }

// database opens the one at an address, nil of a folder. Nothing else in the program calls anybody.
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

// Mount does something with places of records while the databases among them can be
// read as if they were folders. It is told the name of each place as a folder.
func (p *Program) Mount(named []string, do func(dirs []string) error) error {
	var dirs []string
	var all error
	for _, name := range named {
		db, err := p.database(name)
		if db != nil {
			defer db.Close()
			var files disk.FS
			files, name = db.RecordFiles()
			p.FS = disk.Mount(p.FS, name, files)
		}
		dirs, all = append(dirs, name), errors.Join(all, err)
	}
	if all != nil {
		return all
	}
	return do(dirs)
}
