package content

import (
	"fmt"
	"io/fs"
	"strings"
)

// Load reads and parses a guide in one language. What the guide's authors
// have to mend is returned as Problems, all at once; any other error says
// which file could not be read.
func Load(fsys fs.FS, language string) (*Guide, error) {
	l := &loader{
		fsys:  fsys,
		files: map[string]*source{},
		ids:   map[string]known{},
	}
	if !languageName.MatchString(language) {
		return nil, fmt.Errorf("load guide: %q is not the name of a language, such as en", language)
	}
	if err := l.readLanguage(language); err != nil {
		return nil, err
	}
	guide := l.parse()
	guide.Language = language
	if err := l.readWords(guide); err != nil {
		return nil, err
	}
	if l.count > 0 {
		return nil, l.sorted()
	}
	guide.Revision = l.revision()
	guide.ids, guide.index = l.ids, &index{}
	return guide, nil
}

// loader is one Load: what was read, and what is wrong with it so far.
type loader struct {
	collector
	fsys fs.FS
	// files are those of the language's folder by their names, such as
	// "art/circle.txt"; nil are those that could not be used.
	files    map[string]*source
	chapters []*source // in order of their numbers
	size     int       // of all files so far, in bytes
	lines    int       // of all Markdown so far
	marks    int

	// incomplete is set when a file could not be parsed, so that not every id
	// is known.
	incomplete bool

	ids   map[string]known
	links []link
}

// parse makes the guide of the files that could be read.
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
	l.checkLinks()
	return guide
}

func (l *loader) chapter(src *source) Chapter {
	doc := l.outline(src)
	lead, note := l.blocks(doc, true)
	chapter := Chapter{
		Place:  doc.place(),
		ID:     src.id,
		Title:  doc.words,
		Lead:   lead,
		Note:   note,
		source: strings.TrimSpace(string(src.text)),
	}
	for _, part := range doc.parts {
		chapter.Sections = append(chapter.Sections, l.section(part, aSection))
	}
	if doc.heading != nil && len(doc.parts) == 0 {
		l.report(src, doc.offset, "this chapter has no section",
			"Start each section with a line such as: ## What happens first {#what-happens-first}")
	}
	return chapter
}

// section parses a section with its questions. Only sections of a chapter may
// have questions, or be essential.
func (l *loader) section(p part, k kind) Section {
	l.claim(p.id, k, p.src, p.offset)
	body, note := l.blocks(p, true)
	section := Section{
		Place:     p.place(),
		ID:        p.id,
		Heading:   p.words,
		Essential: p.essential,
		Body:      body,
		Note:      note,
		source:    strings.TrimSpace(string(p.src.text[p.offset:p.bodyEnd])),
	}
	if p.isEmpty() {
		l.report(p.src, p.offset, "nothing stands under this heading", "Write what the reader should read here.")
	}
	if k != aSection {
		l.refuseInner(p)
		return section
	}
	for _, sub := range p.parts {
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
		l.report(sub.src, sub.offset, "there can be no question here",
			"A heading with ### is a question, and questions stand in the numbered chapters only.\n"+
				"If it is not meant as a question, start the heading with ## instead.")
	}
	if p.essential {
		l.report(p.src, p.offset, "only a section of a chapter can be .essential",
			"Take .essential out of the braces.")
	}
}

// page parses a page whose sections are of a kind. A glossary may be empty.
func (l *loader) page(src *source, k kind) Page {
	doc := l.outline(src)
	body, _ := l.blocks(doc, false)
	page := Page{Place: doc.place(), Title: doc.words, Body: body}
	for _, part := range doc.parts {
		page.Sections = append(page.Sections, l.section(part, k))
	}
	if k != aTerm && doc.heading != nil && doc.isEmpty() && len(page.Sections) == 0 {
		l.report(src, doc.offset, "nothing stands under this heading", "Write what the reader should read here.")
	}
	return page
}
