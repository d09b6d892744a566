package practice

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

func TestANumberThatCannotBeReadIsShownAsItStands(t *testing.T) {
	for name, text := range map[string]string{
		"another case":            "[Crisis]\ntext = \"Ring 555-0199\"\n",
		"Text":                    "[crisis]\nText = \"Ring 555-0199\"\n",
		"a colon":                 "[crisis]\ntext: \"Ring 555-0199\"\n",
		"YAML":                    "fee: 80 000\ncrisis:\n  text: Ring 555-0199\n",
		"JSON":                    "{\"crisis\": {\"text\": \"Ring 555-0199\"}}\n",
		"JSON in lines":           "{\n  \"crisis\": {\n    \"text\": \"Ring 555-0199\"\n  }\n}\n",
		"a hard space":            "[crisis]\n\u00a0text = \"Ring 555-0199\"\n",
		"a backslash":             "[crisis]\ntext = \"Ring \\d 555-0199\"\n",
		"not closed":              "[crisis]\ntext = \"\"\"\nRing 555-0199\n",
		"two parts":               "[crisis]\ntext = \"Ring 555-0199\"\n[crisis]\n",
		"a list":                  "[crisis]\ntext = [\"Ring 555-0199\", \"or\"]\n",
		"a sum":                   "[crisis]\ntext = \"Ring \" + \"555-0199\"\n",
		"a part of a list":        "[[crisis]]\ntext = \"Ring 555-0199\"\n",
		"marks of a merge":        "[crisis]\n<<<<<<< mine\ntext = \"Ring 555-0199\"\n=======\ntext = \"Ring\"\n>>>>>>> theirs\n",
		"UTF-16":                  "\xff\xfe[\x00c\x00r\x00i\x00s\x00i\x00s\x00]\x00\n\x00t\x00e\x00x\x00t\x00 \x005\x005\x005\x00-\x000\x001\x009\x009\x00",
		"ends of an old Mac":      "[crisis]\rtext = \"Ring 555-0199\"\r",
		"RTF":                     "{\\rtf1\\ansi [crisis]\\par\ntext = \"Ring 555-0199\"\\par\n}",
		"another direction":       "[crisis]\ntext = \"Ring \u202e555-0199\"\n",
		"a comment":               "# [crisis]\ntext = \"Ring 555-0199\"\n",
		"in a group":              "[group.crisis\ntext = \"Ring 555-0199\"\n",
		"a part that is none":     "[crises]\ntext = \"Ring 555-0199\"\n",
		"without brackets at all": "text = Ring 555-0199\n",
	} {
		data := []byte("fee = \"1000\"\n# Ring 555-0100\n" + text + "checked = 2026-01-01\n")
		if name == "UTF-16" {
			data = []byte(text)
		}
		if all := CrisisLines(data, ""); len(all) != 1 || !strings.Contains(all[0], "0199") {
			t.Errorf("%s: %q", name, all)
		}
		if all := CrisisLines(data, "Ring 555-0199"); len(all) > 0 {
			t.Errorf("%s is shown twice: %q", name, all)
		}
	}
}

func TestWhomToTurnToIsReadOfAFileThatHasProblems(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/crisis.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range archive.Files {
		group, want, _ := strings.Cut(file.Name, ":")
		if _, err := Parse("practice.toml", file.Data); err == nil {
			t.Errorf("nothing is amiss in\n%s", file.Data)
		}
		p := CrisisOf("practice.toml", file.Data)
		if in, ok := p.In(group); ok {
			p = in
		}
		if got := strings.ReplaceAll(p.Crisis.Text, "\n", "/"); got != strings.TrimSpace(want) {
			t.Errorf("%q, not %q, of\n%s", got, want, file.Data)
		}
	}
}
