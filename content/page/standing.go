package page

import (
	"firstsession/content/record"
	"firstsession/content/walk"
)

// standing is what was decided on the signing page before.
type standing struct {
	state string   // in short; empty if nothing was decided that still holds
	says  []string // about it, and about the record that there is
	name  string   // with which an intake was signed
	// made is set if one can go on, and closed if the decision has to be taken
	// back before another is made: in an intake, where somebody else holds the
	// keyboard next.
	made, closed bool
}

// stands is what was decided, as it holds now.
func stands(s State) standing {
	if s.Intake() {
		return standsInIntake(s)
	}
	words := s.Words()
	signed, hasSigned := s.Walk.Signed()
	d := standing{made: hasSigned || s.Walk.Declined()}
	switch {
	case s.Walk.Declined():
		d.state, d.says = words.Pledge.IsDeclined, []string{words.Pledge.DeclinedAlone}
	case hasSigned && !s.Walk.Lapsed():
		d.state = s.Fill(words.Pledge.IsSigned, "date", day(s, signed.Time))
	}
	if hasSigned {
		d.says = append(d.says, s.Fill(words.Pledge.Signed, "date", day(s, signed.Time), "path", signed.Path))
	}
	return d
}

func standsInIntake(s State) standing {
	words, outcome := s.Words(), s.Walk.Outcome()
	d := standing{made: outcome != walk.Undecided, closed: outcome != walk.Undecided}
	date := day(s, s.Walk.EndedAt())
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
