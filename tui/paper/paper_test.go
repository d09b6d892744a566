package paper_test

import (
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/walk"
	"firstsession/tui/keys"
	"firstsession/tui/paper"
	"firstsession/tui/prose"
	"firstsession/tui/theme"
	"firstsession/tui/tuitest"
)

func look(t *testing.T, width int) paper.Look {
	guide := tuitest.Shipped(t)
	return paper.Look{
		Theme: theme.HighContrast(), Prose: prose.New(), Keys: keys.New(guide.Words), Walk: walk.New(guide), Width: width, Height: 24,
	}
}

// all is a page with parts and items of every kind.
func all() page.Sheet {
	sheet := page.Sheet{ForWhom: "for the clinician", Passing: true, Notice: page.Notice{Text: "Please choose one.", At: "two"}}
	for kind := page.Plain; kind < page.Banner; kind++ {
		sheet.Body = append(sheet.Body, page.Part{Kind: kind, Text: "A sentence of some words", Under: "what stands below it", Blocks: []content.Block{{Prose: "Some *prose*."}}})
	}
	for i, kind := range []page.Kind{page.Line, page.Tick, page.Pick, page.Choose, page.Row, page.Act, page.Act, page.GoOn} {
		id := []string{"line", "tick", "pick", "choose", "row", "one", "two", "on"}[i]
		sheet.Items = append(sheet.Items, page.Item{ID: id, Kind: kind, Label: "A label of an item", Help: "What helps with it", State: "done", Says: "This fits.", Feedback: "Yes."})
	}
	sheet.Moves = []page.Move{{Meaning: page.Chapters, Label: "choose a chapter", Listed: true}}
	return sheet
}

func TestNoLineIsWiderThanThePage(t *testing.T) {
	for width := 1; width <= 90; width++ {
		for _, line := range paper.Draw(look(t, width), paper.Page{Sheet: all(), Numbered: true}).Lines {
			if ansi.StringWidth(line) > width {
				t.Fatalf("%d: %q", width, line)
			}
		}
	}
}

func TestTheWordsOfAKeyStandBelowThoseOfTheItems(t *testing.T) {
	sheet := page.Sheet{
		Items: []page.Item{{ID: "one", Kind: page.Choose, Label: "A group"}},
		Moves: []page.Move{{Meaning: page.HelpNow, Label: "help now", Listed: true}},
	}
	columns := map[int]bool{}
	for _, line := range paper.Draw(look(t, 72), paper.Page{Sheet: sheet, Numbered: true}).Lines {
		for _, words := range []string{"A group", "help now"} {
			if before, _, found := strings.Cut(ansi.Strip(line), words); found {
				columns[ansi.StringWidth(before)] = true
			}
		}
	}
	if len(columns) != 1 {
		t.Errorf("they begin at %v", columns)
	}
}

// No key types a number above nine; in a list it says how much there is.
func TestANumberThatNoKeyTypesStandsInAListAlone(t *testing.T) {
	for kind, want := range map[page.Kind]bool{page.Tick: false, page.Pick: false, page.Row: true} {
		sheet := page.Sheet{}
		for i := range 11 {
			sheet.Items = append(sheet.Items, page.Item{ID: strconv.Itoa(i), Kind: kind, Label: "A label"})
		}
		drawn := strings.Join(paper.Draw(look(t, 72), paper.Page{Sheet: sheet, Numbered: true}).Lines, "\n")
		if !strings.Contains(drawn, "9 ") || strings.Contains(drawn, "11 ") != want {
			t.Errorf("%v:\n%s", kind, drawn)
		}
	}
}

func TestEachStopHasItsSpotAndItsNumber(t *testing.T) {
	drawn := paper.Draw(look(t, 72), paper.Page{Sheet: all(), Numbered: true})
	want := []string{"line", "tick", "pick", "choose", "row", "before one", "one", "two"}
	var stops []string
	for i, spot := range drawn.Spots {
		name := spot.ID
		if spot.Before {
			name = "before " + name
		}
		stops = append(stops, name)
		if number := []int{0, 1, 2, 3, 4, 0, 5, 6}[i]; spot.Number != number || spot.From >= spot.To || spot.To > spot.Under || spot.Head > spot.From {
			t.Errorf("%s: %+v", name, spot)
		}
	}
	if !reflect.DeepEqual(stops, want) {
		t.Errorf("the stops are %v", stops)
	}
}

