package records_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content/record"
	"firstsession/tui/command/shell"
)

// begun is a folder with two records, the first with an addition.
func begun(t *testing.T) (c *clinic, path, addition string) {
	t.Helper()
	c = newClinic(t)
	path = c.intake("K-102", c.all(), typed("Dana"))
	c.run(shell.ExitDone, "records", "add", "K-102", "--records", c.dir, "--todo", "ring the insurer", "--by", "2027-01-01")
	additions, err := filepath.Glob(filepath.Join(c.dir, "addition-*.json"))
	if err != nil || len(additions) != 1 {
		t.Fatal(additions, err)
	}
	c.intake("K-103", c.all(), typed("Noor"))
	return c, path, additions[0]
}

// Whoever looks at a record of which an addition is lost is told so, and never that it
// stands as it was signed.
func TestARecordWhoseAdditionIsLostIsNowhereToldAsItWasSigned(t *testing.T) {
	for name, lose := range map[string]func(*testing.T, string){
		"cut":     func(t *testing.T, path string) { t.Helper(); put(t, path, []byte("{")) },
		"emptied": func(t *testing.T, path string) { t.Helper(); put(t, path, nil) },
		"gone":    remove,
	} {
		t.Run(name, func(t *testing.T) {
			c := newClinic(t)
			path := c.intake("K-102", c.all(), typed("Dana"))
			c.add(path, record.Addition{Kind: record.Withdrawn, Day: "2026-11-02"})
			c.write("expected", "K-102\n")
			found, err := filepath.Glob(filepath.Join(c.dir, "addition-*"))
			if err != nil || len(found) != 1 {
				t.Fatal(found, err)
			}
			id, _ := record.AdditionIn(filepath.Base(found[0]))
			lose(t, found[0])
			c.intake("K-103", c.all(), typed("Noor"))
			verified := shell.ExitProblems
			if name == "gone" { // which may not have come yet
				verified = shell.ExitDone
			}
			for _, look := range []struct {
				code int
				args []string
			}{
				{shell.ExitDone, []string{"print", path}},
				{shell.ExitDone, []string{"print", "--format", "html", path}},
				{verified, []string{"verify", path}},
				{shell.ExitProblems, []string{"verify", c.dir}},
				{shell.ExitProblems, []string{"records", c.dir}},
				{shell.ExitDone, []string{"records", "add", path, "--countersigned", "B. Boss"}},
			} {
				if out, said := c.run(look.code, look.args...); !strings.Contains(out+said, "missing or cannot be read") || !strings.Contains(out+said, id) {
					t.Errorf("%v: %s%s", look.args, out, said)
				}
			}
			if out, _ := c.run(verified, "verify", path); !strings.Contains(out, "Of 1 record an addition is missing") {
				t.Errorf("its sum is %s", out)
			}
			if out, _ := c.run(shell.ExitProblems, "records", "--expected", filepath.Join(c.dir, "expected"), c.dir); !strings.Contains(out, "signed; an addition to it is missing or cannot be read") {
				t.Errorf("%s", out)
			}
			out, _ := c.run(shell.ExitProblems, "records", "--csv", c.dir)
			if row := csvOf(t, out)[1]; row[7] != "not known" || !strings.Contains(row[len(row)-1], id) {
				t.Errorf("%q", row)
			}
			// The copy still says what was lost, which nobody can write anew.
			if copied, err := os.ReadFile(strings.TrimSuffix(path, ".json") + ".txt"); err != nil || !strings.Contains(string(copied), "Taken back on 2026-11-02") {
				t.Errorf("%s, %v", copied, err)
			}
			if _, said := c.run(shell.ExitFailed, "records", "add", path, "--set-aside", id); !strings.Contains(said, "is damaged or missing here") {
				t.Errorf("%s", said)
			}
		})
	}
}

