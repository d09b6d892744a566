package content

// PracticeWords stand around what a practice says about its own group.
type PracticeWords struct {
	Heading string `toml:"heading"`
	Lead    string `toml:"lead"`
	InGroup string `toml:"in_group"` // before a practice's words in a section
	Fact    string `toml:"fact"`     // {label} {text}
	Needed  string `toml:"needed"`   // a promise that is asked for before one starts
	// NotNeeded stands with every other promise where Guide.NamesNeeded.
	NotNeeded string `toml:"not_needed"`

	PracticeName    string `toml:"practice_name"`
	GroupName       string `toml:"group_name"`
	Leaders         string `toml:"leaders"`
	When            string `toml:"when"`
	Where           string `toml:"where"`
	Online          string `toml:"online"`
	HowLong         string `toml:"how_long"`
	HowOften        string `toml:"how_often"`
	Size            string `toml:"size"`
	OpenOrClosed    string `toml:"open_or_closed"`
	PlannedEnd      string `toml:"planned_end"`
	LeastSessions   string `toml:"least_sessions"`
	Fee             string `toml:"fee"`
	MissedSessions  string `toml:"missed_sessions"`
	AccessNeeds     string `toml:"access_needs"`
	Absences        string `toml:"absences"`
	Lateness        string `toml:"lateness"`
	BetweenSessions string `toml:"between_sessions"`
	Privacy         string `toml:"privacy"`
	OtherTreaters   string `toml:"other_treaters"`
	Leaving         string `toml:"leaving"`
	Complaints      string `toml:"complaints"`
	Crisis          string `toml:"crisis"`

	CrisisChecked string `toml:"crisis_checked"` // {date}
	CrisisOld     string `toml:"crisis_old"`     // {date}
	CrisisUndated string `toml:"crisis_undated"`
}
