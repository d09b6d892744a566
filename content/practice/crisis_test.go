package practice

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// Half a text, or a number that was changed without a word, is worse than the lines.
func TestWhomToTurnToIsReadOfAFileThatHasProblems(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/crisis.txt")
	if err != nil {
		t.Fatal(err)
	}
	unquoted := strings.NewReplacer(`\cr`, "\r", `\u00a0`, "\u00a0", `\u202e`, "\u202e", `\x1b`, "\x1b")
	for _, file := range archive.Files {
		group, want, _ := strings.Cut(file.Name, ":")
		data := []byte(unquoted.Replace(string(file.Data)))
		if _, err := Parse("practice.toml", data); err == nil {
			t.Errorf("nothing is amiss in\n%s", file.Data)
		}
		p := CrisisOf("practice.toml", data)
		if in, ok := p.In(group); ok {
			p = in
		}
		got := strings.ReplaceAll(p.Crisis.Text, "\n", "/")
		if group == "lines" && got == "" {
			got = strings.Join(CrisisLines(data), " / ")
		}
		if got != strings.TrimSpace(want) {
			t.Errorf("%q, not %q, of\n%s", got, want, file.Data)
		}
	}
}

// What a group leaves out need not be read to know whom it calls.
func TestWhatAGroupLeavesOutHidesNoCrisisText(t *testing.T) {
	const file = "fee = \"50\"\n[crisis]\ntext = \"Ring 555-0199\"\n[[group]]\nid = \"a\"\nname = \"A\"\nleave_out = "
	for list, shown := range map[string]bool{
		`["fee"]`: true, "[ # the fee\n  \"fee\", # and no [crisis]\n]": true, `["statement.come-on-time", "fee"]`: true,
		`["crisis", "fee"]`: false, "[\n  'fee',\n  'crisis' ]": false,
	} {
		for _, slip := range []string{"", "unknown = 1\n"} {
			data := []byte(file + list + "\n" + slip)
			if line := HiddenCrisis("p.toml", data); line != "" {
				t.Errorf("%s%s: %q is said to be on no page", list, slip, line)
			}
			in, _ := CrisisOf("p.toml", data).In("a")
			if got := in.Crisis.Text != ""; got != shown {
				t.Errorf("%s%s: %q", list, slip, in.Crisis.Text)
			}
		}
	}
	if line := HiddenCrisis("p.toml", []byte(file+"[\"fee\"\n")); line == "" {
		t.Error("a list without an end hides nothing")
	}
}

func TestNoNumberIsLostInALongFile(t *testing.T) {
	long := "[crisis]\ntext = \"\"\"\n" + strings.Repeat("At night:\n", 60) + "555-0199\n"
	for _, data := range []string{
		long, "\xff\xfe" + strings.Join(strings.Split("[crisis]\ntext = 555-0199\n", ""), "\x00") + "\x00",
		`{"fee": "` + strings.Repeat("a ", 4000) + `", "crisis": {"text": "Ring 555-0199"}}`,
	} {
		if all := CrisisLines([]byte(data)); !strings.Contains(strings.Join(all, "\n"), "555-0199") {
			t.Errorf("%.60q: %q", data, all)
		}
	}
}

// Whichever character is missing, doubled or another one: the number is there, and a
// text that counts as read is the whole one.
func TestNoSlipInAFileHidesTheNumber(t *testing.T) {
	const file = "fee = \"50\"\nnot_agreed = \"\"\"\nWe talk.\n\"\"\"\n[crisis]\ntext = \"Ring 555-0199 at night\"\nchecked = 2026-11-01\n[notes]\nattendance = \"Come.\"\n"
	number := strings.Index(file, "555-0199")
	words := strings.Index(file, "Ring")
	for at := range file {
		for _, slip := range []string{"", file[at:at+1] + file[at:at+1], "“", "\n", "[", "#", "\\", "'"} {
			if at >= number && at < number+len("555-0199") || slip == "#" && at >= words-len("text = \"") && at < number {
				continue
			}
			data := []byte(file[:at] + slip + file[at+1:])
			said := CrisisOf("practice.toml", data).Crisis.Text
			all := said
			if said == "" {
				all = strings.Join(CrisisLines(data), "\n")
			}
			if !strings.Contains(all, "555-0199") || said != "" && !strings.HasSuffix(said, "night") && (at < words || at > words+len("Ring 555-0199 at night")) {
				t.Errorf("%q for %q at %d: %q", slip, file[at], at, all)
			}
		}
	}
}
