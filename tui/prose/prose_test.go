package prose_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"

	"firstsession/content"
	"firstsession/tui/prose"
	"firstsession/tui/theme"
	"firstsession/tui/tuitest"
)

func TestLines(t *testing.T) {
	const b, i, u, off = "\x1b[1m", "\x1b[3m", "\x1b[4m", "\x1b[m"
	for _, test := range []struct{ what, markdown, want string }{
		{"nothing", "\n\n", ""},
		{"a line's end is a space", "one\ntwo", "one two"},
		{"a hard break is a line's end", "one  \ntwo\\\nthree", "one\ntwo\nthree"},
		{"one empty line between paragraphs", "\n\none\n\n\ntwo\n\n", "one\n\ntwo"},
		{"words are wrapped", "one two three four five", "one two three four\nfive"},
		{"emphasis", "an *old* and **bold** word", "an " + i + "old" + off + " and " + b + "bold" + off + " word"},
		{"a style goes on in the next line", "**one two three four five**", b + "one two three four" + off + "\n" + b + "five" + off},
		{"a heading", "## Heading {#id}\n\nwords", b + "Heading" + off + "\n\nwords"},
		{"a list", "- one\n- two three four five six\n- seven", "• one\n• two three four\n  five six\n• seven"},
		{"a loose list", "- one\n\n- two", "• one\n\n• two"},
		{"a list in a list", "- one\n  - two\n  - three\n- four", "• one\n  • two\n  • three\n• four"},
		{"numbers", "9. one\n10. two", " 9. one\n10. two"},
		{"a quotation", "> one two three four *five*\n>\n> six", b + "│" + off + " one two three four\n" + b + "│" + off + " " + i + "five" + off + "\n" + b + "│" + off + "\n" + b + "│" + off + " six"},
		{"a number is kept whole", "the on-call line 555-0111", "the on-call line\n555-0111"},
		{"a date in a quotation is kept whole", "> called on 2026-10-01", b + "│" + off + " called on\n" + b + "│" + off + " 2026-10-01"},
		{"a number with spaces is kept whole", "so call 0800 123 456", "so call 0800 123 456"},
		{"a number with spaces goes to the next line", "please call 0800 123 456", "please call\n0800 123 456"},
		{"an address with a number", "[a](https://x.org/1-2)", u + "a" + off + "\n(https://x.org/1-2)"},
		{"an address with a number by itself", "<https://x.org/1-2>", u + "https://x.org/1-2" + off},
		{"a link in the guide is its words", "see [the pace](#own-pace) here", "see " + u + "the pace" + off + " here"},
		{"a link out of it has its address", "[here](https://x.org)", u + "here" + off + " (https://x.org)"},
		{"an address by itself", "<https://x.org>", u + "https://x.org" + off},
		{"references", "a &amp; b &lt;c&gt;", "a & b <c>"},
		{"escapes", `\*no\* \[x\]`, "*no* [x]"},
		{"code is words", "the `key` q", "the key q"},
		{"HTML is not for readers", "a <b>b</b>\n\n<div>x</div>\n\nc", "a b\n\nc"},
		{"a picture in a line is what it shows", "![a ring](art/x.txt) it is", "a ring it is"},
		{"a word longer than the line", strings.Repeat("x", 25), strings.Repeat("x", 20) + "\n" + strings.Repeat("x", 5)},
		{"wide characters", strings.Repeat("語", 12), strings.Repeat("語", 10) + "\n語語"},
	} {
		t.Run(test.what, func(t *testing.T) {
			lines := prose.New().Lines(test.markdown, 20, theme.HighContrast())
			if got := strings.Join(lines, "\n"); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			tuitest.CheckLines(t, lines, 20)
		})
	}
}

