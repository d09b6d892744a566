// Package intake is what an intake says and asks beside the guide itself: the
// clinician's form, the page for the client, the talk, what is still open, the
// countersignature, the copy and the clearing. Each page is described as a
// Sheet, so that the full screen and the lines show the same one. Nothing that
// draws may come in, nor a disk or a clock: what a page asks for is a Deed,
// which the surface has the visit do.
package intake

import (
	"firstsession/content"
	"firstsession/content/walk"
)

// Sheet is one page as it is now.
type Sheet struct {
	// Title and Turn stand over the page: what it is, and whose turn it is.
	Title string
	Turn  string
	Body  []Part
	Items []Item
	// Notice is a word about the last answer; Care says that it did not go
	// well.
	Notice string
	Care   bool
	// At is the item that the notice is about; empty for the one answered last.
	At string
}

// Part is a paragraph of a sheet.
type Part struct {
	Text string
	Kind PartKind
	// Blocks is text of the guide's own.
	Blocks []content.Block
}

// PartKind is how a part is shown.
type PartKind int

// The kinds of part.
const (
	Plain PartKind = iota
	Heading
	ListItem
	Quiet // what can wait
	Text  // Blocks
	Path  // of a file, to be copied as it is
)

// Item is something on a sheet that can be answered.
type Item struct {
	// ID is what Page.Take takes for it.
	ID   string
	Kind ItemKind
	// Group stands over the item if it is not that of the item before.
	Group string
	Label string
	// Help says more about it, quietly.
	Help string
	// Text is what stands in a Line, which has room for Most letters.
	Text string
	Most int
	// On is set at a Tick that is set, and at the Pick that is chosen.
	On bool
	// Word is what is typed for an Act where one goes by lines. It is shown
	// nowhere else.
	Word string
}

// ItemKind is how an item is answered.
type ItemKind int

// The kinds of item.
const (
	Line ItemKind = iota // words are typed into it
	Tick                 // set or not
	Pick                 // one of its group
	Act                  // done when it is chosen
	GoOn                 // the Act that Enter and Space stand for, where nothing else has the focus
)

// Page is one page of an intake. It is a value: Take returns the page as it is
// afterwards.
type Page interface {
	// Sheet is the page in the walk as it is now.
	Sheet(w walk.Walk) Sheet
	// Take is an answer to an item: the whole text of a Line, and nothing for
	// others.
	Take(w walk.Walk, id, text string) (Page, Deed)
}

// Deed is what an answer asks for. The zero Deed asks for nothing.
type Deed struct {
	// Events are applied when what touches the disk is done, and with After.
	Events []walk.Event
	// Next goes on to the next step when all else is done, and To to a step.
	// Look shows a step from which going on leads back to the page.
	Next bool
	To   string
	Look string
	// Form opens the form for a new intake.
	Form bool
	// Begin starts an intake with a form that was filled in.
	Begin *walk.Form
	// Resume and Delete name the folder of an unfinished intake.
	Resume string
	Delete string
	// Save writes the record, countersigned if Countersigner is not empty.
	Save          bool
	Countersigner string
	// Copy writes a copy of the record into Folder; After is applied when that
	// is done.
	Copy   bool
	Folder string
	After  []walk.Event
	// Clear erases what was kept of this intake while it went on; Leave ends
	// it and keeps that.
	Clear bool
	Leave bool
}

// IsZero says whether nothing is asked for.
func (d Deed) IsZero() bool {
	asks := d.Next || d.Form || d.Save || d.Copy || d.Clear || d.Leave
	names := d.To + d.Look + d.Resume + d.Delete + d.Countersigner + d.Folder
	return !asks && names == "" && d.Begin == nil && len(d.Events)+len(d.After) == 0
}

func (s *Sheet) head(text string)  { s.Body = append(s.Body, Part{Text: text, Kind: Heading}) }
func (s *Sheet) say(text string)   { s.Body = append(s.Body, Part{Text: text}) }
func (s *Sheet) quiet(text string) { s.Body = append(s.Body, Part{Text: text, Kind: Quiet}) }
func (s *Sheet) path(text string)  { s.Body = append(s.Body, Part{Text: text, Kind: Path}) }
func (s *Sheet) add(items ...Item) { s.Items = append(s.Items, items...) }

// list adds a heading and what stands below it; nothing if that is nothing.
func (s *Sheet) list(heading string, items []string) {
	if len(items) == 0 {
		return
	}
	s.head(heading)
	for _, text := range items {
		s.Body = append(s.Body, Part{Text: text, Kind: ListItem})
	}
}
