package content

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// maxSettings bounds how much a practice file can set.
const maxSettings = 1000

// ParsePractice reads a practice file. What has to be mended in it is returned
// as Problems, all at once. Whether its ids are those of a guide shows when it
// is laid over one.
func ParsePractice(name string, data []byte) (Practice, error) {
	if len(data) > maxFile {
		return Practice{}, Problems{{
			Place: Place{File: name},
			What:  fmt.Sprintf("this file is larger than %d KB", maxFile>>10),
			Mend:  "Is it the right file? A practice file holds a few pages at most.",
		}}
	}
	r := practiceReader{src: newSource(name, data), at: map[string]int{}, marked: map[int]bool{}}
	if r.refuseCharacters(r.src, false) {
		r.read()
	}
	var p Practice
	if r.count == 0 {
		// What is left for the decoder to find is rare, such as a part twice.
		err := toml.NewDecoder(bytes.NewReader(r.src.text)).DisallowUnknownFields().Decode(&p)
		if err != nil {
			r.reportDecode(err)
		}
	}
	if r.count > 0 {
		return Practice{}, r.sorted()
	}
	p.clean()
	p.src, p.at = r.src, r.at
	return p, nil
}

// practiceReader is one reading of a practice file.
type practiceReader struct {
	loader
	src  *source
	part []string // the part under which settings stand just now
	lost bool     // the part is not known, so what stands in it is passed over
	// at is where each setting stands, by its name; those of an extra
	// statement have its number in theirs, such as "statement.2.id".
	at         map[string]int
	statements []int        // where each extra statement begins
	marked     map[int]bool // lines that begin a statement but for their mark, and are reported
	settings   int
}

// setting is one name and value of the file.
type setting struct {
	path  []string // such as "crisis", "text"
	kind  unstable.Kind
	text  string
	items []setting // of a list
	key   int       // where the name stands
	value int       // where the value stands
}

// name is the setting's name as it is written in full.
func (s setting) name() string { return strings.Join(s.path, ".") }

func (r *practiceReader) read() {
	var p unstable.Parser
	p.Reset(r.src.text)
	for p.NextExpression() && r.settings <= maxSettings {
		node := p.Expression()
		switch node.Kind {
		case unstable.Table, unstable.ArrayTable:
			r.begin(node)
		case unstable.KeyValue:
			r.add(r.part, node)
		}
	}
	if err := p.Error(); err != nil {
		r.reportSyntax(&p, err)
		return
	}
	if r.settings > maxSettings {
		r.report(r.src, 0, fmt.Sprintf("this file sets more than %d things", maxSettings), "Is it the right file?")
		return
	}
	r.checkWhole()
}

// begin takes a line in brackets, under which settings stand.
func (r *practiceReader) begin(node *unstable.Node) {
	path, offset := keyPath(node.Key())
	r.part, r.lost = path, false
	r.settings++
	name, double := strings.Join(path, "."), node.Kind == unstable.ArrayTable
	switch {
	case name == statementPart:
		r.statements = append(r.statements, offset)
		if !double {
			r.report(r.src, offset, "[statement] stands in single brackets", "Write two, as there may be several: [[statement]]")
		}
	case name != crisisPart && name != notesPart:
		r.lost = true
		r.report(r.src, offset, fmt.Sprintf("%s is not a part of a practice file", name), "The parts are [crisis], [notes] and [[statement]].")
	case double:
		r.report(r.src, offset, fmt.Sprintf("[[%s]] stands in double brackets", name), fmt.Sprintf("Write one: [%s]", name))
	}
}

// add takes a setting apart: one in braces may hold several.
func (r *practiceReader) add(part []string, node *unstable.Node) {
	if r.settings++; r.settings > maxSettings || r.lost {
		return
	}
	path, offset := keyPath(node.Key())
	path = append(slices.Clone(part), path...)
	value := node.Value()
	switch name := strings.Join(path, "."); {
	case value.Kind == unstable.InlineTable && slices.Contains([]string{crisisPart, notesPart, statementPart}, name):
		for inner := value.Children(); inner.Next(); {
			r.add(path, inner.Node())
		}
	case value.Kind == unstable.Array && name == statementPart:
		r.addStatements(path, offset, value)
	default:
		s := newSetting(value, offset)
		s.path = path
		r.checkSetting(s)
	}
}

// addStatements takes extra statements that are written as a list.
func (r *practiceReader) addStatements(path []string, offset int, list *unstable.Node) {
	for item := list.Children(); item.Next(); {
		if item.Node().Kind != unstable.InlineTable {
			r.report(r.src, offset, "a statement has a name for each of its texts", statementForm)
			return
		}
		r.statements = append(r.statements, offset)
		for inner := item.Node().Children(); inner.Next(); {
			r.add(path, inner.Node())
		}
	}
}

func newSetting(value *unstable.Node, key int) setting {
	s := setting{kind: value.Kind, text: string(value.Data), key: key, value: key}
	if value.Raw.Length > 0 {
		s.value = int(value.Raw.Offset)
	}
	if value.Kind == unstable.Array {
		for item := value.Children(); item.Next() && len(s.items) < maxSettings; {
			s.items = append(s.items, newSetting(item.Node(), key))
		}
	}
	return s
}

// keyPath gives a name's parts, and says where it starts.
func keyPath(parts unstable.Iterator) (path []string, offset int) {
	for parts.Next() {
		node := parts.Node()
		if len(path) == 0 {
			offset = int(node.Raw.Offset)
		}
		path = append(path, string(node.Data))
	}
	return path, offset
}

func (r *practiceReader) reportDecode(err error) {
	offset := 0
	var decode *toml.DecodeError
	if errors.As(err, &decode) {
		line, column := decode.Position()
		for offset < len(r.src.text) && r.src.line(offset) < line {
			offset = r.src.lineEnd(offset) + 1
		}
		offset += column - 1
	}
	r.report(r.src, max(0, min(offset, len(r.src.text))), "this line cannot be used: "+strings.TrimPrefix(err.Error(), "toml: "),
		"Does the same part, such as [notes], stand twice in this file?")
}
