package tui

import (
	"errors"
	"fmt"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/mypage"
	"firstsession/content/page"
	"firstsession/content/record"
	"firstsession/content/store"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

// opening is a guide and a reader's place in it.
type opening struct {
	store   *store.Folder
	visit   *visit.Visit
	found   store.Found
	dropped []walk.Dropped // answers that are asked again
	trouble error          // why the reader's place cannot be read
	closes  func() error   // gives back what is open on the disk
}

// openAt finds the reader's place in a guide, which is loaded once their language is known.
func (p *program) openAt(load func() (*content.Guide, []content.Group, error)) (*opening, error) {
	if p.Intake {
		guide, groups, err := load()
		if err != nil {
			return nil, err
		}
		return p.openIntake(guide, groups)
	}
	o := p.openDisk()
	if err := o.find(p, load); err != nil {
		return nil, errors.Join(err, o.closes())
	}
	return o, nil
}

// openDisk opens what was kept of an earlier walk.
func (p *program) openDisk() *opening {
	o := &opening{}
	o.store, o.found, o.trouble = store.Open(store.Options{
		FS: p.FS, Getenv: p.Getenv, Private: p.Private, Records: p.Records, Shared: p.Shared, Version: p.Version, Random: p.Random,
	})
	o.closes = o.store.Close
	return o
}

// find finds the reader's place in the guide, in their last language if none is asked for.
func (o *opening) find(p *program, load func() (*content.Guide, []content.Group, error)) error {
	p.Last, p.LastGroup = walk.Language(o.found.Facts), walk.GroupOf(o.found.Facts)
	guide, groups, err := load()
	if err != nil {
		return err
	}
	w, dropped := walk.Replay(guide, o.found.Facts)
	o.dropped = dropped
	o.visit = visit.New(visit.Options{
		World: page.World{Private: p.Private, Folder: o.store.Records, Absolute: absolute, Languages: p.Languages(), Groups: groups},
		Walk:  w, Facts: o.found.Facts, Keeper: o.store, Now: p.Now, Entered: p.entered(), Shares: p.shares,
		ReadIn: p.readIn, Stands: p.stands,
		Record: func(path string) (record.Record, error) { return record.Read(p.FS, path) },
		Left: func(facts []walk.Fact) (records, pages []string) {
			return store.FindLeft(p.FS, o.store.Records, facts)
		},
		Paper: func(folder, text, html string, file []byte) (string, error) {
			return store.Paper(p.FS, folder, p.Now(), text, html, file)
		},
	})
	if o.trouble == nil {
		o.visit.Tidy()
	}
	return nil
}

// load reads the guide in the language, and for the group, that is known by then.
func (p *program) load() (*content.Guide, []content.Group, error) { return p.LoadGroups() }

// stands looks for a record where it was saved.
func (p *program) stands(path, id string) record.Presence { return record.LookFor(p.FS, path, id) }

// readIn reads the guide in another of its languages, or for another group.
func (p *program) readIn(language, group string) (*content.Guide, error) {
	source := p.Source
	source.Language, source.LastGroup = language, group
	return source.Load()
}

// findBuiltIn finds it in the guide that is built in, and shows the page to begin with.
func (o *opening) findBuiltIn(p *program) (*visit.Visit, error) {
	if err := o.find(p, p.load); err != nil {
		return nil, err
	}
	p.restful()
	return o.visit, o.begin()
}

// openIntake looks where the records are, for a clinician who has not begun an intake.
func (p *program) openIntake(guide *content.Guide, groups []content.Group) (*opening, error) {
	folder, err := p.RecordsFolder()
	folders := append([]string{folder}, p.Others...)
	for i, named := range folders {
		if err == nil {
			folders[i], err = absolute(named)
		}
	}
	if err != nil {
		return nil, err
	}
	client := guide.Language
	if p.ClinicianLanguage != "" {
		source := p.Source
		source.Language, source.LastGroup = p.ClinicianLanguage, guide.Group.ID
		if guide, groups, err = source.LoadGroups(); err != nil { // groups have their names in it, too
			return nil, err
		}
	}
	state, err := disk.StateFolder(p.Getenv)
	if err == nil {
		err = p.lookBrought()
	}
	if err != nil {
		return nil, err
	}
	intakes := &store.Intakes{
		Options: store.Options{FS: p.FS, Records: folders[0], Version: p.Version, Random: p.Random, Shared: p.Shared},
		Others:  folders[1:], State: state, Guide: guide, ReadIn: p.readIn,
	}
	return &opening{
		store: &store.Folder{}, closes: intakes.Close,
		visit: visit.New(visit.Options{
			World: page.World{Folder: folders[0], Absolute: absolute, Languages: p.Languages(), Client: client, Groups: groups, Brought: p.Brought},
			Walk:  walk.New(guide), Keeper: visit.Nobody(), Intakes: intakes, Now: p.Now,
			Entered: p.entered(), Shares: p.shares, ReadIn: p.readIn, Stands: p.stands, ReadBrought: p.readBrought,
		}),
	}, nil
}

func (p *program) readBrought(path string) (mypage.File, error) { return store.ReadBrought(p.FS, path) }

// lookBrought refuses a file that was named on the command line and cannot be read.
func (p *program) lookBrought() (err error) {
	if p.Brought == "" {
		return nil
	}
	if p.Brought, err = absolute(p.Brought); err == nil {
		_, err = p.readBrought(p.Brought)
	}
	if err != nil {
		return fmt.Errorf("%s cannot be used: %w", p.Brought, err)
	}
	return nil
}

func (o *opening) begin() error {
	if o.visit.Intakes != nil {
		return o.visit.StartIntake("")
	}
	found := visit.Found{SetAside: o.found.SetAside, Dropped: len(o.dropped)}
	if o.trouble != nil {
		found.Trouble, found.MayAside = store.Trouble(o.trouble, o.visit.Walk.Guide().Words)
	}
	o.visit.Start(found)
	return nil
}

func (p *program) shares(folder string) bool { return p.Shared || disk.IsShared(p.FS, folder) }
