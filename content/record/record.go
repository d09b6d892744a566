// Package record makes, writes and checks the record of a signing or an intake:
// what was answered to each statement, under which text, and under which name. It goes
// to the disk through disk.FS; the time, the random bytes and the words are
// handed in. Answers to a guide's questions never come in, nor does anything
// that the member has not chosen to have in it.
package record

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"firstsession/content/plain"
	"firstsession/content/walk"
)

// Format is the number of the format that this program writes. Those before it are
// read for ever, and say less.
const Format = waysFormat

// What each format brought.
const (
	memberFormat = 1 // a member's own record
	intakeFormat = 2 // that of an intake
	factsFormat  = 3 // what the practice said
	homeFormat   = 4 // what was read at home, and who had the intake before
	twoFormat    = 5 // what a countersignature means in two languages
	waysFormat   = 6 // phone, video and guardian
)

// MaxSize is how many bytes a record may have.
const MaxSize = 1 << 20

// MaxName is how many characters of a name are kept.
const MaxName = 200

// Alone is how the guide was run: without an intake form. Whether somebody sat
// beside the member is not known.
const Alone = "alone"

// Record is what one signing, or one intake, came to. The order of its fields is that
// in the file.
type Record struct {
	Format     int         `json:"format"`
	ID         string      `json:"id"`                   // random, and stands in the file's name
	Supersedes string      `json:"supersedes,omitempty"` // the ID of the record whose place this one takes
	Outcome    walk.Ending `json:"outcome"`              // that of a signature in a member's own record: one who does not sign leaves none
	Guide      Guide       `json:"guide"`
	Practice   *Practice   `json:"practice,omitempty"` // what it said when that was signed; nil without a practice file
	Statements []Statement `json:"statements"`
	Signing    Meaning     `json:"signing"` // what a signature means, as it was shown
	Name       string      `json:"name,omitempty"`
	Began      *time.Time  `json:"began,omitempty"` // when the guide was begun, as Time says when; nil if that is not known
	// Time is when it was signed, in local time with its offset; in an intake,
	// when what decided the outcome happened. It may have been saved later.
	Time             time.Time         `json:"time"`
	Entered          Input             `json:"entered,omitempty"` // how the answers reached the program; empty if that is not known
	Run              []string          `json:"run"`               // how the guide was gone through, such as Alone
	Intake           *Intake           `json:"intake,omitempty"`  // nil in a member's own record
	Invited          *Invited          `json:"invited,omitempty"` // nil but where it was signed with an invitation
	Parts            []Part            `json:"parts"`
	Notes            []Note            `json:"notes,omitempty"`
	Reflections      []Reflection      `json:"reflections,omitempty"`
	TakeBack         string            `json:"take_back"` // how the member can
	Program          string            `json:"program"`
	Countersignature *Countersignature `json:"countersignature,omitempty"`
	// Digest is the SHA-256 of the record's encoding without it. It shows a
	// change by accident, and no other.
	Digest string `json:"digest,omitempty"`
}

// Input is a way in which answers reach the program. None is less than another.
type Input string

// The ways.
const (
	Terminal Input = "terminal"
	Piped    Input = "piped input"
	SSH      Input = "ssh"
)

// Guide names the text that was answered.
type Guide struct {
	Title    string `json:"title"`
	Language string `json:"language"`
	Revision string `json:"revision"`
}

// Statement is one statement in full, and the answer to it.
type Statement struct {
	ID     string      `json:"id"`
	Text   string      `json:"text"`
	Answer walk.Answer `json:"answer"`
	// Clinicians are the words for it in the clinician's language, if that is not
	// the client's. What was agreed to is Text.
	Clinicians string     `json:"clinicians,omitempty"`
	Needed     bool       `json:"needed,omitempty"`   // the practice asks for it before somebody starts; only an intake's says so
	Answered   *time.Time `json:"answered,omitempty"` // when; nil if that is not known
}

// Meaning is what a signature means, in full.
type Meaning struct {
	Heading string   `json:"heading"`
	Text    []string `json:"text"` // by paragraph
}

// Part is a chapter of which the member read something.
type Part struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Sections []string `json:"sections"` // the ids of those that were read
	Of       int      `json:"of"`       // how many the chapter has
}

// Note is what the member wants to say or ask, and chose to have here.
type Note struct {
	At   string `json:"at,omitempty"` // the heading where it was taken
	Text string `json:"text"`
}

// Reflection is what the member said to one, and chose to have here.
type Reflection struct {
	ID     string   `json:"id"`
	Prompt string   `json:"prompt"`
	Ticked []string `json:"ticked,omitempty"`
	Own    string   `json:"own,omitempty"`
}

// Countersignature is a clinician's.
type Countersignature struct {
	Name    string  `json:"name"`
	Meaning Meaning `json:"meaning"`
	// Clients is what it means in the client's language, if that is not the
	// clinician's. What was signed is Meaning.
	Clients *Meaning  `json:"clients,omitempty"`
	Time    time.Time `json:"time"`
}

