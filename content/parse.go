package content

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// Load reads and parses a guide in one language. What the guide's authors
// have to mend is returned as Problems, all at once; any other error says
// which file could not be read.
func Load(fsys fs.FS, language string) (*Guide, error) {
	return load(&loader{fsys: fsys}, language)
}

// LoadToRead is Load for readers: what Load refuses it refuses, but it looks for no
// advice, and files that are as they are built in it does not look over anew, which
// takes most of the time. Whoever asks for a check Loads.
func LoadToRead(fsys fs.FS, language string) (*Guide, error) {
	return load(&loader{fsys: fsys, toRead: true}, language)
}

func load(l *loader, language string) (*Guide, error) {
	l.files, l.ids = map[string]*source.File{}, map[string]known{}
	if !IsLanguage(language) {
		return nil, fmt.Errorf("load guide: %q is not the name of a language, such as en", language)
	}
	if err := l.readLanguage(language); err != nil {
		return nil, err
	}
	if l.size > maxGuide {
		return nil, formOnce(l.Sorted()) // which is soon said, where all the rest takes long
	}
	guide := l.parse()
	guide.Advice = l.advice
	guide.Language = language
	if err := l.readWords(guide); err != nil {
		return nil, err
	}
	if l.Count > 0 {
		return nil, formOnce(l.Sorted())
	}
	guide.Revision = l.revision()
	guide.ids, guide.index = l.ids, &index{}
	return guide, nil
}

// loader is one Load: what was read, and what is wrong with it so far.
type loader struct {
	source.Log
	fsys   fs.FS
	toRead bool // nobody asks for advice, and what is built in was looked over when the program was made
	// files are those of the language's folder by their names, such as
	// "art/circle.txt"; nil are those that could not be used.
	files    map[string]*source.File
	chapters []*source.File // in order of their numbers
	size     int            // of all files so far, in bytes
	lines    int            // of all Markdown so far
	marks    int
	advice   []source.Advice

	// incomplete is set when a file could not be parsed, so that not every id
	// is known.
	incomplete bool
	unread     []string // folders that cannot be read; empty is the language's own

	ids   map[string]known
	links []link
}

func (l *loader) parse() *Guide {
	guide := &Guide{}
	l.claimFiles()
	for i, src := range l.chapters {
		chapter := l.chapter(src)
		chapter.Number = i + 1
		guide.Chapters = append(guide.Chapters, chapter)
	}
	for _, page := range pages {
		if src := l.files[page.file()]; src != nil {
			page.parse(l, guide, src)
		}
	}
	guide.Commitment.Number = len(guide.Chapters) + 1
	l.checkLinks()
	return guide
}

// opening parses what stands in a chapter's file before its first part.
func (l *loader) opening(src *source.File) (part, Chapter) {
	doc := l.outline(src)
	lead, said := l.blocks(doc, clinicianNote, searchWords)
	return doc, Chapter{
		Place:  doc.place(),
		ID:     src.ID,
		Title:  doc.words,
		Lead:   lead,
		Note:   said[clinicianNote],
		Search: phrases(said[searchWords]),
		Source: strings.TrimSpace(string(src.Text)),
	}
}

func (l *loader) chapter(src *source.File) Chapter {
	doc, chapter := l.opening(src)
	chapter.Sections = plain.Each(doc.parts, func(p part) Section { return l.section(p, ASection) })
	if doc.heading != nil && len(doc.parts) == 0 {
		l.Report(src, doc.offset, "this chapter has no section",
			"Start each section with a line such as: ## What happens first {#what-happens-first}")
	}
	return chapter
}

// section parses a section with its questions. Only sections of a chapter may
// have questions, or be essential.
func (l *loader) section(p part, k IDKind) Section {
	l.claim(p.id, k, p.src, p.offset)
	allowed := []*comment{clinicianNote}
	if k == ASection || k == aTerm {
		allowed = append(allowed, searchWords)
	}
	body, said := l.blocks(p, allowed...)
	section := Section{
		Place:     p.place(),
		ID:        p.id,
		Heading:   p.words,
		Essential: p.essential,
		Body:      body,
		Note:      said[clinicianNote],
		Search:    phrases(said[searchWords]),
		Source:    strings.TrimSpace(string(p.src.Text[p.offset:p.bodyEnd])),
	}
	if p.isEmpty() {
		l.Report(p.src, p.offset, "nothing stands under this heading", "Write what the reader should read here.")
	}
	if k != ASection {
		l.refuseInner(p)
		return section
	}
	for _, sub := range p.parts {
		if sub.essential && (!p.essential || sub.secondOf != "") {
			l.Report(sub.src, sub.offset, "only the questions of an essential section can be .essential",
				"Write .essential behind the section’s id as well, or take it out of the braces here.")
		}
		if q := l.question(sub, p.id); sub.secondOf == "" {
			section.Questions = append(section.Questions, q)
		} else {
			l.second(sub, section.Questions, q)
		}
	}
	return section
}

