package record

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"firstsession/content/walk"
)

func TestThePageIsXMLAndHoldsNothingThatRuns(t *testing.T) {
	g := guide(t)
	g.Practice = `River <script>alert("x")</script> & Sons`
	g.Words.Record.TakeBack = `<img src="http://example.org/x">`
	w := intake(t, g, append(everything(g), walk.Event{Kind: walk.Include, Subject: walk.AimID, Yes: true}, walk.Event{Kind: walk.Include, Subject: "n1", Yes: true})...)
	a, err := Build(w, counter())
	must(t, err)
	text := HTML(a, g.Words)
	decoder := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(text, "<!DOCTYPE html>")))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		must(t, err)
		if start, ok := token.(xml.StartElement); ok {
			if slices.Contains([]string{"script", "img", "link", "iframe", "a", "form"}, start.Name.Local) {
				t.Errorf("there is the element %s", start.Name.Local)
			}
		}
	}
	if strings.Contains(text, "http:") && !strings.Contains(text, "&#34;http:") || strings.Contains(text, "url(") || strings.Contains(text, "@import") {
		t.Error("it fetches something")
	}
	for _, want := range []string{"<strong>", "15:04 +01:00", "K-102 2026-11-23 3132333435363738", "&lt;script&gt;", "To talk &lt;more&gt;.\nAnd to listen.", a.Digest} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not have %q", want)
		}
	}
}
