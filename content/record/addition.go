package record

import (
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"firstsession/content"
	"firstsession/content/code"
	"firstsession/content/plain"
)

// Kind is what an addition says of its record.
type Kind string

// The kinds. None says what somebody told: that belongs into the chart.
const (
	Withdrawn     Kind = "withdrawn"     // the client took it back, on Day
	ToDo          Kind = "to do"         // Text is what, until Day
	Done          Kind = "done"          // Of is the addition that was to do, and Text its text
	Countersigned Kind = "countersigned" // by Name, under Meaning
	Corrected     Kind = "reference"     // the client's is Reference
	OnPaper       Kind = "paper"         // the same was signed with ink, on Day
	SetAside      Kind = "set aside"     // Of is an addition that does not count any more
	Replaced      Kind = "replaced"      // Of is the record that takes this one's place
	InDoubt       Kind = "in doubt"      // in no file: a ledger cannot tell whether more was added
	lost          Kind = "lost"          // in no file: nobody knows what it said
)

// AdditionFormat is the newest format of additions that this program reads. Each is
// written in the first that has its kind, so that an older program reads what it knows.
const AdditionFormat = 2

// format is the number of the first format that has a kind.
func (k Kind) format() int { return plain.Either(k == SetAside || k == Replaced, 2, 1) }

// MaxToDo is how many characters there can be to do.
const MaxToDo = 300

// Addition is what came to a record after it was saved, in a file beside it. The order
// of its fields is that in the file.
type Addition struct {
	Format       int       `json:"format"`
	ID           string    `json:"id"`
	Record       string    `json:"record"` // to which it belongs, as it was then
	RecordDigest string    `json:"record_digest"`
	Kind         Kind      `json:"kind"`
	Time         time.Time `json:"time"`          // when it was added
	Day          string    `json:"day,omitempty"` // as 2006-01-02
	Of           string    `json:"of,omitempty"`
	Text         string    `json:"text,omitempty"`
	Reference    string    `json:"reference,omitempty"`
	Name         string    `json:"name,omitempty"`
	Meaning      *Meaning  `json:"meaning,omitempty"`
	Program      string    `json:"program"`
	Digest       string    `json:"digest,omitempty"`
}

// NewAddition makes an addition to a whole record of what is set in it. What was added
// before it in the same second, or just behind that, has an earlier second than it.
func NewAddition(to Record, a Addition, random io.Reader, before ...Addition) (Addition, error) {
	var err error
	if a.ID, err = code.Number(random, idLength/2); err != nil {
		return a, err
	}
	a.Format, a.Record, a.RecordDigest, a.Time = a.Kind.format(), to.ID, to.Digest, whole(a.Time)
	for _, b := range inOrder(slices.Clone(before)) {
		if ahead := b.Time.Sub(a.Time); ahead >= 0 && ahead < time.Minute {
			a.Time = whole(b.Time.Add(time.Second).In(a.Time.Location()))
		}
	}
	a.Name, a.Text = CleanName(a.Name), strings.Join(strings.Fields(clean(a.Text)), " ")
	if err := a.check(); err != nil {
		return a, fmt.Errorf("add to a record: %w", err)
	}
	if a.Digest, err = a.digest(); err != nil {
		return a, err
	}
	return a, nil
}

// Countersigning is what a countersignature means in a guide.
func Countersigning(g *content.Guide) Meaning { return meaning(g.Commitment.Countersigning) }

func (a Addition) hasFormat() bool { return a.Format == a.Kind.format() }

func (a Addition) given() string { return a.Digest }

func (a Addition) digest() (string, error) {
	a.Digest = ""
	return DigestOf(a)
}

// kindFields are all that each kind has: a day, a text, another number, a reference, a
// name with its meaning.
var kindFields = map[Kind][5]bool{
	Withdrawn: {true}, OnPaper: {true}, ToDo: {true, true}, Done: {true, true, true},
	SetAside: {2: true}, Replaced: {2: true}, Corrected: {3: true}, Countersigned: {4: true},
}

func (a Addition) check() error {
	day, of := a.Day != "", a.Of != ""
	_, noDay := time.Parse(time.DateOnly, a.Day)
	has := [5]bool{day, a.Text != "", of, a.Reference != "", a.Name != "" || a.Meaning != nil}
	wants, known := kindFields[a.Kind]
	fits := known && has == wants && (a.Kind != Corrected || isReference(a.Reference)) &&
		(a.Kind != Countersigned || a.Meaning != nil && isName(a.Name))
	return firstOf(
		fault{!isID(a.ID) || !isID(a.Record) || of && !isID(a.Of), "an id in it is none"},
		fault{len(a.RecordDigest) != 2*sha256.Size || strings.Trim(a.RecordDigest, hexDigits) != "", "the code of its record is none"},
		fault{a.Time.IsZero(), "it has no time"},
		fault{day && noDay != nil, fmt.Sprintf("%q is no day, such as 2026-11-30", a.Day)},
		fault{len([]rune(a.Text)) > MaxToDo, fmt.Sprintf("what is to be done can have at most %d characters", MaxToDo)},
		fault{!fits, fmt.Sprintf("it does not say what an addition %q says", a.Kind)},
	)
}

// DecodeAddition reads an addition that is whole, as Decode does a record.
func DecodeAddition(data []byte) (Addition, error) {
	return decode[Addition](data, "an addition", AdditionFormat)
}
