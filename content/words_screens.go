package content

// KeyWords name the keys and what they do, for the footer and the list of
// keys.
type KeyWords struct {
	Space        string `toml:"space"`
	Enter        string `toml:"enter"`
	Tab          string `toml:"tab"`
	PageUp       string `toml:"page_up"`
	PageDown     string `toml:"page_down"`
	Home         string `toml:"home"`
	End          string `toml:"end"`
	GoOn         string `toml:"go_on"`
	Back         string `toml:"back"`
	Up           string `toml:"up"`
	Down         string `toml:"down"`
	Top          string `toml:"top"`
	Bottom       string `toml:"bottom"`
	Choose       string `toml:"choose"`
	Tick         string `toml:"tick"`
	Next         string `toml:"next"`
	Do           string `toml:"do"`
	Answer       string `toml:"answer"`
	ShowMe       string `toml:"show_me"`
	Later        string `toml:"later"`
	Again        string `toml:"again"`
	Chapters     string `toml:"chapters"`
	Search       string `toml:"search"`
	Glossary     string `toml:"glossary"`
	Note         string `toml:"note"`
	About        string `toml:"about"`
	Keys         string `toml:"keys"`
	Help         string `toml:"help"`
	Stop         string `toml:"stop"`
	Leave        string `toml:"leave"`
	Close        string `toml:"close"`
	Keep         string `toml:"keep"`
	LeaveField   string `toml:"leave_field"`
	BeginPrivate string `toml:"begin_private"`
	Decline      string `toml:"decline"`
	Delete       string `toml:"delete"`
}

// FrameWords are those of header, footer and notices.
type FrameWords struct {
	Chapter     string `toml:"chapter"` // {n} {of}
	TooSmall    string `toml:"too_small"`
	HelpShort   string `toml:"help_short"`
	StopShort   string `toml:"stop_short"`
	StopPrivate string `toml:"stop_private"`
	Bye         string `toml:"bye"`
	ByePrivate  string `toml:"bye_private"`
	KeptMode    string `toml:"kept_mode"`
	SurePrivate string `toml:"sure_private"`

	ByePrivateSigned  string `toml:"bye_private_signed"`  // {path}
	StopPrivateSigned string `toml:"stop_private_signed"` // in place of StopPrivate

	Resumed   string `toml:"resumed"`
	NotKept   string `toml:"not_kept"`   // {error}
	SetAside  string `toml:"set_aside"`  // {path}
	BegunAnew string `toml:"begun_anew"` // {path}
	Changed   string `toml:"changed"`    // {count}
	Flood     string `toml:"flood"`
	Broke     string `toml:"broke"` // {path}
	BrokeBare string `toml:"broke_bare"`
}

// HomeWords stand on the first page.
type HomeWords struct {
	Intro      string `toml:"intro"`
	Message    string `toml:"message"`
	Begin      string `toml:"begin"`
	BeginShort string `toml:"begin_short"`
	More       string `toml:"more"`
	Private    string `toml:"private"`
	Choose     string `toml:"choose"`
	HelpNow    string `toml:"help_now"`
	Contents   string `toml:"contents"`
	Done       string `toml:"done"`
	Begun      string `toml:"begun"`
	ToCome     string `toml:"to_come"`
	LeftOut    string `toml:"left_out"` // of an intake
	Progress   string `toml:"progress"` // {done} {of}
	Here       string `toml:"here"`
	Signed     string `toml:"signed"` // {date}
	SignAgain  string `toml:"sign_again"`
	BeginHere  string `toml:"begin_here"`
	NoTrace    string `toml:"no_trace"`

	NoTraceSigned string `toml:"no_trace_signed"` // {path}

	GoOn    string `toml:"go_on"`
	Trouble string `toml:"trouble"`
	Without string `toml:"without"`
	Aside   string `toml:"aside"`
	Broken  string `toml:"broken"` // {error}
	Newer   string `toml:"newer"`
	Locked  string `toml:"locked"`
	NoPlace string `toml:"no_place"` // {error}
}

