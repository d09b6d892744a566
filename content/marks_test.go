package content

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"firstsession/content/contenttest"
	"firstsession/content/source"
)

// inSection loads the smallest guide with a section that says something.
func inSection(body string) (*Guide, error) { return Load(withSection(body), "en") }

func withSection(body string) fs.FS {
	files := contenttest.TinyGuide()
	files["en/01-welcome.md"] = &fstest.MapFile{Data: []byte("# Welcome\n\nWhat you will know.\n\n## Your own pace {#own-pace}\n\n" + body + "\n")}
	files["en/art/a.txt"] = &fstest.MapFile{Data: []byte("o\n")}
	return files
}

// saidOf says what becomes of a section: it is refused, also where nobody asks for
// advice, or there is advice, or nothing.
func saidOf(t *testing.T, body string) (kind, what string) {
	t.Helper()
	guide, err := inSection(body)
	if _, opened := LoadToRead(withSection(body), "en"); fmt.Sprint(opened) != fmt.Sprint(err) {
		t.Errorf("%q: whoever opens it is told: %v\nbut whoever checks it: %v", body, opened, err)
	}
	var problems source.Problems
	switch {
	case errors.As(err, &problems):
		return "problem", problems.Error()
	case err != nil:
		t.Fatal(err)
	case len(guide.Advice) > 0:
		return "advice", guide.Advice[0].String()
	}
	return "nothing", ""
}

// A note for the clinician that is none any more is printed nowhere.
func TestNoNoteIsShown(t *testing.T) {
	for _, note := range []string{
		"<!— clinician: ask —>", "<!– clinician: ask –>", "<! -- clinician: ask -->", "＜!-- clinician: ask --＞",
		"&lt;!-- clinician: ask --&gt;", `\<!-- clinician: ask -->`, "< !-- clinician: ask -->", "‹!-- clinician: ask --›",
		"«!-- clinician: ask --»", "<— clinician: ask —>", "<!clinician: ask>", "< clinician: ask >", "`<!-- clinician: ask -->`",
		"[<!— clinician: ask —>](#own-pace)", "<!—- search: money -—>", "<!− Clinician : ask −>", "<!-– CLINICIAN ask –->",
		"&#60;!— clinician: ask —&#62;", "&#x3c;-- clinician: ask", "&amp;lt;!-- clinician: ask --&amp;gt;", "&lt!-- clinician: ask",
		"<!— **clinician**: ask —>", "<!— clini\u00adcian: ask —>", "<!— ｃｌｉｎｉｃｉａｎ: ask —>", "< ! — note for the\nclinician: ask",
		"〈!-- clinician: ask --〉", "《— clinician: ask —》", "≪!— clinician: ask", "(!-- clinician: ask --)", "[!-- clinician: ask --]",
		"{!-- clinician: ask --}", "{# clinician: ask #}", "{{!-- clinician: ask --}}", "{>>clinician: ask<<}", "[clinician: ask]",
		"【!-- clinician: ask --】", "!-- clinician: ask --", "/* clinician: ask */", "// clinician: ask", "%% clinician: ask %%",
		"<!— clínico: preguntar —>", "<— clínico: preguntar —>", "‹— клініцист: запитайте —›", "<!-clinician: ask->", "<!——clinician: ask——>",
		"<?-- clinician: ask -->", "<%-- clinician: ask --%>", "<!\u00a0-- clinician: ask -->", "<note: clinician, ask>", "clinician: ask —>",
		"¡-- clinician: ask --", "<!\u200b-- clinician: ask -->", "&lsaquo;!&mdash; clinician: ask &mdash;&rsaquo;", "﹤!﹣﹣ clinician: ask",
		"Text\n[//]: # (clinician: ask)", `[a](#own-pace "<!— clinician: ask —>")`, `![a](art/a.txt "<!— clinician: ask —>")`,
		"![<!— clinician: ask —>](art/a.txt)", "≺— clinician: ask —≻", "◁!— clinician: ask", "(!-- clínico: preguntar --)", "<— клініцист: запитайте",
		"<1. clinician: ask>", "(— ask (maybe) the clinician —)", "‹ clinician: ask ›", "<—\n\nclinician: ask\n\n—>", "<!—\n\nclinician: ask", "〜!-- clinician: ask",
		"<\\!-- clinician: ask", "<!\u2003-- clinician: ask -->", "&#0060;&#33;&#8212; clinician: ask", "&LT;!-- clinician: ask", "<~~ clinician: ask ~~>", "<** clinician: ask **>",
		"<!--- clinician: ask --->", "<!--clinician: ask-->", "<!-- Clinician: ask -->", "<? clinician: ask ?>", "<![CDATA[ clinician: ask ]]>", "❬!-- clinician: ask --❭",
		"⟪clinician: ask⟫", "<!— CLI&shy;NICIAN: ask", "<— ask the clínico, not the clinician —>", "｛!-- clinician: ask --｝", "〔— clinician: ask —〕", "<<clinician: ask>>", "[note to the clinician: ask]", "<!‐‐ clinician: ask ‐‐>", "<!-\\- clinician: ask -\\->", "&lang;!-- clinician: ask",
	} {
		for _, place := range []string{
			"%", "Words before % and behind.", "- a\n- %", "> %", "1. %", "*%*", "**Words.** %", "> - %", "Words  \n%", "Words\n%",
		} {
			body := strings.Replace(place, "%", note, 1)
			if kind, _ := saidOf(t, body); kind != "problem" {
				t.Errorf("%q: %s", body, kind)
			}
		}
	}
}