// A terminal counts cells by character, or by what a reader takes for one.
func TestWhatPeopleWriteIsShownWholeAtEveryWidth(t *testing.T) {
	const number = "555-0100-0200"
	for name, text := range map[string]string{
		"families":    strings.Repeat("👨‍👩‍👧‍👦 ", 4) + "if you need us at night, please call our night line at " + number,
		"flags":       "🏳️‍🌈🏳️‍🌈🏳️‍🌈 🇩🇪🇫🇷🇪🇸 call " + number + " or then 555-0199",
		"tones":       strings.Repeat("👍🏽", 30) + " call " + number,
		"hearts":      "❤️❤️❤️❤️ ☎️ 1️⃣2️⃣ call " + number,
		"Hindi":       "यदि आपको रात में हमारी आवश्यकता हो तो कृपया हमारी रात की लाइन पर कॉल करें " + number + " या 555-0199",
		"Bengali":     "রাতে আমাদের প্রয়োজন হলে দয়া করে আমাদের রাতের লাইনে কল করুন " + number,
		"Tamil":       "இரவில் எங்கள் தேவை இருந்தால் எங்கள் இரவு எண்ணை அழைக்கவும் " + number,
		"Thai":        "ถ้าคุณต้องการเราในตอนกลางคืน กรุณาโทรหาสายกลางคืนของเรา " + number,
		"Burmese":     "ညဘက် ကျွန်ုပ်တို့ကို လိုအပ်ပါက ကျေးဇူးပြု၍ ဖုန်းခေါ်ပါ " + number,
		"Vietnamese":  norm.NFD.String("Nếu bạn cần chúng tôi vào ban đêm, xin hãy gọi đường dây ban đêm ") + number,
		"Korean":      norm.NFD.String("밤에 저희가 필요하시면 야간 전화로 연락해 주세요 ") + number,
		"Japanese":    "夜に必要なときは、夜間の電話番号に電話してください。「はい」と言えます。" + number,
		"Arabic":      "إذا احتجت إلينا ليلًا فاتصل بخطنا الليلي على الرقم " + number,
		"Hebrew":      "אִם תִּצְטָרֵךְ אוֹתָנוּ בַּלַּיְלָה, הִתְקַשֵּׁר " + number,
		"many marks":  "z" + strings.Repeat("\u0323\u0308", 20) + " call " + number,
		"half widths": "ﾊﾟﾊﾟ ｶﾞｶﾞ call " + number,
	} {
		for width := 13; width <= 80; width++ {
			for _, lines := range [][]string{prose.New().Lines(text, width, theme.HighContrast()), prose.Wrap(text, width)} {
				tuitest.CheckLines(t, lines, width)
				shown := tuitest.Plain(lines)
				if !strings.Contains(shown, number) {
					t.Fatalf("%s at %d: the number is not whole in\n%s", name, width, shown)
				}
				if got, want := strings.Join(strings.Fields(shown), ""), strings.Join(strings.Fields(norm.NFC.String(text)), ""); got != want {
					t.Fatalf("%s at %d: %q, not %q", name, width, got, want)
				}
				for _, line := range lines {
					if r, _ := utf8.DecodeRuneInString(line); unicode.In(r, unicode.M, unicode.Cf) {
						t.Fatalf("%s at %d: a character is torn at %q", name, width, line)
					}
				}
			}
		}
	}
}