// ReaderWords stand around a section.
type ReaderWords struct {
	Chapter     string `toml:"chapter"` // {n} {of}
	OnePage     string `toml:"one_page"`
	Pages       string `toml:"pages"` // {n}
	OneQuestion string `toml:"one_question"`
	Questions   string `toml:"questions"` // {n}
	Promises    string `toml:"promises"`  // {n}
	Place       string `toml:"place"`     // {n} {of}
	ReadOn      string `toml:"read_on"`
	Returns     string `toml:"returns"`
	Acts        string `toml:"acts"`
	ActsOpen    string `toml:"acts_open"`
	Note        string `toml:"note"`
	More        string `toml:"more"` // {percent}
	Above       string `toml:"above"`

	KeysTitle  string `toml:"keys_title"`
	KeysLead   string `toml:"keys_lead"`
	KeysWalk   string `toml:"keys_walk"`
	KeysPage   string `toml:"keys_page"`
	KeysAnswer string `toml:"keys_answer"`
	KeysPlaces string `toml:"keys_places"`
	KeysField  string `toml:"keys_field"`
	KeysLeave  string `toml:"keys_leave"`
	PageUp     string `toml:"page_up"`
	PageDown   string `toml:"page_down"`
}

// PledgeWords stand around the statements and the signature.
type PledgeWords struct {
	Place     string `toml:"place"` // {n} {of}
	Undecided string `toml:"undecided"`
	MayAsk    string `toml:"may_ask"`
	Yours     string `toml:"yours"` // {answer}
	How       string `toml:"how"`
	StillOpen string `toml:"still_open"`
	HowSet    string `toml:"how_set"`
	IsSet     string `toml:"is_set"`
	Changed   string `toml:"changed"`
	Set       string `toml:"set"`
	ReadRule  string `toml:"read_rule"`

	SignPlace  string `toml:"sign_place"`
	Signed     string `toml:"signed"` // {date} {path}
	Statements string `toml:"statements"`
	Lead       string `toml:"lead"`
	Open       string `toml:"open"`

	Record      string `toml:"record"`
	RecordName  string `toml:"record_name"`
	RecordDate  string `toml:"record_date"`
	RecordWords string `toml:"record_words"`
	RecordText  string `toml:"record_text"` // {revision}
	RecordParts string `toml:"record_parts"`
	RecordRun   string `toml:"record_run"`
	RecordNever string `toml:"record_never"`
	Include     string `toml:"include"`

	Folder     string `toml:"folder"`
	FolderHow  string `toml:"folder_how"`
	Name       string `toml:"name"`
	NameHow    string `toml:"name_how"`
	Ways       string `toml:"ways"`
	WaysHow    string `toml:"ways_how"`
	WaysOpen   string `toml:"ways_open"`
	Sign       string `toml:"sign"`
	NotSign    string `toml:"not_sign"`
	SignKey    string `toml:"sign_key"`
	NextPart   string `toml:"next_part"`
	NeedName   string `toml:"need_name"`
	Trace      string `toml:"trace"` // {folder}
	NeedFolder string `toml:"need_folder"`
	NeedAnswer string `toml:"need_answer"`
	Failed     string `toml:"failed"` // {error}
}

// SummaryWords are the last words, and say what was saved.
type SummaryWords struct {
	Place     string `toml:"place"`
	Saved     string `toml:"saved"` // {date}
	Copy      string `toml:"copy"`
	Beside    string `toml:"beside"`
	Next      string `toml:"next"`
	NextOne   string `toml:"next_one"`
	NextTwo   string `toml:"next_two"`
	TalkAbout string `toml:"talk_about"`
	Notes     string `toml:"notes"`
	NoRecord  string `toml:"no_record"`
	Lapsed    string `toml:"lapsed"`
	Earlier   string `toml:"earlier"` // {date} {path}
	Undecided string `toml:"undecided"`
	Thanks    string `toml:"thanks"`
	SignAgain string `toml:"sign_again"`
	SignPage  string `toml:"sign_page"`
}