func TestACopyToReadIsVerifiedByItsRecord(t *testing.T) {
	c := newClinic(t)
	path := strings.TrimSuffix(c.intake("K-102", c.all(), typed("Dana")), ".json")
	for _, end := range []string{".txt", ".html"} {
		if out, _ := c.run(shell.ExitDone, "verify", path+end); !strings.Contains(out, path+".json: whole; ") || strings.Contains(out, "differs") {
			t.Errorf("%s", out)
		}
	}
	number := path[strings.LastIndex(path, "-")+1:]
	for text, want := range map[string]string{"another": ".txt copy does not have its number", "changed " + number: ".txt copy differs"} {
		put(t, path+".txt", []byte(text))
		if out, _ := c.run(shell.ExitDone, "verify", path+".txt"); !strings.Contains(out, want) {
			t.Errorf("%s", out)
		}
	}
}

func (c *clinic) rename(from, to string) {
	c.t.Helper()
	if err := os.MkdirAll(filepath.Dir(filepath.Join(c.dir, to)), 0o700); err != nil {
		c.t.Fatal(err)
	}
	if err := os.Rename(from, filepath.Join(c.dir, to)); err != nil {
		c.t.Fatal(err)
	}
}

func TestCopiesWithoutTheirRecordAreErased(t *testing.T) {
	for name, which := range map[string]func(path string) string{
		"its text":      func(path string) string { return strings.TrimSuffix(path, ".json") + ".txt" },
		"its page":      func(path string) string { return strings.TrimSuffix(path, ".json") + ".html" },
		"its number":    func(path string) string { return record.IDIn(filepath.Base(path)) },
		"its reference": func(string) string { return "K-102" },
	} {
		t.Run(name, func(t *testing.T) {
			c, path, addition := begun(t)
			if _, said := c.run(shell.ExitFailed, "records", "erase", strings.TrimSuffix(path, ".json")+".txt", "--yes"); !strings.Contains(said, "a copy to read of a record that is here") {
				t.Errorf("beside its record: %s", said)
			}
			remove(t, path)
			remove(t, addition)
			text := strings.TrimSuffix(path, ".json") + ".txt"
			if out, _ := c.run(shell.ExitProblems, "verify", c.dir); !strings.Contains(out, "is missing") {
				t.Errorf("verify: %s", out)
			}
			said := c.answers(func() {}, "records", "erase", which(path), "--records", c.dir)
			if !strings.Contains(said, "Erased: the copies to read of the record") || len(c.leftOf()) != 3 {
				t.Errorf("left is %v; it said %s", c.leftOf(), said)
			}
			if _, err := os.Stat(text); err == nil {
				t.Error("the text is still there")
			}
		})
	}
}