func TestTextOfAnyScriptIsShownAsItIsWritten(t *testing.T) {
	const b, i, u, off = "\x1b[1m", "\x1b[3m", "\x1b[4m", "\x1b[m"
	for _, test := range []struct{ what, markdown, want string }{
		{"decomposed", "sen\u0303or, cada an\u0303o", "señor, cada año"},
		{"decomposed in styles", "**n\u0303** *e\u0301* [u\u0308](#x)", b + "ñ" + off + " " + i + "é" + off + " " + u + "ü" + off},
		{"a mark behind a style", "a*b*\u0303", "a" + i + "b\u0303" + off},
		{"marks that have no letter of their own", "q\u0307 1\u0307 x\u0332", "q\u0307 1\u0307 x\u0332"},
		{"a mark in a list", "- an\u0303o", "• año"},
		{"soft hyphens", "re\u00adlax\u00ading", "relaxing"},
		{"zero width", "a\u200bb\u2060c\ufeffd", "abcd"},
		{"a place to break", strings.Repeat("ก", 18) + "\u200b" + strings.Repeat("ข", 8), strings.Repeat("ก", 18) + "\n" + strings.Repeat("ข", 8)},
		{"joiners", "می\u200cخواهم क्\u200dष", "می\u200cخواهم क्\u200dष"},
		{"marks of direction", "a\u200eb", "ab"},
		{"no-break space", "one two three 10\u00a0km away", "one two three 10\u00a0km\naway"},
		{"no-break space goes to the next line", "one two three four 10\u00a0km", "one two three four\n10\u00a0km"},
		{"narrow no-break space", "one two three fou 50\u202f%", "one two three fou\n50\u202f%"},
		{"a figure space", "one two three fou 1\u2007000", "one two three fou\n1\u2007000"},
		{"an em space may break", "one two three four\u2003five", "one two three four\nfive"},
		{"a line separator", "Monday\u2028Tuesday", "Monday\nTuesday"},
		{"a paragraph separator", "call 555\u20290100", "call 555\n0100"},
		{"a line separator as a reference", "one&#8232;two", "one\ntwo"},
		{"Japanese lines", "夜に\n電話し\nます。", "夜に電話します。"},
		{"Chinese and Latin", "中文\nABC\n中文", "中文 ABC 中文"},
		{"Korean lines", "한국어\n문장", "한국어 문장"},
		{"emphasis at a line's end", "*中文*\n中文", i + "中文" + off + "中文"},
		{"Japanese in a quotation", "> 夜に\n> 電話", b + "│" + off + " 夜に電話"},
		{"no line begins with a full stop", strings.Repeat("語", 10) + "。", strings.Repeat("語", 9) + "\n語。"},
		{"no line ends with a bracket", strings.Repeat("語", 9) + "「語」", strings.Repeat("語", 9) + "\n「語」"},
		{"Latin and Chinese", "please call 語語語語語語", "please call 語語語語\n語語"},
		{"a number in Chinese", "請打電話給我們，電話555-0100", "請打電話給我們，電話\n555-0100"},
		{"a telephone link", "[call](tel:+15550100)", u + "call" + off + " (tel:+15550100)"},
	} {
		lines := prose.New().Lines(test.markdown, 20, theme.HighContrast())
		if got := strings.Join(lines, "\n"); got != test.want {
			t.Errorf("%s: got %q, want %q", test.what, got, test.want)
		}
		tuitest.CheckLines(t, lines, 20)
	}
}

func TestOnlyStylesGetOut(t *testing.T) {
	for _, hostile := range []string{
		"\x1b[2J\x1b[Hgone", "\x1b]0;title\x07x", "\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "\x9b31mred", "\u009b31mred", "a\u202eb\u2066c",
		"&#27;[2J", "&#x1b;]0;t&#7;", "&#0155;2J", "&#155;2J", "`&#27;[2J`", "[a](https://x.org/&#27;[2J)", "**&#27;[8mhidden**",
		"\x1bPq\x1b\\", "\x1b(0lqk", "a\bb\rc\x00d", "&#8238;turned", "tab\there", "<https://x.org/\x1b[2J>", "\xff\xfe",
	} {
		lines := prose.New().Lines(hostile, 30, theme.Dark())
		tuitest.CheckLines(t, lines, 30)
		if strings.Contains(strings.Join(lines, ""), "\x1b[8m") {
			t.Errorf("%q hides words: %q", hostile, lines)
		}
		tuitest.CheckLines(t, prose.Wrap(hostile, 30), 30)
	}
}

func TestGuideFitsAnyWidth(t *testing.T) {
	guide := tuitest.Shipped(t)
	r := prose.New()
	for _, chapter := range guide.Chapters {
		for _, section := range chapter.Sections {
			for _, width := range []int{1, 7, 20, 36, 72} {
				for _, look := range []theme.Theme{theme.Dark(), theme.Light().WithProfile(colorprofile.ANSI), theme.HighContrast()} {
					lines := r.Blocks(section.Body, width, look)
					tuitest.CheckLines(t, lines, width)
					if len(lines) == 0 || lines[0] == "" || lines[len(lines)-1] == "" {
						t.Errorf("%s at %d begins or ends with air", section.ID, width)
					}
				}
			}
		}
	}
}