func TestNoNoteIsShownOfAnyFile(t *testing.T) {
	files := contenttest.TinyGuide()
	for name, text := range map[string]string{
		"01-welcome.md": "# Welcome\n\nLead.\n\n## Your own pace {#own-pace}\n\nGo slowly.\n\n![A pot](art/x.txt \"Tea\")\n\n" +
			"### What fits? {#q}\n\nScene.\n\n- [ ] One\n\n  Not quite.\n\n- [x] Two\n\n  Yes.\n",
		"glossary.md": "# Words\n\n## Word {#word}\n\nWhat it means.\n", "words.toml": "[guide]\ntitle = \"A title\"\n", "art/x.txt": "o o o\n",
	} {
		files["en/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	if _, err := Load(files, "en"); err != nil {
		t.Fatal(err)
	}
	for name, all := range map[string][]string{
		"01-welcome.md": {"Welcome", "Lead.", "Your own pace", "Go slowly.", "A pot", "Tea", "What fits?", "Scene.", "One", "Not quite.", "Two", "Yes."},
		"glossary.md":   {"Words", "Word {", "What it means."},
		"commitment.md": {"What we ask", "I keep what is said here", "It makes talking possible.", "Your own pace", "Signing", "It means this.", "It means that."},
		"closing.md":    {"The end", "Signed", "Thank you."},
		"help.md":       {"Help now", "Call someone."},
		"about.md":      {"About", "A guide."},
		"words.toml":    {"A title"},
		"art/x.txt":     {"o o o"},
	} {
		text := string(files["en/"+name].Data)
		for _, words := range all {
			broken := maps.Clone(files)
			broken["en/"+name] = &fstest.MapFile{Data: []byte(strings.Replace(text, strings.TrimSuffix(words, " {"), "<!— clinician: ask —>", 1))}
			if _, err := Load(broken, "en"); err == nil || !strings.Contains(err.Error(), "note for the clinician") {
				t.Errorf("%s instead of %q: %v", name, words, err)
			}
		}
	}
}

// A sign that was meant as markup is refused, or there is advice on it where it
// may be meant; what is no such sign is left alone.
func TestMarks(t *testing.T) {
	for kind, bodies := range map[string][]string{
		"problem": {
			"| Day | Time |\n| --- | --- |\n| Mon | 5 |", "Day | Time\n---|---\nMon | 5", "| Day | Time |\n|:--|--:|\n| Mon | 5 |",
			"+-----+------+\n| Day | Time |\n+-----+------+", "> | a | b |\n> |---|---|\n> | 1 | 2 |", "| a | b |\n| c | d |", "| a | b |",
			"│ Day │ Time │\n├─────┼──────┤\n│ Mon │ 5 │", "| a |\n|---|\n| b |", "Day    Time\n====== ====\nMon    5", "- a\n\n  | a | b |\n  |---|---|",
			"Words first.\n| a | b |\n|---|---|\n| c | d |", "|a|b|\n|-|-|\n|c|d|", "｜a｜b｜\n｜c｜d｜", "| a | b\n| --- | ---\n| c | d",
			"• One thing\n• Another\n• Third", "· One\n· Two", "– One\n– Two", "▪ One\n▪ Two", "⦁ One\n⦁ Two", "o One\no Two", "- a\n-b\n- c",
			"1.One\n2.Two", "☐ a\n☐ b", "• One", "\uf0b7 One\n\uf0b7 Two", "1）One\n2）Two", "(1) One\n(2) Two", "a) One\nb) Two", "➢ One\n➢ Two", "§ One\n§ Two",
			"— One\n— Two", "•One\n•Two", "●\u00a0One", "Words:\n2. Two\n3. Three", "-One\n-Two", "- • One\n- • Two", "✓ One\n✓ Two",
			"[the line](tel:+1 555 0100)", "[a] (https://example.org)", "![a circle] (art/a.txt)", "[a](https://example.org", "[x](mailto:a b@example.org)",
			"[[own-pace]]", "<https://example.org/a b>", "[x](www.example.org)", "[ ](#own-pace)", "[](#own-pace)", "(the page)[https://example.org]",
			"[a]\u00a0(#own-pace)", "[a]: (https://example.org)", "[a](#own-pace “Title”)", "[a][b]", "[a][]x[b][c]", "<https://example.org", "<tel: 555>",
			"[a](<https://example.org)", "[a]（https://example.org）", "![a](art/a b.txt)", "<www.example.org>", "[a]\n(https://example.org)", "<a b@example.org>",
			"** Important ** words", "An **important**word and **\"so\"**then", "This is **important words.", "**Important:**then", "__Important",
			"This is important** words", "***Important words", "This is __so__called", "- **a\n- b", "> **a", "A ** b", "**\u00a0Important**",
			"See[^1] there.\n\n[^1]: The note.", "See[^1] there.", "Words.\n\n##Next\n\nMore.", "Words\n##Next", "~~gone~~ words", "==marked== words", "> [!NOTE]\n> Mind this.",
			"::: tip\nMind this.\n:::", "Text{.class}", "[TOC]", "Term\n: what it means", "{{< note >}}x{{< /note >}}", "####### Deep", "###Next?", "{{ name }}", "{% if x %}",
			"!!! note\n    Mind this.", "??? note", "!> Mind this.", "||hidden||", "'''strong'''", "== Next ==", "h2. Next", "[b]strong[/b]", "#+TITLE: x", ".. note::",
			"\\newpage", "\\textbf{x}", "$$x$$", "[[_TOC_]]", "++new++ words", "{: .class}", "{width=50}", "＃ Next", "[ ] One", "[x] One", "- [] One", "- [~] One",
			"====", "Words.\n\n=====\n\nWords.", "Go\n===", "- a\n  ---", "> a\n> ===", "Go\n-", "<!x", "{toc}", "Words [note]: x {#a}", "::: warning", "|:---:|", "1.) One\n2.) Two", "https://example.org>", "h1. Next", "\"so\":https://example.org",
			"① One\n② Two", "－ One\n－ Two", "１．One\n２．Two",
			"|===\n|a |b\n|===", "||Day||Time||\n|Mon|5|", "| Day | Time |\n\n| Mon | 5 |", "[so]{https://example.org}", "[so]<https://example.org>",
			"[so] (<https://example.org>)", "[so] [#own-pace]", "a](#own-pace)", "！[a](art/a.txt)"[len("！"):] + " x", "[the line](tel:+1 555 0100 \"t\")", "［so］（https://example.org）",
			"*** so ***", "__so__so", "＊＊so＊＊", "so^[a note]", "%%so%%", "{++so++}", "{--so--}", "{==so==}", "/// note", "= Next", "( ) One", "(x) One", "[@so]", "<<<<<<< HEAD",
			"[the line](tel:)", "[the line](tel:abc)", "[the page](https:/example.org)", "[the page](https://)", "[x](mailto:org)", "[x](mailto:@example.org)",
			"[the line]\u200b(tel:+15550100)", "[the line]\u00ad(tel:+15550100)", "[the page]https://example.org",
			"https:// example.org", "See https:/example.org.", "https//example.org", "http: //example.org", "https:/ example.org", "ttps://example.org", "https;://example.org", "htps://example.org",
			"[x](tel:12ab)", "[x](tel:+)", "[x](tel:1)", "[x](tel:call-us)", "[x](tel:%20)", "[x](https://:80)", "[x](https://..)", "[x](https://example..org)", "[x](https://-)", "[x](https://example.org%29)", "[x](<https://example.org)>)", "[x](mailto:a@)", "[x](mailto:a@.)", "[x](mailto:a@example..org)", "[x](https://?a)",
			"[x](https://user:pw@example.org)", "[x](https://user@example.org)", "[x](tel:５５５０１００)", "[x](tel:٥٥٥٠١٠٠)",
			"1. A\n  - b\n  - c\n2. d", "1. A\n - b", "1) A\n  * b\n2) c", "10. A\n   - b\n11. c", "> 1. A\n>   - b\n> 2. c", "1. A\n2. B\n  - b", "Words:\n\n1. A\n  + b\n\n2. c", "1. A\n\n  - b\n\n2. c", "- x\n\n  1. A\n    - b", "100. A\n    - b",
			"-[ ] One", "-[x] One", "- [v] One", "- [Y] One", "*[ ] One", "<%= so %>", "<%so%>", "[https://example.org] {{so}}", "5* and {#a}", "so :smile: ~~so~~", "* \u00a0\n- **\u00a0so**", "- [\u2003] One",
			"1） One\n2） Two", "1、 One\n2、 Two", "１． One\n２． Two", "1〕 One\n2〕 Two", "【1】One\n【2】Two", "［1］ One\n［2］ Two", "一、 来\n二、 说", "一、来\n二、说", "（一）来\n（二）说", "(一) 来\n(二) 说",
			"а) один\nб) два", "α) ena\nβ) dio", "א) אחד\nב) שניים", "١. واحد\n٢. اثنان", "१. एक\n२. दो", "१) एक\n२) दो", "क) एक\nख) दो", "가) 하나\n나) 둘", "Ⅰ. One\nⅡ. Two", "ⅰ) one\nⅱ) two", "𝟏. one\n𝟐. two",
			"1.- Uno\n2.- Dos", "1.-Uno\n2.-Dos", "ア．One\nイ．Two", "・一つ\n・二つ", "◎ 一つ\n◎ 二つ", "⁕ a\n⁕ b", "⁎ a\n⁎ b", "∗ One\n∗ Two", "\uf0e0 a\n\uf0e0 b", "\uf076 a\n\uf076 b", "\uf0fe a\n\uf0fe b", "\uf02d a\n\uf02d b",
		},
		"advice": {
			"第一，来\n第二，说", "а. один\nб. два", "А. Один\nБ. Два", "α. ena\nβ. dio", "א. אחד\nב. שניים", "أ. واحد\nب. اثنان", "أ- واحد\nب- اثنان", "가. 하나\n나. 둘", "a.- Uno\nb.- Dos", "a.One\nb.Two", "a: One\nb: Two",
			"※ 一つ\n※ 二つ", "× a\n× b", "≫ a\n≫ b", "¨ a\n¨ b", "¤ a\n¤ b", "Ø a\nØ b", "ü a\nü b", "q a\nq b", "n a\nn b", "v a\nv b", "? a\n? b",
			"· One", "– One", "o One", "1.One", "-b", "– One  \n– Two", "_ Important _", "* Important *", "*Important words", "5* and more", "_so", "**Important words*", "*[HTML]: x", "a | b\nc | d",
			"#Next", ": what", "H~2~O", "x^2^", ":smile:", "[https://example.org]", "''so''", "c:\\temp", "Words:\n1986. Then", "I am __ old and __ tall.",
			"✅ One\n✅ Two", "I. One\nII. Two", "1️⃣ One\n2️⃣ Two", "1 - One\n2 - Two", "[1] One\n[2] Two", "*One\n*Two", "👉 One\n👉 Two", "~ One\n~ Two", "(a) One\n(b) Two",
			"A. Smith\nB. Jones", "[Anna]: Hello there.",
			"{name}", "(so) [so] {so}", "Dear {first name}, so", "a^1", "x^(2)", "| a |", "1- a\n2- b", "1° a\n2° b", "1º a\n2º b", "#1 a\n#2 b", "1st a\n2nd b", "1st: a\n2nd: b", "Step 1: a\nStep 2: b", "STEP 1. a\nSTEP 2. b", "Paso 1: a\nPaso 2: b", "Q: a\nA: b", "Q1: a\nA1: b", "Day 1 – a\nDay 2 – b", "№ 1 a\n№ 2 b",
			"tel:555-0100", "Call tel: 555-0100", "mailto:a@example.org", "(tel:+15550100)", "www. example.org", "Call [x](https://example.org)) now", "[x](https://example.org \"so\")", "[x](#own-pace 'so')", "- > so", "- A\n - b\n- c", "1. A\n 2. b",
			"**Clinician:** Good morning.", "- Clinician: Good morning.", "> Clinician: Good morning.", "“Clinician: so.”", "*Clinician: so*", "(clinician: so)", "[Clinician note: so]", "Note for therapist: so", "«clinician: so»", "Note to the leader: so", "Therapist’s note: so", "So. (Staff only: so)", "Clinicians: so", "**Clínico:** so", "Nota para el terapeuta: so", "![a circle](art/a.txt \"Clinician: so\")", "![Clinician: so](art/a.txt)", "--- so ---", "A.\n\n### Q? {#q}\n\n- [ ]a\n- [ ] b", "one -- two", ":+1:", "$x$", "~so~", "Day   Time\nMon   5", "a | b | c", "(#own-pace)", "so ****", "Word:: so", "*One and\ntwo",
		},
		"nothing": {
			"*so* **so** ***so*** _so_ __so__", `\*\*so\*\* \[a\](b) \| a \| b \|`, "&#42;&#42;so", "`**so** | a | [x](y`", "first_last@example.org", "5 * 3 = 15",
			"- a\n- b", "1. a\n2. b", "“so” – and – so", "Name: ____", "Name: ______ Date: ______", "It is 3.30 now.", "Call 555-0100.", "-5 degrees", "one - two",
			"a/b and c|d", "1 < 2 > 0", "a <- b", "I <3 you", "The clinician (a doctor) may ask.", "(The clinician may ask: why?)", "[note] words",
			"«The clinician said so.»", "1986. Then.",
			"#1 of all", "50% of **all**: so", "a ~ b", "~5 minutes", "C++ and C++", "@home", "$5 and $6", "so... so", "a == b", "He said: so", "x: y", "3:30", "12:30:45",
			"a  \nb", "a\\\nb", "*so*, **so**.", "*“so”* and (**so**)", "so*so*so", "so**so**so", "https://example.org/a_b_c*d", "<https://example.org/a_b>", "? So", "! So",
			"Less than < 5 clinicians", "<5 clinicians", "The clinician’s note – short.", "We - the clinician and you - talk.", "I. So\n\nII. So", "a. so", "_", "é – à", "so → so", "[so [b]](#own-pace)", "https://example.org/(a)_b", "日本**語**です", "__init__.py", "It*s", "https://example.org/?a=b&copy=1&x_y=2", "AT&T; R&D", "Mr. A. Smith\nB. Jones", "… and so\n… and so", "☎ 555-0100", "[optional] words", "Text <3 :-) so :)",
			"え、そうですか。\nえ、はい。", "一人で来ます。\n二人で来ます。", "十日、来ます。", "第一回\n第二回", "Ø is a letter.", "q is a letter.", "А — это буква.", "It is a, b and c.\nv is next.",
			"Hello, <name@example.org>", "a  b   c", "- (a) One", "12. Mai so", "The clinician said: “so.”",
		},
	} {
		for _, body := range bodies {
			if got, what := saidOf(t, body); got != kind {
				t.Errorf("%q: %s, not %s\n%s", body, got, kind, what)
			}
		}
	}
}

// A space that is none is named.
func TestSpaces(t *testing.T) {
	question := "### What fits? {#q}\n\n- [ ] One\n\n  A.\n\n- [x] Two\n\n  B."
	for body, want := range map[string]string{
		"##\u00a0Next\n\nMore.":                           "7:3: the space here is no plain one but a no-break space, U+00A0",
		"Text.\n\n##\u2003Next {#nx}":                     "9:3: the space here is no plain one but an em space, U+2003",
		"-\u00a0One\n-\u00a0Two":                          "7:2: the space here is no plain one but a no-break space, U+00A0",
		"1.\u2007One\n2.\u2007Two":                        "7:3: the space here is no plain one but a figure space, U+2007",
		"\u200b## Next":                                   "7:1: the space here is no plain one but a zero-width space, U+200B",
		"\u00a0\u00a0- One":                               "7:1: the space here is no plain one but a no-break space",
		"\u3000- One\n\u3000- Two":                        "7:1: the space here is no plain one but an ideographic space, U+3000",
		"*\u202fOne":                                      "7:2: the space here is no plain one but a narrow no-break space",
		"> -\u00a0One":                                    "7:4: the space here is no plain one but a no-break space",
		"- One\n\n  -\u2009Two":                           "9:4: the space here is no plain one but a thin space, U+2009",
		"- \ufeffOne\n\n\u2060- Two":                      "9:1: the space here is no plain one but a word joiner",
		"## Next {#nx}\u00a0\n\nMore.":                    "7:14: the space here is no plain one but a no-break space",
		"## Next {#nx\u00a0.essential}\n\nA":              "7:13: the space here is no plain one but a no-break space",
		"\u00ad### Next":                                  "7:1: the space here is no plain one but a soft hyphen, U+00AD",
		"**\u00a0so**":                                    "7:3: the space here is no plain one but a no-break space",
		"*so\u202f*":                                      "7:4: the space here is no plain one but a narrow no-break space",
		"[a]\u00a0(https://example.org)":                  "7:4: the space here is no plain one but a no-break space",
		strings.ReplaceAll(question, "- [", "-\u00a0["):   "9:2: the space here is no plain one but a no-break space",
		strings.Replace(question, "[ ]", "[\u00a0]", 1):   "9:4: the space here is no plain one but a no-break space",
		strings.Replace(question, "[ ] ", "[ ]\u2003", 1): "9:6: the space here is no plain one but an em space",
		strings.Replace(question, "### ", "###\u3000", 1): "7:4: the space here is no plain one but an ideographic space",
		"A.\n\n" + strings.Replace(question, "\n  A.", "\n\u00a0 A.", 1): "13:1: the space here is no plain one but a no-break space",
		strings.Replace(question, "\n\n  A.", "\n\u00a0\n  A.", 1):       "",
		"1.\u00a0Mai": "", "One\n\u00a0\nTwo": "", "\u00a0One": "", "One\u00a0- Two": "", "10\u202f% of all": "", "«\u00a0One\u00a0»": "",
	} {
		kind, what := saidOf(t, body)
		if want == "" && kind == "problem" && strings.Contains(what, "space") || want != "" && !strings.HasPrefix(what, "01-welcome.md:"+want) {
			t.Errorf("%q: %s", body, what)
		}
		if want != "" && strings.Contains(what, "\n\n0") && !strings.Contains(body, "\n") {
			t.Errorf("%q: more than one problem: %s", body, what)
		}
	}
}

// What runs together, or is still to be written, is advised on.
func TestRuns(t *testing.T) {
	data, err := os.ReadFile("testdata/runs.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSuffix(line, "\n"); line[0] == '#' {
			continue
		}
		body, err := strconv.Unquote(`"` + strings.ReplaceAll(line[1:], `"`, `\"`) + `"`)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		want := map[byte]string{'+': "advice", '-': "nothing"}[line[0]]
		if got, what := saidOf(t, body); got != want && (want == "nothing" || got != "problem") {
			t.Errorf("%q: %s, not %s\n%s", body, got, want, what)
		}
		for _, m := range signs() { // what is looked for first hides nothing
			all := sign{has: []string{""}, form: m.form}
			if m.find([]byte(body), strings.ToLower(body)) != all.find([]byte(body), "") {
				t.Errorf("%q is not tried on %q", m.form(), body)
			}
		}
	}
	for _, body := range []string{"http ://e.org", `https:\\e.org`, `https:\e.org`, "⒈ a\n⒉ b", "⑴ a\n⑵ b", "㈠ a\n㈡ b"} {
		if got, what := saidOf(t, body); got != "problem" {
			t.Errorf("%q: %s\n%s", body, got, what)
		}
	}
}