func TestAWordAboutOneOfSomeActsStandsBeforeThemAll(t *testing.T) {
	drawn := paper.Draw(look(t, 72), paper.Page{Sheet: all()})
	at := drawn.Notice
	if text := strings.Join(drawn.Lines[at.From:at.To], ""); ansi.Strip(text) != "■ Please choose one." || at.To > drawn.Spots[5].From || at.From < drawn.Spots[4].Under {
		t.Errorf("it stands at %d: %q", at.From, text)
	}
}

// What a search finds has words of the page below it, or only its title; and of what
// was ticked, some is explained.
func TestItemsOfOneListStandAlike(t *testing.T) {
	for _, more := range []page.Item{{Kind: page.Row, Help: "words"}, {Kind: page.Tick, Says: "This fits."}} {
		sheet := page.Sheet{}
		for _, id := range []string{"one", "two", "three"} {
			more.ID, more.Label = id, id
			sheet.Items = append(sheet.Items, more)
			more.Help, more.Says = "", ""
		}
		drawn := paper.Draw(look(t, 72), paper.Page{Sheet: sheet})
		for i, spot := range drawn.Spots {
			if i > 0 && drawn.Lines[spot.From-1] != "" {
				t.Errorf("%s: %q", spot.ID, drawn.Lines[spot.From-1:])
			}
		}
	}
}

// Short states begin together, and where one is too long for that, all end together.
func TestStatesOfOneListStandInAColumn(t *testing.T) {
	for _, test := range []struct {
		states []string
		ends   bool
	}{
		{[]string{"3 min", "you are here, 4 min"}, false},
		{[]string{"Welcome", "Getting the most out of your group"}, true},
	} {
		sheet := page.Sheet{}
		for _, state := range test.states {
			sheet.Items = append(sheet.Items, page.Item{ID: state, Kind: page.Row, Label: "A label", State: state})
		}
		for i, line := range paper.Draw(look(t, 72), paper.Page{Sheet: sheet}).Lines {
			begins := strings.Index(ansi.Strip(line), test.states[i])
			if begins != 44 && !test.ends || prose.Cells(line) != 72 && test.ends {
				t.Errorf("%q", line)
			}
		}
	}
}

// On the first page, what can be done has the left edge of the text above it.
// A label that is broken at another width than the column would push its state aside.
func TestStatesBesideLongLabelsStandAtTheEdge(t *testing.T) {
	var sheet page.Sheet
	for i, label := range []string{
		"I plan to come to every session, on time. If I cannot, I will let the leader know.",
		"I will come without alcohol or drugs affecting me. Medicine taken as directed is fine.", "Short",
	} {
		sheet.Items = append(sheet.Items, page.Item{ID: strconv.Itoa(i), Kind: page.Row, Label: label, State: "Promise 1 of 7"})
	}
	for _, line := range paper.Draw(look(t, 72), paper.Page{Sheet: sheet, Numbered: true}).Lines {
		if line = ansi.Strip(line); strings.Contains(line, "Promise") && ansi.StringWidth(line) != 72 {
			t.Errorf("not at the edge: %q", line)
		}
	}
}

func TestWhatStandsBelowATextInTheMiddleBeginsWhereItDoes(t *testing.T) {
	sheet := page.Sheet{
		Body:  []page.Part{{Kind: page.Banner}, {Kind: page.Plain, Text: strings.Repeat("x", 60)}},
		Moves: []page.Move{{Meaning: page.Chapters, Label: strings.Repeat("begin and go on ", 8), Listed: true}},
	}
	for width := 40; width <= 80; width++ {
		drawn := ansi.Strip(strings.Join(paper.Draw(look(t, width), paper.Page{Sheet: sheet}).Lines, "\n"))
		edge := func(mark string) int {
			before, _, _ := strings.Cut(drawn, mark)
			return len(before) - strings.LastIndex(before, "\n") - 1
		}
		if edge("xxx") != edge("c   begin") {
			t.Fatalf("%d:\n%s", width, drawn)
		}
	}
}

func TestTheGroundOfARowIsAsWideAsThePageAlsoBelowMarkedWords(t *testing.T) {
	for _, marks := range []string{"", "group"} {
		sheet := page.Sheet{Marks: marks, Items: []page.Item{{ID: "hit", Kind: page.Row, Label: "How a group helps"}}}
		l := look(t, 72)
		l.Theme = theme.Dark()
		drawn := paper.Draw(l, paper.Page{Sheet: sheet, Standing: paper.Standing{Focus: paper.Stop{ID: "hit"}}})
		if width := ansi.StringWidth(drawn.Lines[0]); width != 72 {
			t.Errorf("%q marked: it is %d wide", marks, width)
		}
	}
}