func TestRemembersByWidthAndTheme(t *testing.T) {
	r := prose.New()
	const source = "[one two](#x) three four five six"
	wide, narrow := r.Lines(source, 40, theme.Dark()), r.Lines(source, 10, theme.Dark())
	wide[0] = "changed by whoever was given it"
	if got := r.Lines(source, 40, theme.Dark())[0]; got == wide[0] || len(narrow) < 2 {
		t.Errorf("what is remembered was changed: %q", got)
	}
	seen := map[string]bool{}
	for _, look := range []theme.Theme{theme.Dark(), theme.Light(), theme.HighContrast(), theme.Dark().WithProfile(colorprofile.ANSI)} {
		seen[r.Lines(source, 40, look)[0]] = true
	}
	if len(seen) != 4 {
		t.Errorf("four looks came to %d", len(seen))
	}
}

func TestForgetsWhatIsTooMuch(t *testing.T) {
	r := prose.New()
	for i := range 2000 {
		r.Lines(strings.Repeat(fmt.Sprint("word", i, " "), 200), 72, theme.HighContrast())
	}
	if kept := r.Kept(); kept > 3<<20 {
		t.Errorf("%d bytes are remembered", kept)
	}
}

func TestPictures(t *testing.T) {
	p := &content.Picture{Title: "A ring", Alt: "Seats in a ring.", Art: "  o o\no     o"}
	blocks := []content.Block{{Prose: "before"}, {Picture: p}, {Prose: "after"}}
	for width, want := range map[int]string{
		20: "before\n\n      A ring\n\n        o o\n      o     o\n\nafter",
		6:  "before\n\nA ring\nSeats\nin a\nring.\n\nafter",
	} {
		if got := tuitest.Plain(prose.New().Blocks(blocks, width, theme.Dark())); got != want {
			t.Errorf("at %d: %q, want %q", width, got, want)
		}
	}
}

// The point of a picture, with its words, and arrows stand out; its lines stand
// back; a seat that is not the reader's is in their own colour.
func TestAPictureHasAPoint(t *testing.T) {
	look := theme.Dark()
	p := &content.Picture{Art: "┌──┐\n│○ │ ◀── others\n└──┘  far\n ● you ───\n"}
	lines := prose.New().Blocks([]content.Block{{Picture: p}}, 20, look)
	accent, muted := look.Strong, look.Muted
	for i, want := range []string{muted.Render("┌──┐"), accent.Render("◀──") + " others", "far", accent.Render("● you")[:10]} {
		if !strings.Contains(lines[i], want) {
			t.Errorf("%q lacks %q", lines[i], want)
		}
	}
	if strings.Contains(lines[1], accent.Render("○")) {
		t.Errorf("%q", lines[1])
	}
}

