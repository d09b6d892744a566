// Package chroma stands in for the syntax highlighter that Glamour imports.
// The guide has no code to highlight: a block of code is a Problem in it. The
// highlighter reads hundreds of languages and styles before main, which takes
// 9 ms of each start and 4 MB of the program. What stands here is only what
// Glamour names, and it highlights nothing.
package chroma

// TokenType is what a piece of code is.
type TokenType int

// StyleEntries are the looks of the token types.
type StyleEntries map[TokenType]string

// Style is a named look for code.
type Style struct{ Name string }

// MustNewStyle returns a style with that name.
func MustNewStyle(name string, _ StyleEntries) *Style { return &Style{Name: name} }

// The token types that Glamour names.
const (
	Background TokenType = iota
	Text
	Error
	Comment
	CommentPreproc
	Keyword
	KeywordReserved
	KeywordNamespace
	KeywordType
	Operator
	Punctuation
	Name
	NameBuiltin
	NameTag
	NameAttribute
	NameClass
	NameConstant
	NameDecorator
	NameException
	NameFunction
	NameOther
	Literal
	LiteralNumber
	LiteralDate
	LiteralString
	LiteralStringEscape
	GenericDeleted
	GenericEmph
	GenericInserted
	GenericStrong
	GenericSubheading
)
