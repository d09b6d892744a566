package record

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"firstsession/content/walk"
)

func whole1(t testing.TB) []byte {
	t.Helper()
	g := guide(t)
	w, facts := apply(t, walk.New(g), mixed(g)...)
	d := draft()
	d.Answered = AnswerTimes(facts)
	a, err := Build(w, d)
	must(t, err)
	data, err := Encode(a)
	must(t, err)
	return data
}

// wholeIntake is a short record of an intake.
func wholeIntake(t testing.TB) []byte {
	t.Helper()
	data, err := Encode(intakeRecord(t, smallGuide()))
	must(t, err)
	return data
}

func TestAnyByteChangedOrCutIsDamage(t *testing.T) {
	for name, data := range map[string][]byte{"a member's own": whole1(t), "of an intake": wholeIntake(t)} {
		t.Run(name, func(t *testing.T) { anyByte(t, data) })
	}
}

// A revision that loses its quotation mark may be a number, and a large one.
func TestANumberThatIsTooLargeIsDamage(t *testing.T) {
	data := regexp.MustCompile(`"revision": "[0-9a-f]*"`).ReplaceAll(whole1(t), []byte(`"revision": 247e4739`))
	var damage *DamageError
	if _, err := Decode(data); !errors.As(err, &damage) {
		t.Error(err)
	}
}

func anyByte(t *testing.T, data []byte) {
	if _, err := Decode(data); err != nil {
		t.Fatal(err)
	}
	is := func(changed []byte, at int) {
		t.Helper()
		_, err := Decode(changed)
		var damage *DamageError
		var newer *NewerError
		if !errors.As(err, &damage) && !errors.As(err, &newer) {
			t.Fatalf("byte %d: %v", at, err)
		}
	}
	for at := range data {
		is(data[:at], at)
		is(slices.Delete(slices.Clone(data), at, at+1), at)
		is(slices.Insert(slices.Clone(data), at, ' '), at)
		for _, b := range []byte{data[at] ^ 1, data[at] ^ 0x20, data[at] ^ 0x80, 0} {
			changed := slices.Clone(data)
			changed[at] = b
			is(changed, at)
		}
	}
	is(append(slices.Clone(data), '\n'), len(data))
}

func TestDamageSaysWhich(t *testing.T) {
	data := string(whole1(t))
	again := func(old, change string) string { return strings.Replace(data, old, change, 1) }
	sealed := func(change func(*Record)) string {
		a, err := Decode([]byte(data))
		must(t, err)
		change(&a)
		if a.Digest, err = a.digest(); err != nil {
			t.Fatal(err)
		}
		b, err := Encode(a)
		must(t, err)
		return string(b)
	}
	for _, c := range []struct{ name, text, why string }{
		{"nothing", "", "it is not whole"},
		{"half", data[:len(data)/2], "it is not whole"},
		{"other JSON", "[1, 2]\n", "cannot be read as a record"},
		{"no JSON", "Dear Dana,\n", "it is not whole"},
		{"not UTF-8", again("Dana", "D\xffna"), "UTF-8"},
		{"a field more", again(`"name"`, `"more": 1, "name"`), `unknown field "more"`},
		{"a field twice", again(`"name"`, `"name": "Dana", "name"`), `the field "name" stands in it twice`},
		{"a field twice, deep", again(`"answer"`, `"answer": "agree", "answer"`), `the field "answer" stands in it twice`},
		{"two records", data + data, "something stands behind its end"},
		{"other words", again("keep private", "keep quiet"), "digest does not fit"},
		{"other digest", again(`"digest": "`, `"digest": "0`), "digest does not fit"},
		{"other spaces", again("  ", "    "), "not written as this program writes it"},
		{"other capitals", again(`"name"`, `"Name"`), "not written as this program writes it"},
		{"other line ends", strings.ReplaceAll(data, "\n", "\r\n"), "not written as this program writes it"},
		{"no format", again(`"format": 6`, `"format": 0`), "names no format"},
		{"sealed without a name", sealed(func(a *Record) { a.Name = "" }), "has no name"},
		{"sealed with a hidden name", sealed(func(a *Record) { a.Name = "D\u202ea" }), "has no name"},
		{"sealed with other answers", sealed(func(a *Record) { a.Outcome = walk.EndSigned }), "do not fit its outcome"},
		{"sealed with no answer", sealed(func(a *Record) { a.Statements[0].Answer = "sure" }), "is no answer"},
		{"sealed without statements", sealed(func(a *Record) { a.Statements = nil }), "no statements"},
		{"sealed with no id", sealed(func(a *Record) { a.ID = "../x" }), "its id is none"},
		{"sealed with another format", sealed(func(a *Record) { a.Format = intakeFormat }), "names no format"},
		{"sealed with an intake's part in an old format", sealed(func(a *Record) {
			a.Format, a.Intake = memberFormat, &Intake{Reference: "K-102", Parts: walk.AllParts}
		}), "names no format"},
		{"sealed with no way", sealed(func(a *Record) { a.Entered = "hearsay" }), "no way to enter answers"},
		{"sealed with a practice's part in an old format", sealed(func(a *Record) { a.Format, a.Practice = memberFormat, &Practice{Name: "River Clinic"} }), "names no format"},
		{"sealed with a hidden group", sealed(func(a *Record) { a.Practice = &Practice{Group: "Tues\u202eday"} }), "practice, group or site"},
		{"sealed with a nameless countersignature", sealed(func(a *Record) { a.Countersignature = &Countersignature{} }), "countersigned without a name"},
		{"deep", strings.Repeat("[", MaxSize), "too much stands within each other"},
		{"long", strings.Repeat(" ", MaxSize+1), "too long"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Decode([]byte(c.text))
			var damage *DamageError
			if !errors.As(err, &damage) || !strings.Contains(damage.Why, c.why) {
				t.Errorf("%v, want %q", err, c.why)
			}
		})
	}
	var newer *NewerError
	if _, err := Decode([]byte(again(`"format": 6`, `"format": 7, "more": 3`))); !errors.As(err, &newer) || newer.Format != 7 {
		t.Errorf("a newer one: %v", err)
	}
}

