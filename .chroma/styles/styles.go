// Package styles stands in for the register of looks for code.
package styles

import "github.com/alecthomas/chroma/v2"

// Registry holds the styles by their names.
var Registry = map[string]*chroma.Style{}

// Register adds a style.
func Register(style *chroma.Style) *chroma.Style {
	Registry[style.Name] = style
	return style
}
