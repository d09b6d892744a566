package visit

import (
	"errors"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/mypage"
	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

func (v *Visit) setAside() {
	path, err := v.Keeper.SetAside()
	v.begin(page.Begin{Keep: err == nil})
	if v.sayWhy(v.words().Frame.NotKept, err); err == nil {
		v.Say(v.fill(v.words().Frame.BegunAnew, "path", path))
	}
}

// sign saves a record. Only what is on the disk counts as signed.
func (v *Visit) sign(want page.Sign) error {
	if want.Folder != v.Folder && want.Folder != v.toldOfShared && v.shares(want.Folder) {
		v.toldOfShared = want.Folder // which the page could not say beforehand
		return page.OnceMore(v.fill(v.words().Pledge.SharedSure, "folder", want.Folder))
	}
	signed, err := v.saveRecord(want.Name, "", want.Folder)
	if v.ended(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return v.do(page.Do{Events: []walk.Event{signed}, Next: true, Said: v.fill(v.words().Summary.SignedAs, "name", want.Name)})
}

// saveMyPage saves the chosen parts of the member's own page and, if asked for, a file to bring to an intake.
func (v *Visit) saveMyPage(chosen []string, asFile bool) error {
	words, language := v.words(), v.Walk.Guide().Language
	parts := plain.Only(mypage.Parts(v.Walk), func(p mypage.Part) bool { return slices.Contains(chosen, p.ID) })
	text, err := mypage.Text(words, parts)
	html, path, file := "", "", []byte(nil)
	if asFile && err == nil {
		brought, _ := mypage.NewFile(v.Walk, chosen)
		file, err = brought.Encode()
	}
	if err == nil {
		html, err = mypage.HTML(language, words, parts)
	}
	if err == nil {
		path, err = v.Paper(v.Folder, text, html, file)
	}
	if err != nil {
		return v.failed(words.MyPage.Failed, err)
	}
	v.told.Paged = true
	v.findLeft()
	v.notice.Text = v.fill(words.MyPage.Saved, "path", plain.Printable(path, "?"))
	if asFile {
		path = strings.TrimSuffix(path, ".html") + ".json"
		v.notice.Text += ". " + v.fill(words.MyPage.FileSaved, "path", plain.Printable(path, "?"))
	}
	return nil
}

func (v *Visit) readRecord(path string) error {
	if v.Record == nil {
		return errNobody
	}
	saved, err := v.Record(path)
	if err != nil {
		return v.failed(v.words().Summary.RecordUnread, err)
	}
	v.open(page.NewRecord(saved), "")
	return nil
}

// findLeft looks for what the reader saved and can delete.
func (v *Visit) findLeft() {
	if v.Left != nil && !v.told.Fresh {
		v.told.Records, v.told.Pages = v.Left(v.Facts)
	}
}

// showBrought shows the client what they brought, before anything is begun or kept.
func (v *Visit) showBrought(want page.BeginIntake, own, client *content.Guide) error {
	file, err := mypage.File{}, mypage.ErrForeign
	path := want.Brought
	if v.ReadBrought != nil {
		path, err = v.Absolute(path)
	}
	if err == nil {
		file, err = v.ReadBrought(path)
	}
	if err != nil {
		return v.failed(v.words().Intake.BroughtFailed, err)
	}
	before := v.top().page
	v.speak(own, client)
	v.ShowOnly(page.NewBrought(v.clientsState(), want, file, before))
	return nil
}

// taken are what an intake begins with of what was brought. Nothing of it answers anything.
func taken(file mypage.File) []walk.Event {
	events := plain.Each(file.Topics, func(id string) walk.Event {
		return walk.Event{Kind: walk.Flag, Subject: id, Yes: true}
	})
	for _, note := range file.Notes {
		events = append(events, walk.Event{Kind: walk.TakeNote, Subject: walk.ClientID, Text: note})
	}
	return events
}

func (v *Visit) saveIntake(countersigner string) error {
	saved, err := v.saveRecord("", countersigner, v.Folder)
	if err != nil {
		return v.failed(v.words().Intake.SaveFailed, err)
	}
	err = v.do(page.Do{Events: []walk.Event{saved}, Next: true})
	if err == nil && countersigner != "" {
		v.also(v.fill(v.words().Intake.Countersigned, "name", strings.TrimRight(countersigner, ".")), "")
	}
	return err
}

func (v *Visit) giveCopy(folder string) error {
	words := v.words().Intake
	signed, _ := v.Walk.Signed()
	folder, err := v.Absolute(folder)
	var path string
	if err == nil {
		path, err = v.Intakes.Copy(signed.Path, folder, v.Walk.Guide())
	}
	if errors.Is(err, ErrNoFolder) {
		return errors.New(v.fill(words.NoFolder, "folder", folder))
	}
	if err != nil {
		return v.failed(words.CopyFailed, err)
	}
	given := walk.Event{Kind: walk.CopyGiven, Text: walk.CopyFile}
	return v.do(page.Do{Events: []walk.Event{given}, Next: true, Said: v.fill(words.CopyIs, "path", path)})
}
