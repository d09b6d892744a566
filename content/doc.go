// Package content is the guide as data: chapters, questions, the commitment, and
// what its parser makes of a folder of Markdown, or what has to be mended in it.
//
// If it would be the same on paper, it belongs here. Nothing here or below
// knows of a terminal, and nothing imports charm.land; what reads a guide, lays
// a practice's facts over it or grades it has a package of its own.
package content
