package content

import "strings"

// CommandWords are what can be typed in line mode. Each value is one or more
// spellings with commas between; the first is the one that a reader is told.
// No spelling may stand for two commands.
type CommandWords struct {
	GoOn      string `toml:"go_on"`
	Back      string `toml:"back"`
	Again     string `toml:"again"`
	Chapters  string `toml:"chapters"`
	Search    string `toml:"search"`
	Glossary  string `toml:"glossary"`
	Note      string `toml:"note"`
	Change    string `toml:"change"`
	Delete    string `toml:"delete"`
	Help      string `toml:"help"`
	About     string `toml:"about"`
	More      string `toml:"more"`
	Stop      string `toml:"stop"`
	Begin     string `toml:"begin"`
	Private   string `toml:"private"`
	Aside     string `toml:"aside"`
	ShowMe    string `toml:"show_me"`
	Later     string `toml:"later"`
	Rule      string `toml:"rule"`
	Own       string `toml:"own"`
	Agree     string `toml:"agree"`
	TalkFirst string `toml:"talk_first"`
	NotNow    string `toml:"not_now"`
	Sign      string `toml:"sign"`
	DoNotSign string `toml:"do_not_sign"`
	Name      string `toml:"name"`
	Folder    string `toml:"folder"`
	Add       string `toml:"add"`
	LeaveOut  string `toml:"leave_out"`
	SignAgain string `toml:"sign_again"`
	Flag      string `toml:"flag"` // these only in an intake
	Clinician string `toml:"clinician"`
	EndIntake string `toml:"end_intake"`
	Where     string `toml:"where"`
}

// Spellings takes the value of a CommandWords field apart. Case does not
// matter in what is typed.
func Spellings(value string) []string {
	var all []string
	for _, spelling := range strings.Split(value, ",") {
		if spelling = strings.ToLower(strings.Join(strings.Fields(spelling), " ")); spelling != "" {
			all = append(all, spelling)
		}
	}
	return all
}

