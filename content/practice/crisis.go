package practice

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// CrisisOf is a practice file of which only whom to turn to in danger is read, also
// where something else in it is to be mended: of all, of its groups and in other
// languages, or as much of that as is right by itself. It says nothing where not
// even that is.
func CrisisOf(name string, data []byte) Practice {
	if len(data) > Max {
		return Practice{}
	}
	s := salvage{lines: strings.SplitAfter(string(source.NewTOML(name, data).Text), "\n")}
	for s.at < min(len(s.lines), maxSettings) {
		s.take()
	}
	for _, without := range []string{"", sitePart + groupPart, sitePart + groupPart + inPart, sitePart + groupPart + inPart + checkedKey} {
		if s.lostPart && without == "" {
			continue // what stands below may be of a group whose first line is broken
		}
		var kept strings.Builder
		for _, line := range s.kept {
			if !slices.ContainsFunc(line.of, func(part string) bool { return strings.Contains(without, part) }) {
				kept.WriteString(line.text)
			}
		}
		if p, err := Parse(name, []byte(kept.String())); err == nil {
			return p
		}
	}
	return Practice{}
}

var (
	beginsCrisis = regexp.MustCompile(`(?i)^[^\pL]*(?:\\\pL+\d*[^\pL]*)*(?:[\pL\d_-]+["']?\s*[.:]\s*["']?)?crisis\b`)
	beginsOther  = regexp.MustCompile(`^(?:\[[^\]]*\]|["']?[\pL_-]+["']?:)$`)
	beginsText   = regexp.MustCompile(`(?i)^[^\pL]*text\b`)
	toCall       = plain.Late(`\d(?:[\s().+/\-\x{2010}-\x{2013}]*\d){2,}`)
)

// CrisisLines are the lines of a file, as they stand there, that seem to name a number to
// turn to in danger, and of which the shown words have none of the numbers: what can be
// done where something keeps CrisisOf from reading them.
func CrisisLines(data []byte, shown string) (all []string) {
	in := false
	for _, line := range plain.Lines(data) {
		line = plain.WholeNumbers(strings.TrimSpace(plain.Printable(line, " ")))
		begins := beginsCrisis.MatchString(line)
		in = begins || in && !beginsOther.MatchString(line)
		isNote := strings.HasPrefix(line, "#") || strings.Contains(line, checkedKey[len(crisisPart)+1:])
		if len(all) == mostCrisisLines || !begins && isNote || !begins && !in && !beginsText.MatchString(line) {
			continue
		}
		if slices.ContainsFunc(toCall().FindAllString(line, -1), func(number string) bool {
			return !strings.Contains(plain.Digits(shown), plain.Digits(number))
		}) {
			all = append(all, plain.Shorten(line, longestLine))
		}
	}
	return all
}

// How many lines are shown, and how much of each.
const (
	mostCrisisLines = 12
	longestLine     = 300
)

// salvage reads what it can of a file, a line or a text of several lines at a time.
type salvage struct {
	lines    []string
	at       int
	part     []string // the last line in brackets; nil below one that cannot be read
	lostPart bool     // there was one of those
	kept     []keptLine
}

// keptLine is what is kept of a file, and what has to be known of it.
type keptLine struct {
	text string
	of   []string
}

// longestText is how many lines a text may have that is looked for.
const longestText = 60

// take reads what begins at the next line.
func (s *salvage) take() {
	chunk := s.lines[s.at]
	settings, broken := source.ReadTOML(source.NewTOML("", []byte(chunk)))
	for end := s.at + 2; broken >= 0 && opensText.MatchString(chunk) && end <= min(len(s.lines), s.at+longestText); end++ {
		longer := strings.Join(s.lines[s.at:end], "")
		if all, amiss := source.ReadTOML(source.NewTOML("", []byte(longer))); amiss < 0 {
			chunk, settings, broken = longer, all, amiss
			s.at = end - 1
		}
	}
	s.at++
	header := strings.HasPrefix(strings.TrimSpace(chunk), "[")
	switch found := bareText.FindStringSubmatch(chunk); {
	case header && (broken >= 0 || len(settings) == 0):
		s.part, s.lostPart = nil, true
	case header:
		s.part = settings[0].Path
		s.keep(s.part, chunk)
	case s.part == nil && s.lostPart:
	case broken >= 0 && found != nil && !opensText.MatchString(chunk):
		s.keep(slices.Concat(s.part, strings.Split(found[1], ".")), found[1]+" = "+strconv.Quote(found[2])+"\n")
	case broken < 0 && len(settings) > 0:
		s.keep(slices.Concat(s.part, settings[0].Path), chunk)
	}
}

var (
	opensText = regexp.MustCompile(`"""|'''|=\s*[\[{]`)
	// bareText is a text in danger whose marks are not those of a keyboard, or missing.
	bareText = regexp.MustCompile(`^\s*((?:crisis\.)?text)\s*=\s*["“”„«»‘’']*([^"“”„«»\\\n]+?)["“”„«»‘’']*\s*$`)
)

// keep takes down what leads to a crisis text, and to which group it belongs.
func (s *salvage) keep(path []string, text string) {
	line := keptLine{text: plain.Dialled(text)}
	rest := path
	if len(rest) > 0 && (rest[0] == sitePart || rest[0] == groupPart) {
		line.of, rest = append(line.of, rest[0]), rest[1:]
	}
	isName := len(line.of) > 0 && (len(rest) == 0 || len(rest) == 1 && slices.Contains([]string{idKey, nameKey, siteKey, "when"}, rest[0]))
	if len(line.of) > 0 && len(rest) == 1 && rest[0] == leaveOutKey && strings.Contains(text, `"`+crisisPart+`"`) {
		line.text, isName = leaveOutKey+` = ["`+crisisPart+"\"]\n", true
	}
	if len(rest) > 1 && rest[0] == inPart {
		line.of, rest = append(line.of, inPart), rest[2:]
	}
	isCrisis := len(rest) > 0 && rest[0] == crisisPart
	if len(rest) == 2 && crisisPart+"."+rest[1] == checkedKey {
		line.of = append(line.of, checkedKey)
	}
	if isName || isCrisis || len(path) == 1 && path[0] == languageKey {
		s.kept = append(s.kept, line)
	}
}
