// Package plain is the walk as lines: for screen readers, for terminals that
// cannot draw, and for pipes. It only ever adds lines. A line of the reader's
// goes in, and what there is to say about it comes out, with a prompt at its
// end; reading and writing are left to Run, so that all else can be tried
// without a terminal. The rules of the walk are in content/walk, what is kept
// is in tui/visit, and every word is in the guide's words.toml. Nothing that
// draws, moves a cursor or has a colour may come in.
package plain