// PlainWords are those of line mode that the full screen has no use for. The
// words of commands stand in them by their keys, such as {help}.
type PlainWords struct {
	Chapter    string `toml:"chapter"` // {n} {of} {title}
	Section    string `toml:"section"` // {n} {of} {title}
	Question   string `toml:"question"`
	OnceMore   string `toml:"once_more"`
	Reflection string `toml:"reflection"`
	Statement  string `toml:"statement"`
	Signature  string `toml:"signature"`
	Long       string `toml:"long"`       // {parts}
	ChapterIs  string `toml:"chapter_is"` // {title} {state}
	Item       string `toml:"item"`       // {n} {text}

	AskOpening        string `toml:"ask_opening"` // {n} {of}
	AskSection        string `toml:"ask_section"` // {n} {of}
	AskBetween        string `toml:"ask_between"`
	AskOne            string `toml:"ask_one"` // {n} {of} {state} {most}
	AskAll            string `toml:"ask_all"`
	AskDone           string `toml:"ask_done"`
	AskReflection     string `toml:"ask_reflection"` // {n} {of} {count}
	AskStatement      string `toml:"ask_statement"`
	AskSet            string `toml:"ask_set"` // {n} {of} {answer}
	AskName           string `toml:"ask_name"`
	AskSign           string `toml:"ask_sign"` // {name}
	AskClosing        string `toml:"ask_closing"`
	AskFirst          string `toml:"ask_first"`
	AskFirstPrivate   string `toml:"ask_first_private"`
	AskTrouble        string `toml:"ask_trouble"`
	AskContents       string `toml:"ask_contents"`
	AskBeginAt        string `toml:"ask_begin_at"` // {n}
	AskBeginAtPrivate string `toml:"ask_begin_at_private"`
	AskSearch         string `toml:"ask_search"`
	AskHit            string `toml:"ask_hit"`
	AskHits           string `toml:"ask_hits"` // {most}

	Open     string `toml:"open"` // the states of a question
	Tried    string `toml:"tried"`
	ForLater string `toml:"for_later"`
	Answered string `toml:"answered"`
	Shown    string `toml:"shown"`

	TriedThis  string `toml:"tried_this"`
	ThisFits   string `toml:"this_fits"` // {n} {text}
	FitsLess   string `toml:"fits_less"` // {n} {text} {reason}
	Ticked     string `toml:"ticked"`    // {n} {text}
	NoneTicked string `toml:"none_ticked"`
	OwnIs      string `toml:"own_is"` // {text}
	OwnHow     string `toml:"own_how"`
	OwnGone    string `toml:"own_gone"`
	TypeIt     string `toml:"type_it"` // {n} {text} {word}
	Set        string `toml:"set"`     // {answer}
	YourAnswer string `toml:"your_answer"`
	StillOpen  string `toml:"still_open"`

	Include  string `toml:"include"`
	Included string `toml:"included"` // {text}
	Folder   string `toml:"folder"`   // {folder}
	NoFolder string `toml:"no_folder"`
	SignHow  string `toml:"sign_how"`
	NameIs   string `toml:"name_is"` // {name}

	NameTooLong string `toml:"name_too_long"` // {n} {most}
	NeedName    string `toml:"need_name"`
	NeedAnswer  string `toml:"need_answer"`
	Failed      string `toml:"failed"` // {error}
	Date        string `toml:"date"`   // {day} {month} {year}
	Months      string `toml:"months"` // twelve, with commas between
	Beside      string `toml:"beside"`

	TheEnd string `toml:"the_end"`

	BeginKeep     string `toml:"begin_keep"`
	BeginNoTrace  string `toml:"begin_no_trace"`
	BeginPrivate  string `toml:"begin_private"`
	FirstChapters string `toml:"first_chapters"`
	FirstHelp     string `toml:"first_help"`
	AsideHow      string `toml:"aside_how"`
	BackAt        string `toml:"back_at"` // {place}
	Nothing       string `toml:"nothing"`
	Found         string `toml:"found"`     // {query} {n}
	MoreHits      string `toml:"more_hits"` // {n}
	Terms         string `toml:"terms"`     // {terms}
	NoTerm        string `toml:"no_term"`   // {word}

	NoteAt       string `toml:"note_at"` // {text} {place}
	NotesPrivacy string `toml:"notes_privacy"`
	NotesHow     string `toml:"notes_how"`
	NotesLater   string `toml:"notes_later"`
	WhichNote    string `toml:"which_note"`
	SureDelete   string `toml:"sure_delete"` // {number} {text}
	TooLong      string `toml:"too_long"`    // {n} {most}
	LineTooBig   string `toml:"line_too_big"`
	Spoiled      string `toml:"spoiled"`
	Unknown      string `toml:"unknown"` // {text}
	Empty        string `toml:"empty"`

	Sheet      string `toml:"sheet"`      // {title} {turn}
	LineEmpty  string `toml:"line_empty"` // {label}
	LineIs     string `toml:"line_is"`    // {label} {text}
	On         string `toml:"on"`         // {label}
	Off        string `toml:"off"`        // {label}
	Changed    string `toml:"changed"`    // {text}
	AskLine    string `toml:"ask_line"`   // {label}
	AskSheet   string `toml:"ask_sheet"`  // {turn} {acts}
	AskSheetOn string `toml:"ask_sheet_on"`
	AskActs    string `toml:"ask_acts"`
	HelpSheet  string `toml:"help_sheet"`
	HelpIntake string `toml:"help_intake"`

	HelpGoOn        string `toml:"help_go_on"`
	HelpOne         string `toml:"help_one"`
	HelpAll         string `toml:"help_all"`
	HelpShow        string `toml:"help_show"`
	HelpTick        string `toml:"help_tick"`
	HelpOwn         string `toml:"help_own"`
	HelpRule        string `toml:"help_rule"`
	HelpStatement   string `toml:"help_statement"`
	HelpLater       string `toml:"help_later"`
	HelpSign        string `toml:"help_sign"`
	HelpName        string `toml:"help_name"`
	HelpFolder      string `toml:"help_folder"`
	HelpAdd         string `toml:"help_add"`
	HelpSignAgain   string `toml:"help_sign_again"`
	HelpContents    string `toml:"help_contents"`
	HelpNow         string `toml:"help_now"`
	HelpStop        string `toml:"help_stop"`
	HelpStopPrivate string `toml:"help_stop_private"`
	HelpWhere       string `toml:"help_where"`
	HelpBack        string `toml:"help_back"`
	HelpPlaces      string `toml:"help_places"`
	HelpWords       string `toml:"help_words"`
	HelpNotes       string `toml:"help_notes"`
	HelpMore        string `toml:"help_more"`
	HelpShort       string `toml:"help_short"`
	HelpLetters     string `toml:"help_letters"` // in place of HelpShort, where a name is asked for

	BegunPrivate string `toml:"begun_private"`
	SurePrivate  string `toml:"sure_private"`
	Waited       string `toml:"waited"`
	Waits        string `toml:"waits"`

	Bye       string `toml:"bye"` // {place}
	ByeFresh  string `toml:"bye_fresh"`
	ByeUnkept string `toml:"bye_unkept"`
	NoAnswer  string `toml:"no_answer"`
	Unended   string `toml:"unended"`
	Print     string `toml:"print"`
}
