package source

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

// Setting is one name and value, or the line in brackets above some.
type Setting struct {
	Path  []string      // such as "crisis", "text"
	Kind  unstable.Kind // Table or ArrayTable for a line in brackets
	Text  string
	Items []Setting // of a list
	Inner []Setting // in braces, with their paths within them
	Key   int       // where the name stands
	Value int       // where the value stands
}

// Name is the setting's whole name.
func (s Setting) Name() string { return strings.Join(s.Path, ".") }

// IsHeader reports whether a setting is a line in brackets.
func (s Setting) IsHeader() bool { return s.Kind == unstable.Table || s.Kind == unstable.ArrayTable }

// ReadTOML takes a file apart as far as it can be read, and says where it
// cannot, or less than zero.
func ReadTOML(src *File) (all []Setting, broken int) {
	var p unstable.Parser
	p.Reset(src.Text)
	var part []string
	for p.NextExpression() {
		node := p.Expression()
		if node.Kind == unstable.KeyValue {
			s := namedSetting(node)
			s.Path = slices.Concat(part, s.Path)
			all = append(all, s)
			continue
		}
		path, offset := keyPath(node.Key())
		part = path
		all = append(all, Setting{Path: path, Kind: node.Kind, Key: offset, Value: offset})
	}
	err := p.Error()
	if err == nil {
		return all, -1
	}
	if parse, ok := errors.AsType[*unstable.ParserError](err); ok && len(parse.Highlight) > 0 {
		broken = min(int(p.Range(parse.Highlight).Offset), len(src.Text))
	}
	return all, broken
}

func namedSetting(node *unstable.Node) Setting {
	path, offset := keyPath(node.Key())
	s := newSetting(node.Value(), offset)
	s.Path = path
	return s
}

func newSetting(value *unstable.Node, key int) Setting {
	s := Setting{Kind: value.Kind, Text: string(value.Data), Key: key, Value: key}
	if value.Raw.Length > 0 {
		s.Value = int(value.Raw.Offset)
	}
	for child := value.Children(); child.Next(); {
		switch node := child.Node(); value.Kind {
		case unstable.Array:
			s.Items = append(s.Items, newSetting(node, key))
		case unstable.InlineTable:
			s.Inner = append(s.Inner, namedSetting(node))
		}
	}
	return s
}

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

// Decode fills a value with what a file sets, after all was looked at: what is
// left to find is rare, such as a part that stands twice.
func (c *Log) Decode(src *File, into any, part string) bool {
	err := toml.Unmarshal(src.Text, into)
	if err == nil {
		return true
	}
	offset := 0
	if decode, ok := errors.AsType[*toml.DecodeError](err); ok {
		line, column := decode.Position()
		offset = min(src.Starts()[min(line, len(src.Starts()))-1]+column-1, len(src.Text))
	}
	c.Report(src, max(0, offset), "this line cannot be used: "+strings.TrimPrefix(err.Error(), "toml: "),
		"Does the same part, such as ["+part+"], stand twice in this file?")
	return false
}
