package content

// Commitment is what members ask of each other: the guide's last chapter.
type Commitment struct {
	Place      Place
	Title      string
	Lead       []Block
	Note       string // the clinician's note, as in a chapter's lead
	Statements []Statement
	// Signing and Countersigning say what a signature means, and what it
	// does not, for the member and for the clinician.
	Signing        Section
	Countersigning Section

	source string // the Markdown as written
}

// Statement is one promise, answered with agree, talk first, or not now.
type Statement struct {
	Place  Place
	ID     string
	Text   string  // plain words: what the member answers, as the record keeps it
	Reason []Block // why members ask it of each other
	Rule   string  // id of the section that explains the rule; empty in a practice's own statement
	Needed bool    // the practice asks for it before somebody starts
}
