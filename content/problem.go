package content

// Problem is something in a guide's folder that keeps it from opening. It is
// written for the person who has to mend the file.
type Problem struct {
	Place  Place
	Column int    // counted from 1 in characters; 0 if the whole line or file is meant
	Source string // the line as it stands, made safe to print
	What   string // what is there, in one line
	Mend   string // what to do, or the form to follow; may have several lines
}

// Problems is every Problem of a guide at once, sorted by file and line.
type Problems []Problem

// Advice is something that a reader would be glad to have changed. It never
// stops anything.
type Advice struct {
	Place Place
	What  string
}
