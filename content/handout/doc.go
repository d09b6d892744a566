// Package handout is the guide on paper: as plain text, as one Markdown file,
// and as one HTML page that a clinic can print.
//
// It only turns a guide into words on a page: it reads no file and no clock,
// it prints no clinician's note, and no word of its own, since every word
// comes from the guide. Nothing here knows of a terminal, and nothing imports
// charm.land.
package handout
