package content

import (
	"fmt"
	"strings"
)

// Words is every word that a reader sees the program say. The embedded
// English words are the base; a guide's words.toml lies over them, key by key.
// Names in braces, such as {chapter}, are filled in by Fill.
type Words struct {
	Guide     GuideWords     `toml:"guide"`
	Question  QuestionWords  `toml:"question"`
	Statement StatementWords `toml:"statement"`
	Print     PrintWords     `toml:"print"`
}

// GuideWords name the guide.
type GuideWords struct {
	Title    string `toml:"title"`
	Subtitle string `toml:"subtitle"`
}

// QuestionWords say how a question is answered.
type QuestionWords struct {
	ChooseOne string `toml:"choose_one"`
	ChooseAll string `toml:"choose_all"`
	Reflect   string `toml:"reflect"`
}

// StatementWords are the three answers to a statement, of equal weight.
type StatementWords struct {
	Agree     string `toml:"agree"`
	TalkFirst string `toml:"talk_first"`
	NotNow    string `toml:"not_now"`
	Why       string `toml:"why"`
}

// PrintWords stand only on the printed guide.
type PrintWords struct {
	Contents string `toml:"contents"`
	Chapter  string `toml:"chapter"` // {number} {count} {title}
}

// Fill puts values into a text's placeholders: Fill("page {n}", "n", 2) is
// "page 2". A name without a value stays as it stands, and a value is never
// filled in again.
func Fill(text string, pairs ...any) string {
	var names []string
	for i := 0; i+1 < len(pairs); i += 2 {
		names = append(names, fmt.Sprintf("{%v}", pairs[i]), fmt.Sprint(pairs[i+1]))
	}
	return strings.NewReplacer(names...).Replace(text)
}
