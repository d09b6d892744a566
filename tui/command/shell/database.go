package shell

import (
	"crypto/rand"
	"errors"

	"firstsession/content/disk"
	"firstsession/content/store"
	"firstsession/content/store/postgres"
)

// database opens the database at an address that somebody named. Nothing else in
// the program calls anybody.
func (e Env) database(address string) (*postgres.Store, error) {
	return postgres.Open(address, postgres.Options{Version: e.Version, Now: e.Now, Random: rand.Reader})
}

// Store keeps what readers of a server do, and can be copied.
type Store interface {
	store.Served
	store.Copied
}

// OpenStore opens what readers of a server keep: in the folder that was named, with
// records in one of their own, or in a database.
func (e Env) OpenStore(named, records string) (opened Store, closes func(), err error) {
	if postgres.IsAddress(named) {
		db, err := e.database(named)
		if err != nil {
			return nil, nil, err
		}
		return db, db.Close, nil
	}
	o := store.Options{FS: e.FS, Records: records, Version: e.Version}
	return store.NewInvitations(o, named, e.Now, rand.Reader), func() {}, nil
}

// Mount has the databases among folders of records read as folders, until they are
// closed, and names all of them.
func (p *Program) Mount(named ...string) (dirs []string, closes func(), err error) {
	var opened []*postgres.Store
	closes = func() {
		for _, db := range opened {
			db.Close()
		}
	}
	for _, name := range named {
		if postgres.IsAddress(name) {
			db, failed := p.database(name)
			if failed != nil {
				err = errors.Join(err, failed)
				continue
			}
			opened = append(opened, db)
			name = db.Files().Dir()
			p.FS = disk.Mount(p.FS, name, db.Files())
		}
		dirs = append(dirs, name)
	}
	return dirs, closes, err
}
