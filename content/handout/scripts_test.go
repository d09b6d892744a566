package handout_test

import (
	"strings"
	"testing"
)

// pageWith is a printed page with a section's prose in it.
func pageWith(t *testing.T, markdown string) string {
	t.Helper()
	g := fixture()
	g.Chapters[1].Sections[2].Body = prose(markdown)
	return formats(t, g, "speaking")["html"]
}

// On a screen a link can be followed, but for a number; on paper what it leads
// to is read.
func TestAnAddressIsReadOnPaper(t *testing.T) {
	for markdown, want := range map[string]string{
		"Call [the night line](tel:+15550100).":      `the night line</a><span class="address" dir="ltr"> (+15550100)</span>.`,
		"Or [*write*](mailto:a@example.org?cc=b) x":  `<em>write</em></a><span class="address" dir="ltr"> (a@example.org)</span> x`,
		"[look](https://example.org/x?a=1&b=2)":      `look</a><span class="address" dir="ltr"> (https://example.org/x?a=1&amp;b=2)</span>`,
		"[n](tel:1%3Cb%3E2)":                         `n</a><span class="address" dir="ltr"> (1&lt;b&gt;2)</span>`,
		"[+1 (555) 0100](tel:+15550100) it is":       `+1 (555) 0100</a> it is`,
		"<a@example.org> or <https://example.org>":   `a@example.org</a> or <a href="https://example.org">https://example.org</a></p>`,
		"[Example.org](https://www.example.org/)":    `Example.org</a></p>`,
		"> [at night](tel:112)":                      `at night</a><span class="address" dir="ltr"> (112)</span></p>`,
		"- [at night](tel:112)\n- [by day](tel:113)": `<li><a href="tel:112">at night</a><span class="address" dir="ltr"> (112)</span></li>`,
	} {
		page := pageWith(t, markdown)
		if elements(t, page); !strings.Contains(page, want) {
			_, got, _ := strings.Cut(page, "In short</h3>")
			t.Errorf("%s is\n%.300s\nwant\n%s", markdown, got, want)
		}
	}
	style, _, _ := strings.Cut(pageWith(t, "x"), "</style>")
	if hidden := strings.Count(style, ".address { display: none; }"); hidden != 1 || !strings.Contains(style, `@media screen {
  a:not([href^="tel:" i]) + .address { display: none; }`) {
		t.Error("an address is hidden elsewhere than on a screen, or a number there too")
	}
}

func TestAPageHasNoSpaceWhereALineOfWideCharactersEnds(t *testing.T) {
	for markdown, want := range map[string]string{
		"日本語の文章は\nここで改行されても\n空白なしで続く。":  "<p>日本語の文章はここで改行されても空白なしで続く。</p>",
		"中文句子，\n**换行**\n以后。":            "<p>中文句子，<strong>换行</strong>以后。</p>",
		"> ABC と\n> 日本語。":               "<p>ABC と日本語。</p>",
		"- 我们\n  知道":                    "<li>我们知道</li>",
		"日本語\nABC\n日本語":                 "<p>日本語\nABC\n日本語</p>",
		"한국어\n문장.":                      "<p>한국어\n문장.</p>",
		"日本語  \n日本語":                    "<p>日本語<br />\n日本語</p>",
		"日本\n<https://example.org>\n日本": "<p>日本\n<a href=\"https://example.org\">https://example.org</a>\n日本</p>",
		"[日本](#silence)\n日本":            "日本</a>日本</p>",
		"日本\n\n日本":                      "<p>日本</p>\n<p>日本</p>",
	} {
		if page := pageWith(t, markdown); !strings.Contains(page, want) {
			_, got, _ := strings.Cut(page, "In short</h3>")
			t.Errorf("%q is\n%.300s\nwant\n%s", markdown, got, want)
		}
	}
}

func TestASpaceThatHoldsIsPrinted(t *testing.T) {
	g := fixture()
	g.Chapters[1].Sections[2].Heading = "In 10\u00a0000 words"
	g.Chapters[1].Sections[1].Questions[0].Prompt = "Which of 10\u00a0000?"
	g.Chapters[1].Sections[2].Body = prose("It costs 10\u00a0000\u00a0euros, says Dr.&nbsp;Smith.")
	for ending, got := range formats(t, g, "speaking") {
		for _, want := range []string{"In 10\u00a0000 words", "Which of 10\u00a0000?", "10\u00a0000\u00a0euros"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s lacks %q", ending, want)
			}
		}
	}
	if got := formats(t, g, "speaking")["txt"]; !strings.Contains(got, "Dr.\u00a0Smith") {
		t.Error("the text lacks Dr. Smith")
	}
}

func TestATextHoldsNothingThatIsNotSeen(t *testing.T) {
	g := fixture()
	g.Chapters[1].Title = "Psycho\u00adthera\u00adpy"
	g.Chapters[1].Sections[2].Body = prose("In\u200bvisible wo\u2060rd \ufeffx \u200e y, &shy;a&ZeroWidthSpace;b, 555\u2011\u200b0100")
	g.Chapters[1].Sections[1].Questions[0].Options[0].Text = "That\u200b I\u00ad will"
	g.Help.Title = "Help\u200b now"
	g.Chapters[1].Sections[0].Body[1].Picture.Art = "○\u00ad ○\u200b ●"
	got := formats(t, g, "speaking")["txt"]
	if strings.ContainsAny(got, "\u00ad\u200b\u2060\ufeff\u200e") {
		t.Errorf("there is something that is not seen in\n%q", got)
	}
	for _, want := range []string{"\nPsychotherapy\n=============\n", "word x y, ab, 555\u20110100", "[ ] That I will\n", "\nHelp now\n========\n", "    ○ ○ ●\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("it lacks %q in\n%s", want, got)
		}
	}
}

func TestATextThatRunsFromTheRightSaysSo(t *testing.T) {
	if page := formats(t, fixture())["html"]; strings.Contains(page, `dir="auto"`) {
		t.Error("a page whose letters all run from the left speaks of a direction")
	}
	page := pageWith(t, "שלום לכולם, Call 555-0100.\n\n- אחת\n- שתיים\n\n1. שלום\n\n   עוד\n\n> שלום")
	for _, want := range []string{
		`<html lang="en">`, `<p dir="auto">שלום לכולם`, `<li dir="auto">אחת`, "<li>\n<p dir=\"auto\">שלום</p>\n<p dir=\"auto\">עוד</p>",
		"<blockquote>\n<p dir=\"auto\">", `<h3 dir="auto" id="in-short-2">`,
		`<li dir="auto"><label><input class="box" type="checkbox" autocomplete="off"/>`,
	} {
		if elements(t, page); !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for language, want := range map[string]string{
		"he": ` dir="rtl"`, "ar": ` dir="rtl"`, "fa": ` dir="rtl"`, "ur": ` dir="rtl"`, "yi": ` dir="rtl"`, "ar-EG": ` dir="rtl"`, "ar_EG": ` dir="rtl"`, "dv": ` dir="rtl"`,
		"ks-Deva": "", "pa-Arab": ` dir="rtl"`, "pa": "", "en": "", "es": "", "zh-Hant": "", "HE": ` dir="rtl"`, "": "",
	} {
		g := fixture()
		g.Language = language
		page := formats(t, g)["html"]
		if !strings.Contains(page, `<html lang="`+language+`"`+want+">") {
			_, got, _ := strings.Cut(page, "<html")
			t.Errorf("%s: <html%.30s", language, got)
		}
		if auto := strings.Contains(page, `<p dir="auto"`); auto != (want != "") {
			t.Errorf("%s: %t", language, auto)
		}
	}
}