func TestHighlight(t *testing.T) {
	const on, off = "\x1b[7m", "\x1b[m"
	for _, test := range []struct{ line, words, want string }{
		{"one two", "two", "one " + on + "two" + off},
		{"Twofold TWO", "two", on + "Two" + off + "fold " + on + "TWO" + off},
		{"café, naïve", "cafe naive", on + "café" + off + ", " + on + "naïve" + off},
		{"it’s here", "it's", on + "it’s" + off + " here"},
		{"\x1b[1mbold\x1b[m word", "old", "\x1b[1mb" + off + on + "old" + off + " word"},
		{"\x1b[1mbo\x1b[mld", "bold", on + "bold" + off},
		{"nothing", "x", "nothing"},
		{"nothing", "", "nothing"},
	} {
		lines := prose.Highlight([]string{test.line}, test.words, theme.HighContrast())
		if lines[0] != test.want {
			t.Errorf("%q in %q: %q, want %q", test.words, test.line, lines[0], test.want)
		}
		if ansi.Strip(lines[0]) != ansi.Strip(test.line) {
			t.Errorf("%q reads %q", test.line, ansi.Strip(lines[0]))
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		words string
		width int
		want  []string
	}{
		{"", 10, nil},
		{"one two three", 7, []string{"one two", "three"}},
		{"*plain* <words>", 20, []string{"*plain* <words>"}},
		{"one\ntwo", 20, []string{"one", "two"}},
		{"abc", 0, []string{"a", "b", "c"}},
	} {
		if got := prose.Wrap(test.words, test.width); !slices.Equal(got, test.want) {
			t.Errorf("%q at %d: %q", test.words, test.width, got)
		}
	}
}

// Where there is room for two, no word stands alone in the last line.
func TestAWordThatWouldStandAloneIsJoinedByAnother(t *testing.T) {
	const words = "Keep private what you hear in the group, and also who"
	for _, test := range []struct{ what, markdown, want string }{
		{"a word", words + " is in", words + "\nis in"},
		{"a word alone", words + " was.", "Keep private what you hear in the group, and also\nwho was."},
		{"with a style", words + " **was.**", "Keep private what you hear in the group, and also\nwho **was.**"},
		{"one long word", words + " " + strings.Repeat("x", 51), words + "\n" + strings.Repeat("x", 51)},
		{"below one long word", strings.Repeat("x", 53) + " was", strings.Repeat("x", 53) + "\nwas"},
		{"below a command", "Whenever you like, go on with this: firstsession --plain", "Whenever you like, go on with this:\nfirstsession --plain"},
	} {
		t.Run(test.what, func(t *testing.T) {
			lines := prose.New().Lines(test.markdown, 54, theme.HighContrast())
			want := strings.NewReplacer(" **", " \x1b[1m", "**", "\x1b[m").Replace(test.want)
			if got := strings.Join(lines, "\n"); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			tuitest.CheckLines(t, lines, 54)
		})
	}
}

func FuzzLines(f *testing.F) {
	f.Add("a *b* [c](#d)\n\n- e\n  > f\n\n1. g", 20)
	f.Add("&#27;[2J \x1b]8;;x\x07 \u202e 語語語", 3)
	f.Add("\xe8\u200d\xb8語語 한국어 ｆｕｌｌ Á0́0 \x80\x8d\ufe0f", 2)
	f.Add("👨\u200d👩\u200d👧 a"+strings.Repeat("ो", 9), 2)
	f.Fuzz(func(t *testing.T, markdown string, width int) {
		if len(markdown) > 2000 {
			return
		}
		width = max(2, min(width, 100)) // a wide character needs two cells
		tuitest.CheckLines(t, prose.New().Lines(markdown, width, theme.Dark()), width)
		tuitest.CheckLines(t, prose.Wrap(markdown, width), width)
	})
}

func BenchmarkSection(b *testing.B) {
	guide := tuitest.Shipped(b)
	section := guide.Chapters[0].Sections[0]
	look := theme.Dark()
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			prose.New().Blocks(section.Body, 60, look)
		}
	})
	b.Run("remembered", func(b *testing.B) {
		r := prose.New()
		for b.Loop() {
			r.Blocks(section.Body, 60, look)
		}
	})
	b.Run("1 KB", func(b *testing.B) {
		source := strings.Repeat("Words of *some* length that make up a paragraph of text.\n\n", 18)
		for b.Loop() {
			prose.New().Lines(source, 60, look)
		}
	})
}

func TestNoWordStandsAloneBelowBalancedLines(t *testing.T) {
	const words = "The Johari window: three ways to know more"
	for width, want := range map[int]string{
		60: words, 38: "The Johari window: three ways to\nknow more", 24: "The Johari window: three\nways to know more",
		1: strings.Join(prose.Wrap(words, 1), "\n"),
	} {
		if got := strings.Join(prose.Balanced(words, width), "\n"); got != want {
			t.Errorf("%d: %q", width, got)
		}
	}
	if got := prose.Balanced("", 20); len(got) != 0 {
		t.Errorf("of nothing: %q", got)
	}
}