// refuseInner refuses what only a section of a chapter may have.
func (l *loader) refuseInner(p part) {
	for _, sub := range p.parts {
		l.Report(sub.src, sub.offset, "there can be no question here",
			"A heading with ### is a question, and questions stand in the numbered chapters only.\n"+
				"If it is not meant as a question, start the heading with ## instead.")
	}
	if p.essential {
		l.Report(p.src, p.offset, "only a section of a chapter can be .essential", "Take .essential out of the braces.")
	}
}

// page parses a page whose sections are of a kind. A glossary may be empty.
func (l *loader) page(src *source.File, k IDKind) Page {
	doc := l.outline(src)
	body, _ := l.blocks(doc)
	page := Page{Place: doc.place(), Title: doc.words, Body: body}
	page.Sections = plain.Each(doc.parts, func(p part) Section { return l.section(p, k) })
	if k != aTerm && doc.heading != nil && doc.isEmpty() && len(page.Sections) == 0 {
		l.Report(src, doc.offset, "nothing stands under this heading", "Write what the reader should read here.")
	}
	return page
}

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
			l.Report(doc.src, doc.offset, fmt.Sprintf("a section with the id %s is missing here", w.id),
				fmt.Sprintf("Add one that says %s: ## Heading {#%s}", w.says, w.id))
		}
	}
}

func (l *loader) commitment(src *source.File) Commitment {
	doc, opening := l.opening(src)
	c := Commitment{Chapter: opening}
	c.ID = CommitmentID
	needed := []wanted{
		{"signing", "what a member's signature means, and what it does not", &c.Signing},
		{"countersigning", "what the clinician's signature means, and what it does not", &c.Countersigning},
	}
	l.parts(doc, needed, func(p part) { c.Statements = append(c.Statements, l.statement(p)) })
	if doc.heading != nil && len(c.Statements) == 0 {
		l.Report(src, doc.offset, "the commitment has no statement",
			"Write each statement as a heading, such as: ## I keep what is said in the group. {#keep-private}")
	}
	l.needParts(doc, needed)
	return c
}

// statement parses a statement: the heading is its text, the paragraphs are its
// reason, and the last one is only a link to its rule.
func (l *loader) statement(p part) Statement {
	l.claim(p.id, AStatement, p.src, p.offset)
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
		l.Report(p.src, p.offset, "this statement does not end with a link to its rule", form)
		return s
	}
	destination := string(resolve(rule.Destination))
	l.linkTo(p.src, rule.Pos(), destination, ASection)
	s.Rule = strings.TrimPrefix(destination, "#")
	p.bodyEnd = p.src.LineStart(p.nodes[last].Pos())
	p.nodes = p.nodes[:last]
	s.Reason, _ = l.blocks(p)
	if len(s.Reason) == 0 {
		l.Report(p.src, p.offset, "this statement has no reason",
			"Say in a paragraph why members ask it of each other.\n"+form)
	}
	return s
}

func (l *loader) closing(src *source.File) Closing {
	doc := l.outline(src)
	closing := Closing{Title: doc.words}
	if doc.heading != nil && len(doc.nodes) > 0 {
		l.Report(src, doc.nodes[0].Pos(), "this stands before the first section and would not be shown",
			"Move it into one of the sections.")
	}
	needed := []wanted{
		{"signed", "what a reader is told after signing", &closing.Signed},
		{"not-signed", "what a reader is told who did not sign", &closing.NotSigned},
		{"stopped", "what a reader is told who stopped", &closing.Stopped},
	}
	l.parts(doc, needed, func(p part) {
		l.section(p, aPart)
		l.Report(src, p.offset, "this section of the closing would not be shown",
			"The closing has three sections, with the ids signed, not-signed and stopped.")
	})
	l.needParts(doc, needed)
	return closing
}
