package page

import (
	"errors"
	"strings"
	"testing"

	"firstsession/content/record"
	"firstsession/content/walk"
)

func TestANoteIsKeptChangedAndDeletedOnlyWhenThatIsSaidTwice(t *testing.T) {
	r := shipped(t).on(NewNotes("main-message"))
	if r.sheet().Ask != NewNoteID {
		t.Error("the line is not open")
	}
	r.does(NewNoteID + "= ").says("Nothing is written yet.")
	r.does(NewNoteID+"=first").says("Your note is kept. It says: “first”.", "To change or delete a note, choose it.")
	r.does(NewNoteID + "=second")
	if got, want := r.items(), "note, note n2, note n1, go on"; got != want {
		t.Errorf("the page has %s, not %s", got, want)
	}
	if got := r.item(NewNoteID).Text; got != "" {
		t.Errorf("%q is still in the line", got)
	}
	r.does("note n1").shows(oneNote{id: "n1"})
	r.on(oneNote{id: "n1"}).does(NoteTextID+"=changed").says("Your note is kept.", "changed")
	r.does(deleteNoteID, GoOnID, deleteNoteID).says("To delete this note, choose “Yes, delete this note”")
	r.does(NoteTextID+"=changed", NoteTextID+"=")
	if len(r.Walk.Notes()) != 2 {
		t.Error("it is gone")
	}
	if r.does(deleteNoteID); !r.leads("The note is gone.") || len(r.Walk.Notes()) != 1 {
		t.Errorf("it is not gone: %v", r.want)
	}
}

func TestWhatIsSaidOfANoteIsTrue(t *testing.T) {
	for _, c := range []struct {
		private, unkept bool
		err             error
		want            string
	}{
		{want: "Your note is kept."},
		{private: true, want: "Your note is here until you leave."},
		{unkept: true, want: "It is not on the disk yet."},
		{err: errors.New("no room"), want: "The computer says: no room."},
	} {
		r := shipped(t, walk.Event{Kind: walk.TakeNote, Subject: "main-message", Text: "old"})
		r.Private, r.Unkept = c.private, c.unkept
		p, _ := NewNotes("main-message").Answer(r.State, Answer{ID: NewNoteID, Text: "hello"})
		r.on(p.(Outcome).Became(r.State, c.err)).says(c.want)
		if kept := r.item(NewNoteID).Text == ""; kept != (c.err == nil) {
			t.Errorf("%+v: the line has %q", c, r.item(NewNoteID).Text)
		}
		r.Asked = deleteNoteID
		p, r.want = oneNote{id: "n1"}.Answer(r.State, Answer{ID: deleteNoteID})
		r.Asked = ""
		if c.err == nil && !r.leads("The note is gone.") {
			t.Errorf("it leads to %v", r.want)
		}
		if c.err != nil {
			r.on(p.(Outcome).Became(r.State, c.err)).says("no room")
		}
	}
}

// leads reports whether a note that is deleted leads back to where it was opened from,
// with a word about it. The visit says instead if the note is not gone.
func (r *reading) leads(said string) bool {
	do, ok := r.want.(Do)
	return ok && do.Close && do.Said == said
}

func TestANoteThatIsTooLongIsNotCut(t *testing.T) {
	long := strings.Repeat("a", mostInNote+1)
	r := shipped(t).on(NewNotes("")).does(NewNoteID + "=" + long)
	r.wants(nil)
	if r.says("2001 letters"); r.item(NewNoteID).Text != long {
		t.Error("it is lost")
	}
}

func TestCoveredNotesAreChangedAndDeletedWithoutBeingShown(t *testing.T) {
	r := shipped(t, ofForm, walk.Event{Kind: walk.TakeNote, Subject: "main-message", Text: "first secret"},
		walk.Event{Kind: walk.TakeNote, Subject: "main-message", Text: "second secret"})
	covered := func() {
		t.Helper()
		if text := r.text(); strings.Contains(text, "secret") || strings.Contains(text, "at “") {
			t.Errorf("a covered note is shown, or where it was taken:\n%s", text)
		}
	}
	r.on(NewNotes("main-message")).says("Notes kept and covered: 2.", "on the page “"+r.Words().Intake.Talk+"”")
	if got, want := r.items(), NewNoteID+", note n1, note n2, go on"; got != want {
		t.Errorf("the page has %s, not %s", got, want)
	}
	r.does(NewNoteID + "=third secret").says("Notes kept and covered: 3.")
	covered()
	r.does("note n1").shows(oneNote{id: "n1"})
	r.on(oneNote{id: "n1"})
	covered()
	r.does(NoteTextID + "=").says("stays as it is")
	r.wants(nil)
	r.does(NoteTextID + "=another secret").says("Your note is kept.")
	covered()
	r.does(deleteNoteID).says("To delete this note, choose “Yes, delete this note”")
	covered()
	if notes := r.Walk.Notes(); len(notes) != 3 || notes[0].Text != "another secret" {
		t.Errorf("the notes are %v", notes)
	}
	if r.does(deleteNoteID); !r.leads("The note is gone.") || len(r.Walk.Notes()) != 2 {
		t.Errorf("it is not gone: %v", r.want)
	}
}

func TestNobodyTakesANoteBeforeTheyHaveBegun(t *testing.T) {
	r := shipped(t)
	r.Fresh = true
	r.on(NewNotes("")).does(NewNoteID + "=hello").wants(nil)
	if r.has(NewNoteID) {
		t.Error("there is a line")
	}
}

func TestANoteThatIsNotKeptYetStaysWhileAnotherIsOpened(t *testing.T) {
	long := strings.Repeat("a", mostInNote+1)
	r := shipped(t, walk.Event{Kind: walk.TakeNote, Subject: "main-message", Text: "old"})
	r.on(NewNotes("main-message")).does(NewNoteID+"="+long, "note n1").shows(oneNote{id: "n1"})
	r.on(r.page.(Outcome).Became(r.State, nil))
	if got := r.item(NewNoteID).Text; got != long || strings.Contains(r.text(), "Your note is kept.") {
		t.Errorf("%d letters are left in the line, and it says %q", len(got), r.sheet().Notice.Text)
	}
}

func TestANotesPageHasTheNameThatTheRecordGivesIt(t *testing.T) {
	g := shipped(t).Walk.Guide()
	for key, name := range map[string]string{
		walk.SignatureID: g.Words.Pledge.AtSign, "where-dana-works": "“" + record.PageName(g, "where-dana-works"),
		"own-pace": "Will I have to tell everything?", "keep-private": g.Statement("keep-private").Text,
	} {
		r := shipped(t).on(NewNotes(key))
		if r.does(NewNoteID + "=hello"); !strings.Contains(r.item("note n1").Help, name) {
			t.Errorf("at %s the notes say %q, and not %q", key, r.item("note n1").Help, name)
		}
		if at := record.PageName(g, key); !strings.Contains(r.item("note n1").Help, at) || at == "" {
			t.Errorf("the record says %q", at)
		}
	}
}
