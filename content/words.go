package content

import (
	"fmt"
	"strings"
)

// Words is every word that a reader sees the program say. The embedded
// English words are the base; a guide's words.toml lies over them, key by key.
// Names in braces, such as {chapter}, are filled in by Fill.
type Words struct {
	Guide     GuideWords     `toml:"guide"`
	Question  QuestionWords  `toml:"question"`
	Statement StatementWords `toml:"statement"`
	Print     PrintWords     `toml:"print"`
	Keys      KeyWords       `toml:"keys"`
	Frame     FrameWords     `toml:"frame"`
	Home      HomeWords      `toml:"home"`
	Reader    ReaderWords    `toml:"reader"`
	Pledge    PledgeWords    `toml:"pledge"`
	Summary   SummaryWords   `toml:"summary"`
	Search    SearchWords    `toml:"search"`
	Notes     NotesWords     `toml:"notes"`
	Record    RecordWords    `toml:"record"`
	Practice  PracticeWords  `toml:"practice"`
	Command   CommandWords   `toml:"command"`
	Danger    DangerWords    `toml:"danger"`
	Plain     PlainWords     `toml:"plain"`
	Intake    IntakeWords    `toml:"intake"`
}

// GuideWords name the guide.
type GuideWords struct {
	Title    string `toml:"title"`
	Subtitle string `toml:"subtitle"`
}

// QuestionWords say how a question is answered.
type QuestionWords struct {
	ChooseOne string `toml:"choose_one"`
	ChooseAll string `toml:"choose_all"`
	Reflect   string `toml:"reflect"`

	Place        string `toml:"place"`       // {n} {of}
	PlaceAgain   string `toml:"place_again"` // {n} {of}
	PlaceReflect string `toml:"place_reflect"`
	OnceMore     string `toml:"once_more"` // a question is offered
	LeavesIt     string `toml:"leaves_it"` // how it is left then

	Fits      string `toml:"fits"`
	OtherFits string `toml:"other_fits"` // than the one that was chosen
	FitsLess  string `toml:"fits_less"`  // one of several
	HowOne    string `toml:"how_one"`    // to choose, if nothing is chosen yet
	HowAll    string `toml:"how_all"`
	Tried     string `toml:"tried"`
	Found     string `toml:"found"`
	Shown     string `toml:"shown"`

	TickedFit  string `toml:"ticked_fit"`
	TickedSome string `toml:"ticked_some"` // some of it does not fit
	SameTicks  string `toml:"same_ticks"`
	OneMissing string `toml:"one_missing"`
	Missing    string `toml:"missing"` // {n}
	TryAgain   string `toml:"try_again"`
	AllFit     string `toml:"all_fit"`

	Private    string `toml:"private"`     // who sees what is ticked
	Changed    string `toml:"changed"`     // since something was ticked
	NoneTicked string `toml:"none_ticked"` // and Enter was pressed
	Own        string `toml:"own"`
	Write      string `toml:"write"`
}

// StatementWords are the three answers to a statement, of equal weight.
type StatementWords struct {
	Agree     string `toml:"agree"`
	TalkFirst string `toml:"talk_first"`
	NotNow    string `toml:"not_now"`
	Why       string `toml:"why"`
}

// PrintWords stand only on the printed guide.
type PrintWords struct {
	Skip     string `toml:"skip"` // for whoever goes through the page by ear or by key
	Contents string `toml:"contents"`
	Yours    string `toml:"yours"`
	Where    string `toml:"where"` // the answers are, if there are any

	Chapter    string `toml:"chapter"`  // {number} {count}
	Labelled   string `toml:"labelled"` // {label} {title}
	Picture    string `toml:"picture"`  // {alt}
	Question   string `toml:"question"` // {number}
	Reflection string `toml:"reflection"`

	Answer      string `toml:"answer"` // a link to a question's answer
	Answers     string `toml:"answers"`
	AnswersLead string `toml:"answers_lead"`
	Fits        string `toml:"fits"`
	ReadAgain   string `toml:"read_again"` // {section} {number}
	ReadRule    string `toml:"read_rule"`  // {section} {number}

	Parts         string `toml:"parts"`  // that the signature speaks of
	Choice        string `toml:"choice"` // to sign or not
	Sign          string `toml:"sign"`
	NotSign       string `toml:"not_sign"`
	Name          string `toml:"name"`
	ClinicianName string `toml:"clinician_name"`
	Date          string `toml:"date"`
	Signature     string `toml:"signature"`

	Card       string `toml:"card"`
	CardCut    string `toml:"card_cut"`
	CardWhen   string `toml:"card_when"`
	CardWhere  string `toml:"card_where"`
	CardCall   string `toml:"card_call"`
	CardLife   string `toml:"card_life"`
	CardCrisis string `toml:"card_crisis"`
	CardSay    string `toml:"card_say"`
	CardAsk    string `toml:"card_ask"`

	Revision string `toml:"revision"` // {title} {revision}
}

// Fill puts values into a text's placeholders: Fill("page {n}", "n", 2) is
// "page 2". A name without a value stays as it stands, and a value is never
// filled in again.
func Fill(text string, pairs ...any) string {
	var names []string
	for i := 0; i+1 < len(pairs); i += 2 {
		names = append(names, fmt.Sprintf("{%v}", pairs[i]), fmt.Sprint(pairs[i+1]))
	}
	return strings.NewReplacer(names...).Replace(text)
}
