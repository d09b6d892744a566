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

// PledgeWords stand around the statements and the signature.
type PledgeWords struct{}

// SummaryWords are the last words, and say what was saved.
type SummaryWords struct{}

// SearchWords stand around search and glossary.
type SearchWords struct {
	Title   string `toml:"title"`
	How     string `toml:"how"`
	Found   string `toml:"found"`   // {n}

// NotesWords stand around the notes for the therapist.
type NotesWords struct {
	Title       string `toml:"title"`
	Privacy     string `toml:"privacy"`
	Write       string `toml:"write"`
	WriteChange string `toml:"write_change"`
	None        string `toml:"none"`
	At          string `toml:"at"` // {place}

// RecordWords stand in the readable copy of an acknowledgement.
type RecordWords struct{}
