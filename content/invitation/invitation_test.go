package invitation

import (
	"firstsession/content/guidetest"
	"regexp"
	"strings"
	"testing"
)

func TestThePageSaysAllThatIsNeededAndNamesNoTherapy(t *testing.T) {
	p := Page{
		Host: "guide.example.org", Port: 2222, Fingerprint: "SHA256:abc", Code: "maple-heron-otter-lilac-cloud-42",
		LastDay: "2027-01-25", Language: "en",
	}
	for _, language := range guidetest.Languages(t) {
		guide := guidetest.Shipped(t, language)
		p.Language = language
		text, err := p.Text(guide.Words)
		if err != nil {
			t.Fatal(err)
		}
		html, err := p.HTML(guide.Words)
		if err != nil {
			t.Fatal(err)
		}
		for _, page := range []string{text, html} {
			for _, needed := range []string{"ssh -p 2222 " + language + "@guide.example.org", "ssh -T -p 2222 " + language + "@guide.example.org", "SHA256:abc", p.Code, guide.Words.Plain.Day("2027-01-25"), "Windows", "Mac", "Linux"} {
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
	p.Port, p.Language = usualPort, "en"
	if line := p.command(""); line != "ssh en@guide.example.org" {
		t.Errorf("the line is %q", line)
	}
}

func TestThePictureIsTheAddressAndNoMore(t *testing.T) {
	p := Page{Host: "2001:db8::7", Port: 2222, Language: "es", Code: "maple-heron-otter-lilac-cloud-42"}
	if got := p.address(); got != "ssh://es@[2001:db8::7]:2222" {
		t.Errorf("the address is %q", got)
	}
	s, err := encode(p.address())
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSuffix(s.text(), "\n"), "\n")
	if len(rows) != (s.side()+1)/2 {
		t.Errorf("it has %d lines for %d rows", len(rows), s.side())
	}
	for y := range s.side() {
		for x := range s.side() {
			block := []rune(rows[y/2])[x]
			black := block == '█' || y%2 == 0 && block == '▀' || y%2 == 1 && block == '▄'
			if black != s.is(x, y) || black && (x < quiet || y < quiet || x >= s.side()-quiet || y >= s.side()-quiet) {
				t.Fatalf("the square %d, %d is drawn as %c", x, y, block)
			}
		}
	}
	if svg := string(s.svg(`<"&`)); !strings.Contains(svg, `aria-label="&lt;&#34;&amp;"`) {
		t.Errorf("the label is not escaped: %s", svg[:200])
	}
}
