package content

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// The ids of the commitment's sections that say what a signature means, and
// of the closing's sections.
const (
	signingID        = "signing"
	countersigningID = "countersigning"
	signedID         = "signed"
	notSignedID      = "not-signed"
	stoppedID        = "stopped"
)

func (l *loader) commitment(src *source) Commitment {
	doc := l.outline(src)
	lead := l.blocks(doc, true)
	c := Commitment{
		Place:  doc.place(),
		Title:  doc.words,
		Lead:   lead.blocks,
		Note:   lead.note,
		source: strings.TrimSpace(string(src.text)),
	}
	for _, part := range doc.parts {
		switch part.id {
		case signingID:
			c.Signing = l.section(part, aPart)
		case countersigningID:
			c.Countersigning = l.section(part, aPart)
		default:
			c.Statements = append(c.Statements, l.statement(part))
		}
	}
	if doc.heading == nil {
		return c
	}
	if len(c.Statements) == 0 {
		l.report(src, doc.offset, "the commitment has no statement",
			"Write each statement as a heading, such as: ## I keep what is said in the group. {#keep-private}")
	}
	l.needPart(doc, signingID, c.Signing, "what a member's signature means, and what it does not")
	l.needPart(doc, countersigningID, c.Countersigning, "what the clinician's signature means, and what it does not")
	return c
}

// statement parses a promise: the heading is its text, the paragraphs are its
// reason, and the last one is only a link to its rule.
func (l *loader) statement(p part) Statement {
	l.claim(p.id, aStatement, p.src, p.offset)
	l.refuseEssential(p)
	for _, sub := range p.parts {
		l.misplacedQuestion(sub)
	}
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
	s.Reason = l.blocks(p, false).blocks
	if len(s.Reason) == 0 {
		l.report(p.src, p.offset, "this statement has no reason",
			"Say in a paragraph why members ask it of each other.\n"+form)
	}
	return s
}

// needPart asks for a section with a given id.
func (l *loader) needPart(doc part, id string, section Section, says string) {
	if section.ID == "" {
		l.report(doc.src, doc.offset, fmt.Sprintf("a section with the id %s is missing here", id),
			fmt.Sprintf("Add one that says %s: ## Heading {#%s}", says, id))
	}
}

func (l *loader) closing(src *source) Closing {
	doc := l.outline(src)
	closing := Closing{Title: doc.words}
	if doc.heading != nil && len(doc.nodes) > 0 {
		l.report(src, doc.nodes[0].Pos(), "this stands before the first section and would not be shown",
			"Move it into one of the sections.")
	}
	for _, part := range doc.parts {
		section := l.section(part, aPart)
		switch part.id {
		case signedID:
			closing.Signed = section
		case notSignedID:
			closing.NotSigned = section
		case stoppedID:
			closing.Stopped = section
		default:
			l.report(src, part.offset, "this section of the closing would not be shown",
				"The closing has three sections, with the ids signed, not-signed and stopped.")
		}
	}
	if doc.heading != nil {
		l.needPart(doc, signedID, closing.Signed, "what a reader is told after signing")
		l.needPart(doc, notSignedID, closing.NotSigned, "what a reader is told who did not sign")
		l.needPart(doc, stoppedID, closing.Stopped, "what a reader is told who stopped")
	}
	return closing
}
