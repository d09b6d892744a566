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
	Answer       string `toml:"answer"`
	ShowMe       string `toml:"show_me"`
	Later        string `toml:"later"`
	Again        string `toml:"again"`
	Include      string `toml:"include"`
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
type FrameWords struct{}

// HomeWords stand on the first page.
type HomeWords struct{}

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
type PledgeWords struct{}

// SummaryWords are the last words, and say what was saved.
type SummaryWords struct{}

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
	None        string `toml:"none"`
	At          string `toml:"at"` // {place}
	Kept        string `toml:"kept"`
	KeptHere    string `toml:"kept_here"`
	Deleted     string `toml:"deleted"`
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
	Program    string `toml:"program"` // {program}
	Beside     string `toml:"beside"`  // {file}

	Signed     string `toml:"signed"`
	SignedOpen string `toml:"signed_open"`
	NotSigned  string `toml:"not_signed"`
	Stopped    string `toml:"stopped"`
	Continued  string `toml:"continued"`

	Statements string `toml:"statements"`
	Answer     string `toml:"answer"` // {answer}
	NoAnswer   string `toml:"no_answer"`
	Answered   string `toml:"answered"` // {date}

	Parts     string `toml:"parts"`
	PartSome  string `toml:"part_some"` // {part} {n} {of}
	NoParts   string `toml:"no_parts"`
	Chosen    string `toml:"chosen"`
	NoteAt    string `toml:"note_at"`   // {place}
	Clinician string `toml:"clinician"` // {name}

	TakeBack    string `toml:"take_back"`
	TakeBackHow string `toml:"take_back_how"` // goes into the record itself
	IsNot       string `toml:"is_not"`
	IsNotWhat   string `toml:"is_not_what"`
	Digest      string `toml:"digest"` // {digest}
}
