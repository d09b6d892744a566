package page

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// standing is what was decided on the signing page before.
type standing struct {
	state string   // in short; empty if nothing was decided that still holds
	says  []string // about it, and about the record that there is
	path  string   // of the record, where it is here and to be seen
	name  string   // with which an intake was signed
	// made is set if one can go on, and closed if the decision has to be taken
	// back before another is made: in an intake, where somebody else holds the
	// keyboard next.
	made, closed bool
	// withheld is set if it was decided, and the answers do not go into the record.
	withheld bool
}

func stands(s State) standing {
	if s.Intake() {
		return standsInIntake(s)
	}
	words := s.Words()
	signed, hasSigned := s.Walk.Signed()
	date, declined := Day(s, signed.Time), s.Walk.Declined()
	d := standing{made: hasSigned || declined, says: sentences(
		when{declined && !hasSigned, words.Pledge.DeclinedAlone},
		when{hasSigned, orFound(s, s.Fill(words.Pledge.SignedHeard, "date", date))},
		when{s.Walk.Changed(), words.Pledge.ChangedSince},
		when{declined && hasSigned, words.Summary.NotAnew},
	)}
	switch {
	case !hasSigned:
		d.state = plain.Either(declined, words.Pledge.IsDeclined, "")
	case !s.Walk.Lapsed():
		d.state = s.Fill(plain.Either(s.Walk.Changed(), words.Pledge.IsChanged, words.Pledge.IsSigned), "date", date)
	}
	if hasSigned && s.Record.IsHere() && !s.Stays && !s.Served {
		d.path = readable(s)
	}
	return d
}

func standsInIntake(s State) standing {
	words, outcome := s.Words(), s.Walk.Outcome()
	d := standing{made: outcome != walk.Undecided, closed: outcome != walk.Undecided}
	d.withheld = d.closed && !s.Walk.AnswersGoIn()
	date := Day(s, s.Walk.EndedAt())
	switch outcome {
	case walk.EndSigned, walk.EndSignedOpen:
		d.state, d.name = s.Fill(words.Pledge.IsSigned, "date", date), s.Walk.Name()
		d.says = []string{s.Fill(words.Pledge.SignedAs, "date", date, "name", d.name)}
	case walk.EndNotSigned:
		d.state, d.says = words.Pledge.IsDeclined, []string{words.Pledge.Declined}
	case walk.Undecided:
		if s.Walk.Lapsed() {
			d.says = []string{words.Intake.SignatureFell}
		}
	default:
		d.state = record.OutcomeWords(outcome, words.Record)
		d.says = []string{s.Fill(words.Intake.Outcome, "outcome", d.state)}
	}
	return d
}

// typedFolder is a folder that was typed, said in full. A number alone was meant for something
// else, and leaves the one that was there.
func typedFolder(s State, text, was string) (folder string, about Notice) {
	folder = strings.TrimSpace(text)
	if folder != "" && strings.Trim(folder, "0123456789 .,-") == "" && strings.Trim(folder, ".") != "" {
		return was, Notice{Text: s.Fill(s.Words().Pledge.NumberFolder, "text", folder), Care: true, At: folderID}
	}
	if s.Absolute != nil && folder != "" {
		if whole, err := s.Absolute(folder); err == nil { // or saving says what is the matter
			folder = whole
		}
	}
	return folder, Notice{}
}

// typedName is a name as it was typed, and what is said of it: not one of which a
// letter was lost on its way here.
func typedName(s State, text, said string) (name string, about Notice) {
	if strings.ContainsRune(text, unicode.ReplacementChar) {
		return "", Notice{Text: s.Words().Pledge.NameTorn, Care: true, At: nameID}
	}
	if name = record.CleanName(plain.Inked(text)); name != "" {
		about = Notice{Text: s.Fill(said, "name", name), At: signID}
	}
	return name, about
}

