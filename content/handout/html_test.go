package handout_test

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/guidetest"
	"firstsession/content/handout"
)

// element is one start tag of a page, with its attributes.
type element struct {
	name       string
	attributes map[string]string
}

// elements walks a page strictly: it must be well-formed XML as well.
func elements(t *testing.T, page string) []element {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(page))
	var found []element
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return found
		}
		if err != nil {
			t.Fatalf("the page is not well-formed: %v", err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attributes := map[string]string{}
		for _, a := range start.Attr {
			attributes[a.Name.Local] = a.Value
		}
		found = append(found, element{start.Name.Local, attributes})
	}
}

// prints are handouts that differ in which parts they have.
func prints() map[string][]string {
	return map[string][]string{"whole": nil, "one chapter": {"arriving"}, "another": {"2"}, "commitment": {"commitment"}}
}

// eachPage checks the pages of the fixture and those of our own guide.
func eachPage(t *testing.T, check func(t *testing.T, page string, found []element)) {
	t.Helper()
	for name, chapters := range prints() {
		t.Run(name, func(t *testing.T) {
			page := formats(t, fixture(), chapters...)["html"]
			check(t, page, elements(t, page))
		})
	}
	t.Run("our guide", func(t *testing.T) {
		page := formats(t, embedded(t))["html"]
		check(t, page, elements(t, page))
	})
}

func embedded(t testing.TB) *content.Guide {
	t.Helper()
	return guidetest.Shipped(t, "en")
}

func TestLinksLeadToOneIdEach(t *testing.T) {
	eachPage(t, func(t *testing.T, _ string, found []element) {
		ids := map[string]bool{}
		for _, e := range found {
			id := e.attributes["id"]
			if id != "" && ids[id] {
				t.Errorf("the id %q stands twice", id)
			}
			ids[id] = true
		}
		for _, e := range found {
			target, inner := strings.CutPrefix(e.attributes["href"], "#")
			if inner && !ids[target] {
				t.Errorf("a link leads to %q, which is not there", target)
			}
			if label := e.attributes["aria-labelledby"]; label != "" && !ids[label] {
				t.Errorf("%s is labelled by %q, which is not there", e.name, label)
			}
		}
	})
}

func TestHeadingsAreInOrder(t *testing.T) {
	eachPage(t, func(t *testing.T, _ string, found []element) {
		before, first := 0, 0
		for _, e := range found {
			level := slices.Index([]string{"h1", "h2", "h3", "h4", "h5", "h6"}, e.name) + 1
			if level == 0 {
				continue
			}
			if level == 1 {
				first++
			}
			if level > before+1 {
				t.Errorf("%s %q comes after a heading of level %d", e.name, e.attributes["id"], before)
			}
			before = level
		}
		if first != 1 {
			t.Errorf("%d headings of level 1", first)
		}
	})
}

// Nothing runs, nothing is fetched, and only prose links outside.
func TestNothingFromOutside(t *testing.T) {
	allowed := []string{"https://example.org/a?b=1&c=2", "mailto:someone@example.org"}
	eachPage(t, func(t *testing.T, page string, found []element) {
		for _, e := range found {
			if slices.Contains([]string{"script", "link", "iframe", "object", "embed", "img", "form", "base"}, e.name) {
				t.Errorf("the page has a %s", e.name)
			}
			if e.name == "input" && (e.attributes["type"] != "checkbox" || e.attributes["autocomplete"] != "off" || e.attributes["name"] != "") {
				t.Errorf("what is put in is no box that only this page knows of: %v", e.attributes)
			}
			for name, value := range e.attributes {
				href := name == "href" && (strings.HasPrefix(value, "#") || slices.Contains(allowed, value))
				if strings.HasPrefix(name, "on") || name == "src" || name == "style" || name == "href" && !href {
					t.Errorf("%s has %s=%q", e.name, name, value)
				}
			}
		}
		for _, unwanted := range []string{"url(", "@import", "http://example.org", "javascript:"} {
			if strings.Contains(page, unwanted) {
				t.Errorf("the page has %q", unwanted)
			}
		}
	})
}

// By keyboard and by ear, a box is one of a group that says what it is about.
func TestBoxesAreInAGroupWithAName(t *testing.T) {
	eachPage(t, func(t *testing.T, page string, found []element) {
		groups, boxes := 0, 0
		for _, e := range found {
			if e.attributes["role"] == "group" && e.attributes["aria-labelledby"] != "" {
				groups++
			}
			if e.name == "input" {
				if boxes++; groups == 0 {
					t.Error("a box is in no group")
				}
			}
		}
		if labels := strings.Count(page, "<label><input "); labels != boxes {
			t.Errorf("%d boxes, of which %d have words", boxes, labels)
		}
	})
}

func TestContentsAndQuestionsSayPagesThatAreKnown(t *testing.T) {
	page := formats(t, embedded(t))["html"]
	numbered := handout.Numbered(page, map[string]int{"welcome": 3, "not-emergency": 77, "answer_silence": 88})
	if !strings.Contains(numbered, `<a href="#welcome">Welcome</a><span class="page">3</span>`) || strings.Contains(numbered, ">77<") {
		t.Error("the contents do not say that the first chapter, and no other, is on page 3")
	}
	if !strings.Contains(numbered, `<a href="#answer_silence">Answers to the questions</a><span class="page">88</span>`) {
		t.Error("a question does not say that its answer is on page 88")
	}
	if handout.Numbered(page, nil) != page {
		t.Error("without pages, it is another page")
	}
}

func TestReadableByEar(t *testing.T) {
	eachPage(t, func(t *testing.T, _ string, found []element) {
		seen := map[string]int{}
		for _, e := range found {
			seen[e.name]++
			if e.attributes["role"] == "img" && e.attributes["aria-label"] == "" {
				t.Errorf("a picture has no words")
			}
			if e.name == "svg" && e.attributes["aria-hidden"] != "true" && e.attributes["role"] != "img" {
				t.Errorf("the seats are read out")
			}
			if e.name == "html" && e.attributes["lang"] != "en" {
				t.Errorf("the language is %q", e.attributes["lang"])
			}
		}
		for _, landmark := range []string{"header", "nav", "main", "footer"} {
			if seen[landmark] != 1 {
				t.Errorf("%d landmarks of the kind %s", seen[landmark], landmark)
			}
		}
	})
}
