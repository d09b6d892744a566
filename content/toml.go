package content

import (
	"errors"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// go-toml's decoder stops at the first mistake of a kind and tells no place of
// what turns out to be one only later, such as an id that a guide does not
// have. So a file is taken apart here first.

// setting is one name and value, or the line in brackets above some.
type setting struct {
	path  []string      // such as "crisis", "text"
	kind  unstable.Kind // Table or ArrayTable for a line in brackets
	text  string
	items []setting // of a list
	inner []setting // in braces, with their paths within them
	key   int       // where the name stands
	value int       // where the value stands
}

// name is the setting's whole name.
func (s setting) name() string { return strings.Join(s.path, ".") }

// readTOML takes a file apart as far as it can be read, and says where it
// cannot, or less than zero.
func readTOML(src *source) (all []setting, broken int) {
	var p unstable.Parser
	p.Reset(src.text)
	var part []string
	for p.NextExpression() {
		node := p.Expression()
		if node.Kind == unstable.KeyValue {
			s := namedSetting(node)
			s.path = slices.Concat(part, s.path)
			all = append(all, s)
			continue
		}
		path, offset := keyPath(node.Key())
		part = path
		all = append(all, setting{path: path, kind: node.Kind, key: offset, value: offset})
	}
	err := p.Error()
	if err == nil {
		return all, -1
	}
	var parse *unstable.ParserError
	if errors.As(err, &parse) && len(parse.Highlight) > 0 {
		broken = min(int(p.Range(parse.Highlight).Offset), len(src.text))
	}
	return all, broken
}

func namedSetting(node *unstable.Node) setting {
	path, offset := keyPath(node.Key())
	s := newSetting(node.Value(), offset)
	s.path = path
	return s
}

func newSetting(value *unstable.Node, key int) setting {
	s := setting{kind: value.Kind, text: string(value.Data), key: key, value: key}
	if value.Raw.Length > 0 {
		s.value = int(value.Raw.Offset)
	}
	for child := value.Children(); child.Next(); {
		switch node := child.Node(); value.Kind {
		case unstable.Array:
			s.items = append(s.items, newSetting(node, key))
		case unstable.InlineTable:
			s.inner = append(s.inner, namedSetting(node))
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

// decode fills a value with what a file sets, after all was looked at: what is
// left to find is rare, such as a part that stands twice.
func (c *collector) decode(src *source, into any, part string) bool {
	err := toml.Unmarshal(src.text, into)
	if err == nil {
		return true
	}
	offset := 0
	var decode *toml.DecodeError
	if errors.As(err, &decode) {
		line, column := decode.Position()
		offset = min(src.starts()[min(line, len(src.starts()))-1]+column-1, len(src.text))
	}
	c.report(src, max(0, offset), "this line cannot be used: "+strings.TrimPrefix(err.Error(), "toml: "),
		"Does the same part, such as ["+part+"], stand twice in this file?")
	return false
}