// What belongs to a record under another name goes with it, if that is certain, and
// else it is named.
func TestWhatBelongsToARecordUnderAnotherNameIsErasedOrSaid(t *testing.T) {
	for name, c := range map[string]struct {
		move       func(c *clinic, path, addition string)
		left, says string // what is left beside the other record's three files
	}{
		"an addition":             {move: func(c *clinic, _, addition string) { c.rename(addition, "foo.json") }},
		"an addition in capitals": {move: func(c *clinic, _, addition string) { c.rename(addition, "TODO.JSON") }},
		"a text": {
			move: func(c *clinic, path, _ string) { c.rename(strings.TrimSuffix(path, ".json")+".txt", "Copy of x.txt") },
			left: "Copy of x.txt", says: "These have its number, and stay, since nobody knows what else they hold: Copy of x.txt.",
		},
		"a page": {
			move: func(c *clinic, path, _ string) { c.rename(strings.TrimSuffix(path, ".json")+".html", "Dana.htm") },
			left: "Dana.htm", says: "and stay, since nobody knows what else they hold: Dana.htm.",
		},
		"what an editor left": {
			move: func(c *clinic, path, _ string) { c.rename(strings.TrimSuffix(path, ".json")+".txt", ".foo.json.swp") },
			left: ".foo.json.swp", says: "what else they hold: .foo.json.swp.",
		},
		"what a computer left": {
			move: func(c *clinic, path, _ string) {
				c.rename(strings.TrimSuffix(path, ".json")+".txt", "foo.json.sb-12ab-xy")
			},
			left: "foo.json.sb-12ab-xy", says: "what else they hold: foo.json.sb-12ab-xy.",
		},
		"a text with no end to its name": {
			move: func(c *clinic, path, _ string) { c.rename(strings.TrimSuffix(path, ".json")+".txt", "K102 notes") },
			left: "K102 notes", says: "what else they hold: K102 notes.",
		},
		"a backup of an editor": {
			move: func(c *clinic, path, _ string) { c.rename(strings.TrimSuffix(path, ".json")+".txt", "foo.bak") },
			left: "foo.bak", says: "what else they hold: foo.bak.",
		},
		"a text in UTF-16": {
			move: func(c *clinic, path, _ string) {
				_, _, id := record.InName(filepath.Base(path))
				c.write("../records/u16.txt", "\xff\xfe"+strings.Join(strings.Split(id, ""), "\x00")+"\x00")
			},
			left: "u16.txt", says: "what else they hold: u16.txt.",
		},
		"in a folder within": {
			move: func(c *clinic, path, addition string) {
				c.rename(addition, "old/"+filepath.Base(addition))
				c.rename(strings.TrimSuffix(path, ".json")+".txt", "old/a.txt")
			},
			left: "R.html old", says: filepath.FromSlash("old/a.txt"), // the page says what was added, which is not here
		},
		"an addition that is away": {
			move: func(_ *clinic, _, addition string) { remove(t, addition) },
			left: "R.html R.txt", says: "Not here, though the ledger knows of it: the addition ",
		},
		"a letter that names no number": {
			move: func(c *clinic, _, _ string) { c.write("letter.txt", "Dear K-102") }, left: "letter.txt",
		},
	} {
		t.Run(name, func(t *testing.T) {
			clinic, path, addition := begun(t)
			c.move(clinic, path, addition)
			said := clinic.answers(func() {}, "records", "erase", "K-102", "--records", clinic.dir)
			var left []string
			for _, file := range clinic.leftOf() {
				if !strings.Contains(file, "K-103") {
					left = append(left, file)
				}
			}
			if got := strings.ReplaceAll(strings.Join(left, " "), strings.TrimSuffix(filepath.Base(path), ".json"), "R"); got != c.left || c.says != "" && !strings.Contains(said, c.says) || c.says == "" && strings.Contains(said, "These have") {
				t.Errorf("left is %q; it said %s", got, said)
			}
		})
	}
}

func TestAnAdditionUnderAnotherNameIsNotMissing(t *testing.T) {
	c, _, addition := begun(t)
	c.rename(addition, "foo.json")
	for _, which := range []string{"verify", "records"} {
		if out, _ := c.run(shell.ExitDone, which, c.dir); strings.Contains(out, "missing") || which == "records" && !strings.Contains(out, "ring the insurer") {
			t.Errorf("%s: %s", which, out)
		}
	}
}

func TestWhoAddsToADamagedRecordIsToldOfIt(t *testing.T) {
	c, path, _ := begun(t)
	if err := os.Truncate(path, 500); err != nil {
		t.Fatal(err)
	}
	for _, which := range []string{"K-102", record.IDIn(filepath.Base(path))} {
		_, said := c.run(shell.ExitFailed, "records", "add", which, "--records", c.dir, "--withdrawn")
		if !strings.Contains(said, filepath.Base(path)+" cannot be read whole; nothing can be added to it; take a whole copy of it from a backup") {
			t.Errorf("%s: %s", which, said)
		}
	}
}

func TestANumberIsTakenInCapitals(t *testing.T) {
	c, _, addition := begun(t)
	number, _ := record.AdditionIn(filepath.Base(addition))
	c.run(shell.ExitDone, "records", "add", "K-102", "--records", c.dir, "--done", strings.ToUpper(number[:6]))
	if _, said := c.run(shell.ExitUsage, "records", "add", "K-102", "--records", c.dir, "--todo", "", "--by", "2030-01-01"); !strings.Contains(said, "--todo was given nothing") {
		t.Errorf("%s", said)
	}
}
