// Package words is every word that the program says, as Go: structs that are
// generated from the English words.toml, and what is known of the words that
// somebody in danger types. How they are read from a file may not come in.
package words

//go:generate go run ../genwords
