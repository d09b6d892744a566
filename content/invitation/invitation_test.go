package invitation

import (
	"regexp"
	"strings"
	"testing"

	"firstsession/content"
)

func TestThePageSaysAllThatIsNeededAndNamesNoTherapy(t *testing.T) {
	p := Page{
		Host: "guide.example.org", Port: 2222, Fingerprint: "SHA256:abc", Code: "maple-heron-otter-lilac-cloud-42",
		LastDay: "2027-01-25",
	}
	for _, language := range []string{"en", "es"} {
		guide, err := content.Load(content.Embedded(), language)
		if err != nil {
			t.Fatal(err)
		}
		text, err := p.Text(guide.Words)
		if err != nil {
			t.Fatal(err)
		}
		html, err := p.HTML(language, guide.Words)
		if err != nil {
			t.Fatal(err)
		}
		for _, page := range []string{text, html} {
			for _, needed := range []string{"ssh -p 2222 guide.example.org", "ssh -T -p 2222 guide.example.org", "SHA256:abc", p.Code, "2027-01-25", "Windows", "Mac", "Linux"} {
				if !strings.Contains(page, needed) {
					t.Errorf("%s lacks %q:\n%s", language, needed, page)
				}
			}
			if found := regexp.MustCompile(`(?i)therap|terap|group|grupo|session|sesión|clini|clínic|psych|psic|<script|https?:`).FindString(page); found != "" {
				t.Errorf("%s says %q:\n%s", language, found, page)
			}
		}
		if language == "en" {
			t.Log("\n" + text)
		}
	}
	if p.Port = usualPort; p.command("") != "ssh guide.example.org" {
		t.Errorf("the line is %q", p.command(""))
	}
}
