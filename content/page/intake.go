package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// form is the clinician's. Nothing of it is kept before the intake begins, and of the list
// to think of never anything. Nothing is chosen beforehand but the client's language.
type form struct {
	clinicianReads
	filled   walk.Form
	language string            // the client's, where it was chosen
	ticks    [7]bool           // of the list to think of
	brought  *string           // where a file is that the client brought; nil if nothing was typed
	asked    string            // the id of what was left empty, and was asked about
	found    []walk.Unfinished // what was offered before it, to which one can go back
	notice   Notice
}

func (p form) Show(s State) Sheet {
	w := s.Words().Intake
	sheet := inIntake(s, w.ForClinician, w.Form)
	sheet.Notice = p.notice
	if crisis := crisisLine(s, p.filled.Group); crisis != "" {
		sheet.say(crisis)
	}
	sheet.say(w.FormLead, s.Fill(w.FormKeys))
	sheet.say(practiceLines(s, p.filled.Group, cmp.Or(p.language, s.Client))...)
	p.groups(s, &sheet)
	sheet.add(Item{ID: "reference", Kind: Line, Label: w.Reference, Help: w.ReferenceHow, Text: p.filled.Reference, Most: walk.MaxReference})
	again := plain.Either(s.Before != "" && p.filled.Clinician == s.Before, w.ClinicianAgain, "")
	sheet.add(nameLine("clinician", w.Clinician, again, p.filled.Clinician))
	p.ways(s, &sheet)
	p.languages(s, &sheet)
	sheet.add(Item{ID: "who interprets", Kind: Line, Label: w.WhoInterprets, Help: w.WhoInterpretsHow, Text: p.filled.Interpreter, Most: record.MaxName})
	sheet.add(Item{ID: "aim", Kind: Line, Label: w.Aim, Help: w.AimHow, Text: p.filled.Aim, Most: mostAim})
	sheet.add(Item{ID: "brought", Kind: Line, Label: w.Brought, Help: w.BroughtHow, Text: p.file(s), Most: mostFolder})
	for i, check := range [len(p.ticks)]string{
		w.CheckSafe, w.CheckLanguage, w.CheckSenses, w.CheckKnows, w.CheckSent, w.CheckOthers, w.CheckCrisis,
	} {
		chosen := p
		chosen.ticks[i] = !p.ticks[i]
		how := plain.Either(i == 0, w.CheckHow, "")
		sheet.group(w.Check, Item{ID: fmt.Sprint("check ", i+1), Kind: Tick, Label: check, Help: how, On: p.ticks[i], becomes: chosen})
	}
	begin := act("begin", w.Begin, w.BeginWord, nil)
	begin.Asks = p.missing(s).Care
	sheet.add(begin)
	if len(p.found) > 0 {
		sheet.move(Move{Meaning: Back})
	}
	return sheet
}

func (p form) groups(s State, sheet *Sheet) {
	words := s.Words().Group
	for _, group := range s.Groups {
		chosen := p
		chosen.filled.Group = group.ID
		if crisis := crisisLine(s, group.ID); crisis != "" && !s.Stays { // its place may be out of sight
			chosen.notice = Notice{Text: crisis, Care: true}
		}
		label := groupName(s, group)
		if group.When != "" {
			label = s.Fill(words.MeetsAt, "group", label, "when", group.When)
		}
		sheet.group(words.Which, Item{
			ID: groupID + group.ID, Kind: Pick, Label: label, On: p.filled.Group == group.ID, becomes: chosen,
		})
	}
}

// ways are how the intake is run, and how much of the guide it goes through.
func (p form) ways(s State, sheet *Sheet) {
	w := s.Words().Intake
	for _, of := range walk.Ways(w, words.Record{}) {
		chosen := p
		chosen.filled.Run = toggled(p.filled.Run, of.Way)
		sheet.group(w.Run, Item{ID: string(of.Way), Kind: Tick, Label: of.Asks, On: slices.Contains(p.filled.Run, of.Way), becomes: chosen})
	}
	for _, part := range []choice[walk.Parts]{
		{walk.AllParts, s.Fill(w.AllParts, s.fromTo()...)},
		{walk.Essentials, s.Fill(w.ShortParts, "n", s.span(s.Walk.ShortMinutes(s.pace())))},
		{walk.TalkOnly, w.PartsTalk},
	} {
		chosen := p
		chosen.filled.Parts = part.value
		sheet.group(w.Parts, Item{ID: string(part.value), Kind: Pick, Label: part.words, On: p.filled.Parts == part.value, becomes: chosen})
	}
}

func (p form) languages(s State, sheet *Sheet) {
	if len(s.Languages) < 2 {
		return
	}
	words := s.Words().Intake
	for i, language := range s.Languages {
		chosen := p
		chosen.language = language.Code
		sheet.group(words.ClientLanguage, Item{
			ID: "language " + language.Code, Kind: Pick, Label: language.Name,
			Help: plain.Either(i == 0, s.Fill(words.ClientLanguageHow), ""),
			On:   language.Code == cmp.Or(p.language, s.Client), becomes: chosen,
		})
	}
}

// file is where a file is that the client brought: as it was typed, or said when
// the program was started.
func (p form) file(s State) string {
	if p.brought != nil {
		return *p.brought
	}
	return s.Brought
}

func (p form) Answer(s State, a Answer) (Page, Want) {
	p.notice = Notice{}
	switch a.ID {
	case "reference":
		p.filled.Reference = a.Text
		if _, err := walk.CleanReference(a.Text); err != nil && a.Text != "" {
			p.notice = badReference(s, err)
		}
	case "clinician":
		p.filled.Clinician = a.Text
	case "who interprets":
		p.filled.Interpreter = a.Text
	case "aim":
		p.filled.Aim = a.Text
	case "brought":
		p.brought = new(strings.TrimSpace(a.Text))
	case "begin":
		return p.begin(s)
	case string(Back):
		return p, BeforeIntake{start{found: p.found, form: p}}
	default:
		return choose(p, s, a)
	}
	return p, nil
}

