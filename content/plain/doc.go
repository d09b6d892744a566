// Package plain is what is done with plain text, whoever wrote it: which
// characters may be shown, how wide they are and where a line may break, how a
// text is folded to be compared, which word was perhaps meant, and how a
// sentence is filled in. It knows no guide, and no file.
package plain