// isNoName reports whether a name may be keys, or an answer, that were meant for the page.
func isNoName(words *words.Words, name string) bool {
	answers := plain.Spellings(words.Lines.NoNames + "," + words.Command.Yes + "," + words.Command.No)
	said := func(answer string) bool { return plain.Fold(answer).Text == plain.Fold(name).Text }
	return utf8.RuneCountInString(name) == 1 || strings.Trim(name, "0123456789") == "" || slices.ContainsFunc(answers, said)
}

// sign asks for the record, or says what is missing for it.
func (p signature) sign(s State) (Page, Want) {
	words := s.Words().Pledge
	switch {
	case len(s.Walk.Open()) > 0:
		p.notice = answersFirst(s)
	case p.name == "":
		p.notice = Notice{Text: s.Fill(words.NameFirst), Care: true, At: nameID}
	case !s.Stays && isNoName(s.Words(), p.name) && p.asked != p.name:
		p.asked, p.notice = p.name, Notice{Text: s.Fill(words.NameSure, "name", p.name), Care: true}
	case s.Intake(): // the name waits for the clinician's part
		return p, Do{Events: []walk.Event{{Kind: walk.NameTyped, Text: p.name}}, Next: true}
	case p.folder == "":
		p.notice = Notice{Text: words.NeedFolder, Care: true, At: folderID}
	default:
		return p, p.Signs()
	}
	return p, nil
}

// answerWords are an answer as it is shown, or that there is none.
func answerWords(words *words.Words, answer walk.Answer) string {
	return cmp.Or(answer.Words(words.Statement), words.Pledge.Open)
}

// answersHeard are the answers that there are in short, each with the numbers of its promises.
func answersHeard(s State) string {
	words, said := s.Words(), ""
	for _, answer := range []walk.Answer{walk.Agree, walk.TalkFirst, walk.NotNow} {
		var numbers []string
		for i, statement := range s.Guide().Commitment.Statements {
			if s.Walk.Answer(statement.ID) == answer {
				numbers = append(numbers, strconv.Itoa(i+1))
			}
		}
		if len(numbers) > 0 {
			said += s.Fill(words.Plain.LineIs, "label", answer.Words(words.Statement), "text", strings.Join(numbers, ", ")) + ". "
		}
	}
	return plain.Either(said == "", "", words.Pledge.AnswersHeard+" "+said)
}

// answerMark is the sign of an answer.
func answerMark(answer walk.Answer) Mark {
	marks := map[walk.Answer]Mark{walk.Agree: Agreed, walk.TalkFirst: ToTalk, walk.NotNow: NotAgreed}
	return cmp.Or(marks[answer], Open)
}

// answersFirst leads to the first promise that has no answer, which may be out of sight.
func answersFirst(s State) Notice {
	about := Notice{Text: s.Fill(s.Words().Pledge.AnswersFirst), Care: true}
	if open := s.Walk.Open(); len(open) > 0 {
		about.At = answerID + open[0].ID
	}
	return about
}

// Became says why the record could not be saved, at what can be changed.
func (p signature) Became(s State, err error) Page {
	words := s.Words().Pledge
	once := OnceMore("")
	switch {
	case err == nil:
	case errors.As(err, &once):
		p.notice = Notice{Text: err.Error(), Care: true}
	case errors.Is(err, record.ErrNoName):
		p.name, p.notice = "", Notice{Text: s.Fill(words.NameFirst), Care: true, At: nameID}
	case errors.Is(err, walk.ErrOpen):
		p.notice = answersFirst(s)
	default:
		reason := s.Fill(words.Failed, "error", strings.TrimRight(s.Words().Reason(err), "."))
		p.notice = Notice{Text: reason, Care: true, At: folderID}
	}
	return p
}

