package plain

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstsession/content"
)

// command is a word that does something.
type command int

// The commands. Their words are in the guide's words.toml.
const (
	none command = iota
	goOn
	back
	again
	chapters
	search
	glossary
	note
	change
	erase
	help
	about
	more
	stop
	begin
	private
	aside
	showMe
	later
	rule
	own
	agree
	talkFirst
	notNow
	sign
	doNotSign
	name
	folder
	add
	leaveOut
	signAgain
	flag
	clinician
	endIntake
	where
)

// takesWords says whether a command may have words of the reader's behind it.
func (c command) takesWords() bool {
	switch c {
	case search, glossary, note, change, erase, own, name, folder, add, leaveOut:
		return true
	default:
		return false
	}
}

// onlyIntake says whether a command means something in an intake only.
func (c command) onlyIntake() bool { return c == flag || c == clinician || c == endIntake }

// vocabulary is what can be typed, by command; the first spelling is the one
// that is shown.
type vocabulary map[command][]string

func newVocabulary(w content.CommandWords) vocabulary {
	v := vocabulary{}
	for c, spellings := range map[command]string{
		goOn: w.GoOn, back: w.Back, again: w.Again, chapters: w.Chapters, search: w.Search,
		glossary: w.Glossary, note: w.Note, change: w.Change, erase: w.Delete, help: w.Help,
		about: w.About, more: w.More, stop: w.Stop, begin: w.Begin, private: w.Private,
		aside: w.Aside, showMe: w.ShowMe, later: w.Later, rule: w.Rule, own: w.Own,
		agree: w.Agree, talkFirst: w.TalkFirst, notNow: w.NotNow, sign: w.Sign,
		doNotSign: w.DoNotSign, name: w.Name, folder: w.Folder, add: w.Add,
		leaveOut: w.LeaveOut, signAgain: w.SignAgain, flag: w.Flag,
		clinician: w.Clinician, endIntake: w.EndIntake, where: w.Where,
	} {
		v[c] = content.Spellings(spellings)
	}
	return v
}

// shown is the spelling of a command that a reader is told.
func (v vocabulary) shown(c command) string {
	if len(v[c]) == 0 {
		return ""
	}
	return v[c][0]
}

// placeholders are the commands as they can stand in the guide's words:
// {back} is the word that goes back.
func (v vocabulary) placeholders() []any {
	var pairs []any
	for name, c := range map[string]command{
		"go_on": goOn, "back": back, "again": again, "chapters": chapters, "search": search,
		"glossary": glossary, "note": note, "change": change, "delete": erase, "help": help,
		"about": about, "stop": stop, "begin": begin, "private": private, "aside": aside,
		"show_me": showMe, "later": later, "rule": rule, "own": own, "agree": agree,
		"talk_first": talkFirst, "not_now": notNow, "sign": sign, "do_not_sign": doNotSign,
		"set_name": name, "set_folder": folder, "add": add, "leave_out": leaveOut, "sign_again": signAgain,
		"flag": flag, "clinician": clinician, "end_intake": endIntake, "where": where,
	} {
		pairs = append(pairs, name, v.shown(c))
	}
	return pairs
}

// said is a line of the reader's, taken apart.
type said struct {
	text    string // as it was typed, without what is no text
	command command
	words   string // behind the command
	numbers []int  // if there is nothing but numbers
	// spoiled is set if keys that are no letters were in the line, so that it
	// may not say what was meant.
	spoiled bool
}

func (s said) empty() bool { return s.text == "" }

// number is the one number that was typed, if it is from 1 to most.
func (s said) number(most int) (int, bool) {
	if len(s.numbers) != 1 || s.numbers[0] < 1 || s.numbers[0] > most {
		return 0, false
	}
	return s.numbers[0], true
}

// understand takes a line apart. Where any text is an answer, one letter with
// words behind it is text as well: a name may begin so.
func (v vocabulary) understand(line string, anyText bool) said {
	// A tab is a space here. What some systems put before a file's first line
	// says nothing.
	line = strings.TrimSpace(strings.ReplaceAll(strings.TrimPrefix(line, "\ufeff"), "\t", " "))
	text := strings.TrimSpace(content.Printable(line, ""))
	s := said{text: text, spoiled: line != text}
	ended := strings.TrimRight(text, ".")
	if anyText && len([]rune(ended)) == 1 {
		ended = text // a letter with a full stop is a name
	}
	bare := strings.ToLower(strings.Join(strings.Fields(ended), " "))
	longest := 0
	for c, spellings := range v {
		for _, spelling := range spellings {
			switch {
			case bare == spelling:
				s.command, s.words = c, ""
				return s
			case !c.takesWords() || len(spelling) < longest || anyText && len(spelling) == 1:
			default:
				if rest, ok := behind(text, spelling); ok {
					s.command, s.words, longest = c, rest, len(spelling)
				}
			}
		}
	}
	if s.command == none {
		s.numbers = numbers(text)
	}
	return s
}

// asName leaves of a line only the commands that are offered where a name is
// asked for, by their whole words as they are shown there. All else is a name.
func (v vocabulary) asName(s said) said {
	switch s.command {
	case sign, doNotSign, back, help, stop, more, again, where, name, folder, add, leaveOut, note, search, chapters, glossary, about:
		word := strings.ToLower(strings.TrimRight(s.text, "."))
		letter := utf8.RuneCountInString(word) == 1 && strings.ContainsFunc(word, unicode.IsLetter)
		if s.words != "" || word == v.shown(s.command) || !letter && (s.command == help || s.command == more) {
			return s
		}
	}
	return said{text: s.text, spoiled: s.spoiled}
}

// behind is what stands behind a word at the start of a text.
func behind(text, word string) (string, bool) {
	if len(text) <= len(word) || !strings.EqualFold(text[:len(word)], word) {
		return "", false
	}
	rest := text[len(word):]
	if trimmed := strings.TrimLeft(rest, " :"); trimmed != rest {
		return trimmed, true
	}
	return "", false
}

// numbers reads a text in which there is nothing but numbers.
func numbers(text string) []int {
	var all []int
	for _, field := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || unicode.IsSpace(r) }) {
		n, err := strconv.Atoi(strings.TrimSuffix(field, "."))
		if err != nil || n < 0 {
			return nil
		}
		all = append(all, n)
	}
	return all
}
