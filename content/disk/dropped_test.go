package disk

import (
	"path/filepath"
	"slices"
	"testing"
)

func TestAPathAsATerminalWritesOneThatIsDroppedOnIt(t *testing.T) {
	if filepath.Separator != '/' {
		t.Skip("strokes part folders here")
	}
	there := []string{"/First Session", "/First Session/my page.json", "/it's", "/a(1).json", `/back\slash`, "/ñ", "/new", "."}
	for typed, want := range map[string]string{
		"/First Session/my page.json":              "/First Session/my page.json",
		` "/First Session/my page.json" `:          "/First Session/my page.json",
		`'/First Session/my page.json'`:            "/First Session/my page.json",
		`& '/First Session/my page.json'`:          "/First Session/my page.json",
		`/First\ Session/my\ page.json`:            "/First Session/my page.json",
		`/First\ Session/my\ page.json `:           "/First Session/my page.json",
		`/First' 'Session/my" "page.json`:          "/First Session/my page.json",
		"file:///First%20Session/my%20page.json":   "/First Session/my page.json",
		"file:///First Session/my page.json":       "/First Session/my page.json",
		"'file:///First%20Session/my%20page.json'": "/First Session/my page.json",
		"FILE:/First%20Session/my%20page.json":     "/First Session/my page.json",
		"file://localhost/First%20Session/x.json":  "/First Session/x.json",
		"file:///%C3%B1":                           "/ñ",
		"file://elsewhere/x":                       "file://elsewhere/x",
		"/it's":                                    "/it's",
		`/it\'s`:                                   "/it's",
		`'/it'\''s'`:                               "/it's",
		`"/it's"`:                                  "/it's",
		`/a\(1\).json`:                             "/a(1).json",
		`/back\slash`:                              `/back\slash`,
		`/First\ Session/new.json`:                 "/First Session/new.json",
		`'/First Session/new.json'`:                "/First Session/new.json",
		`"/nowhere/x.json"`:                        "/nowhere/x.json",
		`/nowhere/it's`:                            `/nowhere/it's`,
		"my-page.json":                             "my-page.json",
		"":                                         "",
		"/nowhere/x.json":                          "/nowhere/x.json",
		"~/x":                                      "~/x",
	} {
		if got := Dropped(typed, func(path string) bool { return slices.Contains(there, path) }); got != want {
			t.Errorf("%q is %q, not %q", typed, got, want)
		}
	}
}