func recorded(s State, d standing) []string {
	words, isRead := s.Words(), s.Served && !s.Invited
	intake, alone := s.Intake() && !s.Invited, !s.Intake() && !s.Invited
	all := sentences(
		when{isRead, words.Served.RecordName},
		when{!isRead && !d.closed, words.Pledge.RecordName},
		when{!isRead && d.closed && d.name != "", s.Fill(words.Pledge.RecordNamed, "name", d.name)},
		when{true, words.Pledge.RecordDate},
		when{true, plain.Either(d.withheld, words.Intake.SignWithheld, words.Pledge.RecordWords)},
		when{true, s.Fill(words.Pledge.RecordText, "revision", s.Guide().Revision)},
		when{len(s.Guide().Facts) > 0, words.Pledge.RecordPractice},
		when{s.Invited, s.Fill(words.Served.RecordVia, "reference", s.Reference)},
		when{alone, words.Pledge.RecordRun},
		when{alone && s.Entered, words.Pledge.RecordEntered},
		when{intake, words.Intake.SignRecord},
		when{intake && !d.closed, words.Intake.SignUnsigned},
		when{intake && !d.closed && len(record.Offers(s.Walk)) > 0, words.Intake.SignOwn},
	)
	if form, _ := s.Walk.Form(); intake {
		all = append(all, fromBefore(s, form)...)
	}
	return append(all, words.Pledge.RecordParts+" "+strings.Join(record.PartNames(s.Walk), "; "))
}

// fromBefore is what a record says of who had the intake, and of the record whose
// place it was to take: what was only begun takes nobody's.
func fromBefore(s State, form walk.Form) []string {
	words, outcome := s.Words().Intake, s.Walk.Outcome()
	isWhole := outcome == walk.Undecided || outcome.IsDecided()
	return sentences(
		when{len(form.Before) > 0, s.Fill(words.SignBefore, "before", strings.Join(form.Before, ", "))},
		when{form.Supersedes != "", plain.Either(isWhole, words.RecordInstead, words.RecordBeside)},
	)
}

// saved says where the record is, as the intake is now, or that there is none.
func saved(s State, sheet *Sheet) bool {
	signed, ok := s.Walk.Saved()
	if !ok {
		sheet.say(s.Words().Intake.NotSavedYet)
		return false
	}
	said := s.Words().Intake.Saved
	if !s.Record.IsHere() {
		said, _ = s.Found("")
	}
	sheet.say(said)
	sheet.part(Path, signed.Path)
	return true
}

// Found says how the record that was signed last was found to be, and its path, or
// that of its copy to read. Here is what is said of one that is as it was saved.
func (s State) Found(here string) (said, path string) {
	signed, _ := s.Walk.Signed()
	words := s.Words().Summary
	amiss := map[record.Presence]string{
		record.NoCopy: words.NoCopy, record.Moved: words.Moved, record.Altered: words.Altered, record.Unseen: words.Unseen,
	}
	path = plain.Either(s.Record == record.Here, signed.Readable(), signed.Path)
	return cmp.Or(amiss[s.Record], here), plain.Printable(path, "?")
}

// readable is the path of what there is to read of the record.
func readable(s State) string {
	_, path := s.Found("")
	return path
}

// orFound is what is said of a record that is here, or else how it was found to be.
func orFound(s State, here string) string {
	if s.Record.IsHere() {
		return here
	}
	signed, _ := s.Walk.Signed()
	said, path := s.Found("")
	return s.Fill(s.Words().Summary.Saved, "date", Day(s, signed.Time)) + " " + said + " " + path
}

// NewRecord is a record as its copy to read says it, to be read in between.
func NewRecord(a record.Record) Page {
	return simple(func(s State) Sheet {
		sheet := Sheet{Title: s.Words().Record.Title, Passing: true}
		for _, line := range record.Lines(a, s.Words()) {
			switch {
			case line.Heading:
				sheet.part(Heading, line.Text)
			case line.Item:
				sheet.Body = append(sheet.Body, Part{Kind: ListItem, Text: line.Text, Under: line.Under})
			default:
				sheet.say(line.Text)
			}
		}
		return sheet
	})
}
