package plain

import (
	"errors"
	"strings"

	"firstsession/content/record"
	"firstsession/content/walk"
)

// signature is the page on which one signs, or not. A name is typed, said
// again, and confirmed with a typed word.
type signature struct {
	l      *Lines
	step   walk.Step
	name   string // as it was typed; empty if none is yet
	folder string
}

func (s *signature) at() walk.Step { return s.step }

// anyText says that a name may be any text, until there is one.
func (s *signature) anyText() bool { return s.name == "" }

func (s *signature) asksName() bool { return s.name == "" }

func (s *signature) heading() string {
	return s.l.chapterHeading(s.step.Chapter) + " " + s.l.fill(s.l.words.Plain.Signature)
}

func (s *signature) show() {
	words := s.l.words.Pledge
	if signed, ok := s.l.visit.Walk.Signed(); ok && !s.l.intake() {
		s.l.say(words.Signed, "date", s.l.day(signed.Time), "path", signed.Path)
	}
	s.statements()
	signing := s.l.visit.Walk.Guide().Commitment.Signing
	s.l.Say(sentence(signing.Heading))
	s.l.blocks(signing.Body)
	s.l.Say(s.l.words.Record.TakeBack + ".")
	s.l.Say(s.l.words.Record.TakeBackHow)
	s.record()
	s.offers()
	if !s.l.intake() {
		s.where()
		s.trace()
	}
	s.choices()
}

// trace says to whoever chose to leave none that a record is one.
func (s *signature) trace() {
	if s.l.visit.Private && s.folder != "" {
		s.l.say(s.l.words.Pledge.Trace, "folder", s.folder)
	}
}

// statements are what is signed, word for word, each with its answer.
func (s *signature) statements() {
	words := s.l.words.Pledge
	s.l.Say(sentence(words.Statements))
	s.l.say(words.Lead)
	for i, statement := range s.l.visit.Walk.Guide().Commitment.Statements {
		answer := s.l.fill(s.l.words.Plain.YourAnswer, "answer", s.l.answerWords(s.l.visit.Walk.Answer(statement.ID)))
		s.l.item(i+1, sentence(statement.Text)+" "+answer)
	}
}

// record says what goes into the record, and what never does.
func (s *signature) record() {
	words, run := s.l.words.Pledge, s.l.words.Pledge.RecordRun
	if s.l.intake() {
		run = s.l.words.Intake.SignRecord
	}
	s.l.Say(words.Record + ":")
	s.l.list([]string{
		words.RecordName, words.RecordDate, words.RecordWords,
		s.l.fill(words.RecordText, "revision", s.l.visit.Walk.Guide().Revision),
		run,
		words.RecordParts + " " + strings.Join(record.PartNames(s.l.visit.Walk), "; "),
	})
	if s.l.intake() {
		s.l.Say(sentence(s.l.words.Intake.SignEither))
	}
	s.l.Say(words.RecordNever)
}

// offers are the member's own notes and thoughts, none of which goes in unless
// they say so.
func (s *signature) offers() {
	all := record.Offers(s.l.visit.Walk)
	if len(all) == 0 {
		return
	}
	s.l.say(s.l.words.Plain.Include)
	for i, offer := range all {
		text := strings.ReplaceAll(offer.Text, "\n", " ")
		if s.l.intake() && !s.l.visit.Walk.Included(offer.ID) {
			text = s.l.fill(s.l.words.Intake.Covered, "n", i+1)
		}
		if s.l.visit.Walk.Included(offer.ID) {
			text = s.l.fill(s.l.words.Plain.Included, "text", text)
		}
		s.l.item(i+1, text)
	}
}

// where says into which folder the copy goes.
func (s *signature) where() {
	if s.folder == "" {
		s.l.say(s.l.words.Plain.NoFolder)
		return
	}
	s.l.say(s.l.words.Plain.Folder, "folder", s.folder)
}

func (s *signature) choices() { s.l.say(s.l.words.Plain.SignHow) }

func (s *signature) prompt() string {
	if s.name == "" {
		return s.l.fill(s.l.words.Plain.AskName)
	}
	return s.l.fill(s.l.words.Plain.AskSign, "name", short(s.name))
}

func (s *signature) take(typed said) bool {
	switch {
	case typed.command == sign:
		s.sign()
	case typed.command == doNotSign:
		s.l.next(s.step, walk.Event{Kind: walk.Decline, Subject: walk.SignatureID})
	case s.l.intake() && typed.command == folder:
		return false // the clinician has chosen it
	case typed.command == folder && typed.words == "":
		s.where()
	case typed.command == folder:
		s.folder = typed.words
		s.where()
	case typed.command == add, typed.command == leaveOut:
		s.include(typed.words, typed.command == add)
	case typed.command == name && typed.words == "":
		s.name = ""
	case typed.command == name:
		s.setName(typed.words)
	case typed.command == none && s.name == "" && !typed.empty() && s.l.words.Danger.IsCry(typed.text):
		danger := s.l.words.Danger
		s.l.say(danger.OfferName, "way", s.l.fill(danger.ByWord), "text", short(typed.text))
	case typed.command == none && s.name == "" && !typed.empty():
		s.setName(typed.text)
	default:
		return false
	}
	return true
}

// setName takes a name and says it again. Nothing is signed by that.
func (s *signature) setName(text string) {
	clean := record.CleanName(text)
	switch {
	case len([]rune(text)) > record.MaxName:
		s.l.say(s.l.words.Plain.NameTooLong, "n", len([]rune(text)), "most", record.MaxName)
	case clean == "":
		s.l.say(s.l.words.Plain.NeedName)
	default:
		s.name = clean
		s.l.say(s.l.words.Plain.NameIs, "name", clean)
		if !s.l.intake() {
			s.trace()
		}
	}
}

// include puts a note or a thought into the record, or leaves it out.
func (s *signature) include(words string, yes bool) {
	all := record.Offers(s.l.visit.Walk)
	chosen := numbers(words)
	for _, n := range chosen {
		if n < 1 || n > len(all) {
			chosen = nil
		}
	}
	if len(chosen) == 0 {
		s.l.say(s.l.words.Plain.WhichNote)
		return
	}
	for _, n := range chosen {
		s.l.apply(walk.Event{Kind: walk.Include, Subject: all[n-1].ID, Yes: yes})
	}
	s.offers()
}

// sign saves the record. If that fails, all is still here.
func (s *signature) sign() {
	words := s.l.words.Plain
	switch {
	case len(s.l.visit.Walk.Open()) > 0:
		s.l.say(words.NeedAnswer)
		return
	case s.name == "":
		s.l.say(words.NeedName)
		return
	case s.l.intake(): // the name waits for the clinician's part
		s.l.next(s.step, walk.Event{Kind: walk.NameTyped, Text: s.name})
		return
	case strings.TrimSpace(s.folder) == "":
		s.l.say(words.NoFolder)
		return
	}
	signed, err := s.l.visit.Sign(s.name, s.folder)
	switch {
	case errors.Is(err, record.ErrNoName):
		s.name = ""
		s.l.say(words.NeedName)
	case err != nil:
		s.l.say(words.Failed, "error", err)
	default:
		s.l.next(s.step, signed)
	}
}

func (s *signature) more() []string {
	words := s.l.words.Plain
	if s.l.intake() {
		return []string{words.HelpSign, words.HelpName, words.HelpAdd}
	}
	return []string{words.HelpSign, words.HelpName, words.HelpFolder, words.HelpAdd}
}