func (p form) begin(s State) (Page, Want) {
	p.notice, p.asked = p.missing(s), p.lacks(s).At
	if p.notice.Care {
		return p, nil
	}
	filled := p.filled
	filled.Reference, _ = walk.CleanReference(filled.Reference)
	return p, BeginIntake{Form: filled, Language: cmp.Or(p.language, s.Client), Brought: p.file(s)}
}

// missing is all that is asked for before the intake begins, at the first of it.
func (p form) missing(s State) Notice {
	var all []Notice
	if _, err := walk.CleanReference(p.filled.Reference); err != nil {
		all = append(all, badReference(s, err))
	}
	if len(s.Groups) > 0 && p.filled.Group == "" {
		all = append(all, Notice{Text: s.Words().Group.NeedGroup, At: groupID + s.Groups[0].ID})
	}
	if p.filled.Parts == "" {
		all = append(all, Notice{Text: s.Words().Intake.NeedParts, At: string(walk.AllParts)})
	}
	if lacks := p.lacks(s); lacks.At != p.asked {
		all = append(all, lacks)
	}
	if len(all) == 0 {
		return Notice{}
	}
	said := plain.Each(all, func(n Notice) string { return n.Text })
	return Notice{Text: strings.Join(said, " "), Care: true, At: all[0].At}
}

// lacks asks for what may stay empty only on purpose: how it is run, and who
// interprets where that is ticked.
func (p form) lacks(s State) Notice {
	w := s.Words().Intake
	switch interprets := slices.Contains(p.filled.Run, walk.Interpreter); {
	case len(p.filled.Run) == 0:
		return Notice{Text: s.Fill(w.NeedRun, "run", w.Run), Care: true, At: string(walk.Together)}
	case interprets && strings.TrimSpace(p.filled.Interpreter) == "":
		return Notice{Text: w.NeedInterpreter, Care: true, At: "who interprets"}
	}
	return Notice{At: p.asked}
}

func badReference(s State, err error) Notice {
	return Notice{Text: s.Fill(s.Words().Intake.BadReference, "error", s.Words().Reason(err)), Care: true, At: "reference"}
}

// inIntake begins the sheet of a page that only an intake has.
func inIntake(s State, forWhom, heading string) Sheet {
	sheet := Sheet{Title: s.Words().Intake.Title, ForWhom: forWhom}
	sheet.part(Heading, heading)
	return sheet
}

// client tells the client what the clinician can see, and what is kept.
func client(s State) Sheet {
	words := s.Words().Intake
	sheet := inIntake(s, words.ForClient, words.Client)
	group, mark := s.Guide().Group, s.Words().Practice.NotInThis+" "
	switch lacks := group.Lacks.In(s.Guide().Language); {
	case slices.Contains(lacks, "group_name"): // the site, which stands behind it, as well
		group.Name = mark + group.Name
	case slices.Contains(lacks, "site_name"):
		group.Site = mark + group.Site
	}
	if name := groupName(s, group); name != "" {
		sheet.say(s.Fill(s.Words().Group.Is, "group", name))
	}
	sheet.say(words.ClientSees, words.ClientKept, words.ClientNever, words.ClientWhile,
		s.Fill(words.ClientWhere, "folder", s.Folder))
	if s.Shared {
		sheet.say(s.Fill(s.Words().Pledge.Shared, "folder", s.Folder))
	}
	reads := words.ClientReads
	for _, fact := range s.Guide().Facts {
		if fact.Key == "record_readers" {
			reads = s.Fill(words.ClientReadsTold, "text", plain.OneLine(told(s, fact)))
		}
	}
	form, _ := s.Walk.Form()
	sheet.say(reads, words.ClientSkip, plain.Either(form.IsAway(), words.ClientAway, words.ClientAlone))
	sheet.goesOn(words.GoOn, Do{Next: true})
	return sheet
}

// points lists the promises that were not agreed to, each to be answered again.
func points(s State) Sheet {
	words := s.Words()
	sheet := inIntake(s, words.Intake.ForBoth, words.Intake.Points)
	open := s.Walk.OpenPoints()
	if len(open) == 0 {
		sheet.say(words.Intake.PointsNone)
	} else {
		sheet.say(words.Intake.PointsLead)
	}
	// Marked while it was still to come, and agreed to since: it is none of these.
	sheet.list(words.Intake.TalkFlagged, plain.Some(s.Walk.Flagged(), func(step walk.Step) (string, bool) {
		return stepName(s.Walk, step), step.Kind == walk.Statement && s.Walk.Answer(step.ID) == walk.Agree
	}))
	for i, statement := range open {
		answer := s.Walk.Answer(statement.ID)
		help := s.Fill(words.Intake.PointAnswer, "answer", answerWords(words, answer))
		if statement.Needed {
			help += " " + words.Intake.Needed
		}
		to, _ := s.Walk.Find(statement.ID)
		sheet.add(Item{
			ID: statement.ID, Kind: Act, Group: statement.Text, Help: help, Mark: answerMark(answer),
			Label: plain.Either(answer == "", words.Intake.AnswerFirst, words.Intake.AnswerThis), Word: s.Fill(words.Intake.AnswerWord, "n", i+1), wants: Go{to},
		})
	}
	sheet.goesOn(words.Intake.GoOn, Do{Next: true})
	return sheet
}
