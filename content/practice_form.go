package content

import _ "embed" // for the form

//go:embed practice-form.toml
var practiceForm string

// PracticeForm is a practice file to fill in: every name behind a comment
// mark, with an example that says nothing about any practice. It is right as
// it stands. With its comment marks taken away, all that has to be mended is
// its own texts, which stand in square brackets.
func PracticeForm() string { return practiceForm }