func TestAnIntakesRecordThatWasChangedSaysWhich(t *testing.T) {
	data := wholeIntake(t)
	a, err := Decode(data)
	must(t, err)
	sealed := func(change func(*Record)) string {
		b := a
		made, countersigned := *a.Intake, *a.Countersignature
		b.Intake, b.Countersignature = &made, &countersigned
		b.Statements = slices.Clone(a.Statements)
		change(&b)
		return string(sealedAnew(t, b))
	}
	lines := strings.SplitAfter(string(data), "\n")
	from := slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, `"statements"`) }) + 1
	swapped := slices.Concat(lines[:from], lines[from+5:from+9], []string{"    },\n"}, lines[from:from+4], []string{"    }\n"}, lines[from+10:])
	for _, c := range []struct{ name, text, why string }{
		{"cut short", string(data[:len(data)-2]), "it is not whole"},
		{"statements swapped", strings.Join(swapped, ""), "digest does not fit"},
		{"an answer changed", strings.Replace(string(data), "talk first", "agree", 1), "digest does not fit"},
		{"the outcome changed", strings.Replace(string(data), "signed with open points", "signed", 1), "digest does not fit"},
		{"the outcome changed, and sealed", sealed(func(a *Record) { a.Outcome = walk.EndSigned }), "do not fit its outcome"},
		{"not signed, and sealed", sealed(func(a *Record) { a.Outcome = walk.EndNotSigned }), "it has a name and is not signed"},
		{"the reference changed, and sealed", sealed(func(a *Record) { a.Intake.Reference = "../x" }), "reference is none"},
		{"the parts changed, and sealed", sealed(func(a *Record) { a.Intake.Parts = "some" }), "which parts were planned"},
		{"the clinician hidden, and sealed", sealed(func(a *Record) { a.Intake.Clinician = "D\u202er" }), "practice or clinician"},
		{"the countersignature's name gone, and sealed", sealed(func(a *Record) { a.Countersignature.Name = " " }), "countersigned without a name"},
		{"no intake, and sealed", sealed(func(a *Record) { a.Intake = nil }), "own record is countersigned"},
		{"a space more", strings.Replace(string(data), ": ", ":  ", 1), "not written as this program writes it"},
		{"a newline more", string(data) + "\n", "not written as this program writes it"},
		{"a newline less", strings.TrimSuffix(string(data), "\n"), "not written as this program writes it"},
	} {
		_, err := Decode([]byte(c.text))
		var damage *DamageError
		if !errors.As(err, &damage) || !strings.Contains(damage.Why, c.why) {
			t.Errorf("%s: %v, want %q", c.name, err, c.why)
		}
	}
}

func FuzzDecode(f *testing.F) {
	data := whole1(f)
	f.Add(data)
	f.Add(data[:100])
	made := wholeIntake(f)
	f.Add(made)
	f.Add(made[:len(made)/2])
	f.Add(bytes.Replace(made, []byte("K-102"), []byte("../.."), 1))
	f.Add([]byte(`{"format":1,"format":1}`))
	f.Add([]byte(strings.Repeat("[", 30)))
	words := guide(f).Words
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := Decode(data)
		if err != nil {
			return
		}
		again, err := Encode(a)
		if err != nil || !bytes.Equal(again, data) {
			t.Fatalf("%v, %q", err, again)
		}
		Text(a, words)
		HTML(a, words)
	})
}
