// Package bluemonday stands in for the HTML cleaner that Glamour imports, as
// chroma does for its highlighter. Raw HTML is a Problem in a guide, so that
// there is none to clean. It reads every name of CSS before main,
// which takes 3 ms of each start and a megabyte for as long as one reads.
package bluemonday

// Policy lets no HTML through.
type Policy struct{}

// StrictPolicy returns the policy that lets nothing through.
func StrictPolicy() *Policy { return &Policy{} }

// Sanitize returns nothing: Glamour asks it of raw HTML alone.
func (*Policy) Sanitize(string) string { return "" }
