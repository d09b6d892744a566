package walk

import (
	"fmt"
	"strings"

	"firstsession/content/plain"
)

// MaxReference is how many characters a client's reference may have.
const MaxReference = 40

// What can be wrong with a reference.
var (
	ErrReferenceEmpty     error = &plain.Told{Key: "reference_empty", Text: "a reference for the client is needed, such as K-102; please use no name"}
	ErrReferenceLong      error = &plain.Told{Key: "reference_long", Text: fmt.Sprintf("a reference can have at most %d characters", MaxReference)}
	ErrReferenceLetters   error = &plain.Told{Key: "reference_letters", Text: "a reference can only have the letters A to Z, digits, and - _ . between them"}
	ErrReferenceEdge      error = &plain.Told{Key: "reference_edge", Text: "a reference cannot begin with a dot or a dash, and cannot end with a dot"}
	ErrReferenceForbidden error = &plain.Told{Key: "reference_forbidden", Text: "no file can have this word as its name on Windows; another reference is needed"}
)

// referenceLetters can stand in the names of files everywhere, in a cell of a
// table and in a line of text, and mean nothing but themselves.
const referenceLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."

// CleanReference is a client's reference as it is kept, and as it stands in the
// names of files: without the spaces around it. What else is wrong with it is
// never mended in silence, since a reference is looked up elsewhere; the error
// is then one of those above.
func CleanReference(text string) (string, error) {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return "", ErrReferenceEmpty
	case strings.Trim(text, referenceLetters) != "":
		return "", ErrReferenceLetters
	case len(text) > MaxReference:
		return "", ErrReferenceLong
	case strings.ContainsAny(text[:1], ".-") || strings.HasSuffix(text, "."):
		return "", ErrReferenceEdge
	case device().MatchString(text):
		return "", ErrReferenceForbidden
	}
	return text, nil
}

// device is what Windows takes for a device, whatever its ending.
var device = plain.Late(`(?i)^(con|prn|aux|nul|(com|lpt)[0-9])(\.|$)`)
