// Package check looks at a guide as a careful editor would: advice on its prose
// and its questions, its length in minutes, and its reading grade. What keeps a
// guide from opening is not here; the parser says that.
package check