// SearchWords stand around search and glossary.
type SearchWords struct {
	Title   string `toml:"title"`
	How     string `toml:"how"`
	Found   string `toml:"found"`   // {n}
	Nothing string `toml:"nothing"` // {query}
	Try     string `toml:"try"`
	Results string `toml:"results"`
	Open    string `toml:"open"`
	Again   string `toml:"again"`
}

// NotesWords stand around the notes for the therapist.
type NotesWords struct {
	Title       string `toml:"title"`
	Privacy     string `toml:"privacy"`
	Write       string `toml:"write"`
	WriteChange string `toml:"write_change"`
	Empty       string `toml:"empty"` // Enter, and nothing is written
	None        string `toml:"none"`
	At          string `toml:"at"` // {place}
	Kept        string `toml:"kept"`
	Unkept      string `toml:"unkept"`
	KeptHere    string `toml:"kept_here"`
	Deleted     string `toml:"deleted"`
	NotGone     string `toml:"not_gone"` // {error}
	InRecord    string `toml:"in_record"`
	Sure        string `toml:"sure"`
	New         string `toml:"new"`
	Change      string `toml:"change"`
	Delete      string `toml:"delete"`
	DeleteNow   string `toml:"delete_now"`
}

// RecordWords stand in the readable copy of an acknowledgement.
type RecordWords struct {
	Title     string `toml:"title"`
	Guide     string `toml:"guide"`   // {title} {revision} {language}
	Outcome   string `toml:"outcome"` // {outcome}
	Name      string `toml:"name"`    // {name}
	Date      string `toml:"date"`    // {date}
	Alone     string `toml:"alone"`
	Reference string `toml:"reference"` // {id}
	// Supersedes names the record before: {id}
	Supersedes string `toml:"supersedes"`

	Client            string `toml:"client"`        // {reference}
	Practice          string `toml:"practice"`      // {practice}
	PracticeCode      string `toml:"practice_code"` // {code}
	With              string `toml:"with"`          // {name} of the clinician who filled in the form
	Planned           string `toml:"planned"`       // {parts}
	PlannedAll        string `toml:"planned_all"`
	PlannedEssentials string `toml:"planned_essentials"`
	PlannedTalk       string `toml:"planned_talk"`
	WithClinician     string `toml:"with_clinician"`
	ReadAloud         string `toml:"read_aloud"`
	Interpreter       string `toml:"interpreter"`
	SupportPerson     string `toml:"support_person"`
	Topics            string `toml:"topics"`
	Aim               string `toml:"aim"`

	Program string `toml:"program"` // {program}
	Beside  string `toml:"beside"`  // {file}
	// ClientCopy stands where Beside would in a copy without the record.
	ClientCopy string `toml:"client_copy"`

	Signed     string `toml:"signed"`
	SignedOpen string `toml:"signed_open"`
	NotSigned  string `toml:"not_signed"`
	Stopped    string `toml:"stopped"`
	Continued  string `toml:"continued"`

	Statements string `toml:"statements"`
	Answer     string `toml:"answer"` // {answer}
	NoAnswer   string `toml:"no_answer"`
	Answered   string `toml:"answered"` // {date}
	// Needed marks a promise that the practice asks for.
	Needed string `toml:"needed"`

	Parts    string `toml:"parts"`
	PartSome string `toml:"part_some"` // {part} {n} {of}
	NoParts  string `toml:"no_parts"`
	// NoPartsTalk is said if only the talk was planned.
	NoPartsTalk string `toml:"no_parts_talk"`
	OwnWords    string `toml:"own_words"`
	Chosen      string `toml:"chosen"`
	NoteAt      string `toml:"note_at"`   // {place}
	Clinician   string `toml:"clinician"` // {name}

	TakeBack    string `toml:"take_back"`
	TakeBackHow string `toml:"take_back_how"` // goes into the record itself
	IsNot       string `toml:"is_not"`
	IsNotWhat   string `toml:"is_not_what"`
	Digest      string `toml:"digest"` // {digest}
}
