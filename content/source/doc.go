// Package source is a file that an author wrote, as text with places, and what
// has to be mended in it: Problems with line and caret, advice, the characters
// that no file may hold, and TOML taken apart with its places. What a file means
// may not come in.
package source
