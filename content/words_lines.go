package content

// LinesWords are those of pages that are said line by line. The words of
// commands stand in them by their keys, such as {help}.
type LinesWords struct {
	// What a prompt is put together from.
	Enter      string `toml:"enter"`       // {does}
	Rest       string `toml:"rest"`        // of a long page
	EnterBack  string `toml:"enter_back"`  // an empty line leads back
	Choose     string `toml:"choose"`      // {numbers}
	Tick       string `toml:"tick"`        // {numbers}
	Read       string `toml:"read"`        // {numbers}
	Fill       string `toml:"fill"`        // {numbers}
	FromTo     string `toml:"from_to"`     // {most}
	Write      string `toml:"write"`       // {label}
	EnterKeeps string `toml:"enter_keeps"` // a line as it is
	Or         string `toml:"or"`          // {words}
	OrType     string `toml:"or_type"`     // {words}, for who has not begun
	More       string `toml:"more"`

	// What was typed before it was asked for.
	Waited string `toml:"waited"`
	Waits  string `toml:"waits"`

	// Names for ways to act, as they stand in what the guide says.
	ByNumber string `toml:"by_number"`
	ByEnter  string `toml:"by_enter"`

	Act       string `toml:"act"` // {word} {label}
	Ticked    string `toml:"ticked"`
	NotTicked string `toml:"not_ticked"`
	Chosen    string `toml:"chosen"`
	NoChoice  string `toml:"no_choice"`  // of several
	OnceMore  string `toml:"once_more"`  // {n} {label}
	OrWord    string `toml:"or_word"`    // {n} {label} {word}
	Range     string `toml:"range"`      // {numbers}
	OneOnly   string `toml:"one_only"`   // number at a time
	DidYou    string `toml:"did_you"`    // {word}
	Unchanged string `toml:"unchanged"`  // after an answer that led to nothing
	IsKept    string `toml:"is_kept"`    // what the reader does
	IsPrivate string `toml:"is_private"` // nothing is kept
	HelpOffer string `toml:"help_offer"`

	// What can be done, for who asks with a question mark.
	HowNumber string `toml:"how_number"`
	HowTick   string `toml:"how_tick"`
	HowLine   string `toml:"how_line"`
	HowMore   string `toml:"how_more"`
}