// A file that was cut, or quoted by a mail, says so.
func TestWhatBecameOfAFileIsSaid(t *testing.T) {
	for end, want := range map[string]string{
		"You find it at the door, your": "the file ends in the middle of a line", "It costs 4": "the file ends in the middle", "Come early,": "the file ends in the middle",
		"Come.": "", "Come early\n": "", "Come (early)": "", "“Come.”": "", "- a chair\n": "", "- a chair, and": "the file ends in the middle", "Ven temprano, él": "the file ends in the middle", "来てください。": "",
	} {
		files := contenttest.TinyGuide()
		files["en/01-welcome.md"] = &fstest.MapFile{Data: []byte("# Welcome\n\nLead.\n\n## Your own pace {#own-pace}\n\n" + end)}
		guide, err := Load(files, "en")
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, advice := range guide.Advice {
			said += advice.What
		}
		if !strings.HasPrefix(said, want) || want == "" && said != "" {
			t.Errorf("%q: %q", end, said)
		}
	}
	files := contenttest.TinyGuide()
	files["en/01-welcome.md"] = &fstest.MapFile{Data: []byte("> # Welcome\n>\n> Lead.\n>\n> ## Your own pace {#own-pace}\n>\n> Come.\n")}
	if _, err := Load(files, "en"); err == nil || !strings.Contains(err.Error(), "a mark of a quotation stands before each line") {
		t.Error(err)
	}
}
