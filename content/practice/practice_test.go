package practice

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"firstsession/content"
	"firstsession/content/contenttest"
	"firstsession/content/guidetest"
	"firstsession/content/source"
)

// rewrite writes what the cases want anew. Look at what changed.
var rewrite = flag.Bool("update", false, "write the cases anew")

// today is the day on which the cases are read.
func today(t testing.TB) time.Time {
	t.Helper()
	day, err := time.ParseInLocation(time.DateOnly, "2026-06-15", time.Local)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

// TestPractice lays the practice file of each case over the built-in guide, or
// over the smallest one if the case has a file of it, and compares what comes
// of it with the case's last file, "want": the problems as they are shown, or
// the parts of the guide that are changed.
func TestPractice(t *testing.T) {
	names, err := filepath.Glob("testdata/practice/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			last := len(archive.Files) - 1
			if last < 1 || archive.Files[0].Name != "practice.toml" || archive.Files[last].Name != "want" {
				t.Fatal("a case begins with practice.toml and ends with want")
			}
			guide := embeddedGuide(t)
			if last > 1 {
				guide = loaded(t, contenttest.CaseFiles(archive.Files[1:last]))
			}
			got := practiceOutcome(t, archive.Files[0].Data, guide)
			if *rewrite {
				archive.Files[last].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(archive.Files[last].Data); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func embeddedGuide(t testing.TB) *content.Guide {
	t.Helper()
	return guidetest.Shipped(t, "en")
}

func loaded(t testing.TB, files fstest.MapFS) *content.Guide {
	t.Helper()
	g, err := content.Load(files, "en")
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// practiceOutcome writes down what comes of a practice file.
func practiceOutcome(t *testing.T, data []byte, g *content.Guide) string {
	t.Helper()
	p, err := Parse("practice.toml", contenttest.Unescape(data))
	var over *content.Guide
	if err == nil {
		over, err = p.Over(g, today(t))
	}
	groups := ""
	for _, named := range p.Named(p.Language, today(t)) {
		group, _ := p.In(named.ID)
		inGroup, err := group.Over(g, today(t))
		if err != nil {
			break // the whole file says the same
		}
		groups += fmt.Sprintf("== group %s %q %q\n", named.ID, named.Name, named.Site) + changes(g, inGroup)
	}
	var problems source.Problems
	if errors.As(err, &problems) {
		return problems.Error() + "\n"
	}
	if err != nil {
		t.Fatalf("not problems: %v", err)
	}
	return changes(g, over) + groups
}

// changes writes down what is otherwise in a guide under a practice.
func changes(g, over *content.Guide) string {
	before := partsOf(g)
	after := slices.DeleteFunc(partsOf(over), func(part string) bool { return slices.Contains(before, part) })
	card := fmt.Sprintf("practice %q\n", over.Practice) + line("when", over.Card.When) + line("where", over.Card.Where) +
		line("call", over.Card.Call) + line("crisis", over.Card.Crisis) + proseOf(over.Card.Help)
	return strings.Join(after, "") + card
}

// partsOf writes down each part of a guide that a practice can change.
func partsOf(g *content.Guide) []string {
	var parts []string
	for _, s := range g.Sections() {
		part := fmt.Sprintf("section %s %s:%d\n", s.ID, s.Place.File, s.Place.Line) + line("heading", s.Heading)
		if s.Essential {
			part += line("essential", "yes")
		}
		for _, q := range s.Questions {
			parts = append(parts, fmt.Sprintf("question %s %s:%d\n", q.ID, q.Place.File, q.Place.Line)+questionOf(q))
		}
		parts = append(parts, part+proseOf(s.Body))
	}
	for _, s := range g.Commitment.Statements {
		part := fmt.Sprintf("statement %s %s:%d\n", s.ID, s.Place.File, s.Place.Line) + line("text", s.Text) + proseOf(s.Reason) + line("rule", s.Rule)
		if s.Needed {
			part += line("needed", "yes")
		}
		parts = append(parts, part)
	}
	help := fmt.Sprintf("help %s:%d\n", g.Help.Place.File, g.Help.Place.Line) + line("title", g.Help.Title) + proseOf(g.Help.Body)
	return append(parts, help)
}

func questionOf(q content.Question) string {
	said := line("prompt", q.Prompt) + line("scene", q.Scene)
	for _, o := range q.Options {
		said += fmt.Sprintf("  %q right %t: %q\n", o.Text, o.Right, o.Feedback)
	}
	return said
}

func proseOf(blocks []content.Block) string {
	said := ""
	for _, block := range blocks {
		said += line("prose", block.Prose)
		if p := block.Picture; p != nil {
			said += line("picture", fmt.Sprintf("%s | %s | %s\n%s", p.File, p.Title, p.Alt, p.Art))
		}
	}
	return said
}

func line(name, value string) string {
	if value == "" {
		return ""
	}
	return fmt.Sprintf("  %s: %q\n", name, value)
}

// A record keeps the facts as the guide has them.
func TestAGuideHasTheFactsThatItShows(t *testing.T) {
	p := Practice{
		Texts: map[string]string{"fee": "Ten a session.", "group_name": "Tuesdays"},
		Notes: map[string]string{"attendance": "Ring the desk."},
	}
	p.Crisis.Text = "Call the desk."
	over, err := p.Over(embeddedGuide(t), today(t))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, fact := range over.Facts {
		if fact.Label == "" {
			t.Errorf("%s has nothing before it", fact.Key)
		}
		got = append(got, fact.Key+": "+fact.Text)
	}
	want := []string{"group_name: Tuesdays", "fee: Ten a session.", "crisis.text: Call the desk.", "notes.attendance: Ring the desk."}
	if !slices.Equal(got, want) || over.Group.Name != "Tuesdays" {
		t.Errorf("%q, %+v", got, over.Group)
	}
}
