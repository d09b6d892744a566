// Package content is the guide as data: chapters, questions, the commitment,
// and every word a reader sees, parsed from Markdown and TOML.
//
// If it would be the same on paper, it belongs here. Nothing here or below
// knows of a terminal, and nothing imports charm.land; the surfaces in tui
// walk what this package holds.
package content
