package content

// Chapter is one numbered file of the guide.
type Chapter struct {
	Place Place
	// ID is the file's name without number and ending; Number is its place
	// in the order of reading, counted from 1 without gaps.
	ID     string
	Number int
	Title  string
	// Lead says what the reader will know at the end of the chapter.
	Lead []Block
	// Note is the clinician's note that stands in the lead, if any.
	Note     string
	Sections []Section

	source string // the Markdown as written
}

// Section is one idea, about one screen long, with the questions that are
// asked when it has been read.
type Section struct {
	Place     Place
	ID        string
	Heading   string
	Essential bool // part of the short intake
	Body      []Block
	// Note is Markdown for the clinician who reads along with a client. It
	// says nothing that the client should not see, and is never printed.
	Note      string
	Questions []Question

	source string // the Markdown from the heading to the first question or the next section
}
