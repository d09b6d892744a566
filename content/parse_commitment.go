package content

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// wanted is a section that a file has to have.
type wanted struct {
	id   string
	says string // for whoever has to write it
	into *Section
}

// parts parses the sections that a file has to have, and hands on all others.
func (l *loader) parts(doc part, all []wanted, other func(part)) {
	for _, part := range doc.parts {
		i := slices.IndexFunc(all, func(w wanted) bool { return w.id == part.id })
		if i < 0 {
			other(part)
			continue
		}
		*all[i].into = l.section(part, aPart)
	}
}

// needParts asks for the sections that a file does not have.
func (l *loader) needParts(doc part, all []wanted) {
	for _, w := range all {
		if doc.heading != nil && w.into.ID == "" {
			l.report(doc.src, doc.offset, fmt.Sprintf("a section with the id %s is missing here", w.id),
				fmt.Sprintf("Add one that says %s: ## Heading {#%s}", w.says, w.id))
		}
	}
}

func (l *loader) commitment(src *source) Commitment {
	doc := l.outline(src)
	lead, note := l.blocks(doc, true)
	c := Commitment{
		Place:  doc.place(),
		Title:  doc.words,
		Lead:   lead,
		Note:   note,
		source: strings.TrimSpace(string(src.text)),
	}
	needed := []wanted{
		{"signing", "what a member's signature means, and what it does not", &c.Signing},
		{"countersigning", "what the clinician's signature means, and what it does not", &c.Countersigning},
	}
	l.parts(doc, needed, func(p part) { c.Statements = append(c.Statements, l.statement(p)) })
	if doc.heading != nil && len(c.Statements) == 0 {
		l.report(src, doc.offset, "the commitment has no statement",
			"Write each statement as a heading, such as: ## I keep what is said in the group. {#keep-private}")
	}
	l.needParts(doc, needed)
	return c
}

// statement parses a promise: the heading is its text, the paragraphs are its
// reason, and the last one is only a link to its rule.
func (l *loader) statement(p part) Statement {
	l.claim(p.id, aStatement, p.src, p.offset)
	l.refuseInner(p)
	s := Statement{Place: p.place(), ID: p.id, Text: p.words}
	const form = "The last paragraph is only a link to the section that explains the rule:\n" +
		"[What is said here stays here](#what-stays-here)"
	last := len(p.nodes) - 1
	var rule *ast.Link
	if last >= 0 {
		rule = lone[*ast.Link](p.nodes[last])
	}
	if rule == nil {
		l.report(p.src, p.offset, "this statement does not end with a link to its rule", form)
		return s
	}
	destination := string(resolve(rule.Destination))
	l.linkTo(p.src, rule.Pos(), destination, aSection)
	s.Rule = strings.TrimPrefix(destination, "#")
	p.bodyEnd = p.src.lineStart(p.nodes[last].Pos())
	p.nodes = p.nodes[:last]
	s.Reason, _ = l.blocks(p, false)
	if len(s.Reason) == 0 {
		l.report(p.src, p.offset, "this statement has no reason",
			"Say in a paragraph why members ask it of each other.\n"+form)
	}
	return s
}

func (l *loader) closing(src *source) Closing {
	doc := l.outline(src)
	closing := Closing{Title: doc.words}
	if doc.heading != nil && len(doc.nodes) > 0 {
		l.report(src, doc.nodes[0].Pos(), "this stands before the first section and would not be shown",
			"Move it into one of the sections.")
	}
	needed := []wanted{
		{"signed", "what a reader is told after signing", &closing.Signed},
		{"not-signed", "what a reader is told who did not sign", &closing.NotSigned},
		{"stopped", "what a reader is told who stopped", &closing.Stopped},
	}
	l.parts(doc, needed, func(p part) {
		l.section(p, aPart)
		l.report(src, p.offset, "this section of the closing would not be shown",
			"The closing has three sections, with the ids signed, not-signed and stopped.")
	})
	l.needParts(doc, needed)
	return closing
}