// CleanName is a name as it is kept: in any script, on one line, without what could
// command a terminal or turn the direction of text. It is empty if nothing of it would
// be seen.
func CleanName(name string) string {
	name = strings.Map(func(r rune) rune {
		return plain.Either(unicode.Is(unicode.Bidi_Control, r), -1, r)
	}, plain.Printable(strings.ToValidUTF8(name, ""), " "))
	name = strings.Join(strings.Fields(name), " ")
	if utf8.RuneCountInString(name) > MaxName {
		name = strings.TrimSpace(string([]rune(name)[:MaxName]))
	}
	return plain.Either(!plain.Seen(name), "", name)
}

func isName(name string) bool { return name != "" && CleanName(name) == name }

func isID(id string) bool { return len(id) == idLength && strings.Trim(id, hexDigits) == "" }

const idLength = 16

const hexDigits = "0123456789abcdef"

// hasFormat reports whether a record says no more than its format can.
func (a Record) hasFormat() bool {
	switch {
	case a.Format > Format || a.Format < a.needs():
		return false
	case a.Format <= intakeFormat:
		return (a.Intake != nil) == (a.Format == intakeFormat)
	default: // a record has one place for its practice
		return a.Intake == nil || a.Intake.Practice+a.Intake.PracticeCode == ""
	}
}

// needs is the first format that can say all that a record says.
func (a Record) needs() int {
	isNew := func(way string) bool {
		return slices.Contains([]walk.Way{walk.ByPhone, walk.ByVideo, walk.Guardian}, walk.Way(way))
	}
	switch {
	case slices.ContainsFunc(a.Run, isNew):
		return waysFormat
	case a.Countersignature != nil && a.Countersignature.Clients != nil:
		return twoFormat
	case a.Intake != nil && len(a.Intake.Home)+len(a.Intake.Before) > 0:
		return homeFormat
	case a.Practice != nil || a.Began != nil || a.Entered != "" || a.Invited != nil:
		return factsFormat
	default:
		return memberFormat
	}
}

// fault is something that this program would not have written, if it is so.
type fault struct {
	isSo bool
	what string
}

// firstOf is the first of them, as an error.
func firstOf(faults ...fault) error {
	for _, f := range faults {
		if f.isSo {
			return errors.New(f.what)
		}
	}
	return nil
}

func (a Record) check() error {
	isSigned, c := a.Outcome.IsSigned(), a.Countersignature
	if err := firstOf(
		fault{!isID(a.ID), "its id is none"},
		fault{a.Supersedes != "" && !isID(a.Supersedes), "the id of the record before it is none"},
		fault{a.Time.IsZero(), "it has no time"},
		fault{len(a.Statements) == 0, "it has no statements"},
		fault{isSigned && !isName(a.Name), "it is signed and has no name"},
		fault{!isSigned && a.Name != "", "it has a name and is not signed"},
		fault{c != nil && CleanName(c.Name) == "", "it is countersigned without a name"},
		fault{c != nil && a.Intake == nil && a.Format >= factsFormat, "a member's own record is countersigned"},
		fault{!slices.Contains([]Input{"", Terminal, Piped, SSH}, a.Entered), fmt.Sprintf("%q is no way to enter answers", a.Entered)},
	); err != nil {
		return err
	}
	return errors.Join(a.Practice.check(), a.Intake.check(), a.Invited.check(a.Intake), a.checkAnswers())
}

func (a Record) checkAnswers() error {
	if a.Intake == nil && slices.ContainsFunc(a.Statements, func(s Statement) bool { return s.Needed }) {
		return errors.New("a member's own record says what a practice needs")
	}
	fits, err := a.answered()
	if err != nil && !errors.Is(err, walk.ErrOpen) {
		return err
	}
	switch {
	case a.Outcome.IsSigned() && fits != a.Outcome:
		return fmt.Errorf("its answers do not fit its outcome, %q", a.Outcome)
	case a.Outcome.IsDecided(), a.Outcome == walk.EndStopped, a.Outcome == walk.EndContinued:
		return nil
	default:
		return fmt.Errorf("%q is no outcome", a.Outcome)
	}
}

// answered is the outcome that a signature has under these answers. The error
// fits walk.ErrOpen while one is missing.
func (a Record) answered() (walk.Ending, error) {
	outcome, err := walk.EndSigned, error(nil)
	for _, s := range a.Statements {
		switch s.Answer {
		case walk.Agree:
		case walk.TalkFirst, walk.NotNow:
			outcome = walk.EndSignedOpen
		case walk.Unanswered:
			err = walk.ErrOpen
		default:
			return "", fmt.Errorf("%q is no answer", s.Answer)
		}
	}
	if err != nil {
		return "", err
	}
	return outcome, nil
}
