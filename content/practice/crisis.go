package practice

import (
	"regexp"
	"strings"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// CrisisOf is a practice file of which only whom to turn to in danger is read, also
// where something else in it is to be mended: the lines of its crisis parts, and those
// that say whose they are. Half a text may be worse than none, so it says nothing where
// any of these cannot be read; CrisisLines has them then.
func CrisisOf(name string, data []byte) Practice {
	if len(data) > Max {
		return Practice{}
	}
	var kept strings.Builder
	part, isCrisis := "", false
	for line := range strings.Lines(string(source.NewTOML(name, data).Text)) {
		header, setting := header.FindStringSubmatch(line), setting.FindStringSubmatch(line)
		keep := isCrisis
		switch {
		case header != nil:
			part = header[1]
			isCrisis = part == crisisPart || strings.HasSuffix(part, "."+crisisPart)
			keep = isCrisis || part == sitePart || part == groupPart
		case isCrisis:
		case setting != nil && ofWhom[part] != nil:
			keep = ofWhom[part].MatchString(setting[1])
		}
		switch {
		case keep:
			kept.WriteString(line)
		case header != nil:
		case strings.HasPrefix(strings.TrimSpace(line), "["), beginsCrisis.MatchString(line), part == "" && beginsText.MatchString(line):
			return Practice{} // of whom the lines below are, or these, cannot be known
		}
	}
	p, err := Parse(name, []byte(kept.String()))
	if err != nil {
		return Practice{}
	}
	return p
}

var (
	header  = regexp.MustCompile(`^\s*\[\[?\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?$`)
	setting = regexp.MustCompile(`^\s*([\w.-]+)\s*=`)
	// ofWhom are the settings outside of a crisis part that lead to one, by the part in
	// which they stand.
	ofWhom = map[string]*regexp.Regexp{
		"":        regexp.MustCompile(`^(?:language|(?:in\.\w+\.)?crisis(?:\.\w+)?)$`),
		sitePart:  ofGroup,
		groupPart: ofGroup,
	}
	ofGroup = regexp.MustCompile(`^(?:id|name|site|when|leave_out|(?:in\.\w+\.)?crisis(?:\.\w+)?)$`)

	beginsCrisis = regexp.MustCompile(`(?i)\[\s*(?:[\w."'-]+\.)?["']?crisis\b|\bcrisis["']?\s*[\]:={]|\bcrisis["']?\s*\.\s*["']?(?:text|checked)|^[^\pL\d]*crisis[^\pL\d]*$`)
	beginsOther  = regexp.MustCompile(`(?i)^[#\s]*\[+[^\]]*\b(?:notes|statement|site|group|replace|option|in\.\w+)\b|^["']?(?:notes|statement|site|group|replace|in)["']?\s*:`)
	beginsText   = regexp.MustCompile(`(?i)^[^\pL#]*text\b`)
	namesOne     = regexp.MustCompile(`(?i)^name\b`)
	isChecked    = regexp.MustCompile(`(?i)^[^\pL]*(?:crisis\.)?checked\W*\d{4}-\d\d-\d\d\W*$`)
	toCall       = plain.Late(`\d(?:[\s().+/\-\x{2010}-\x{2013}]*\d){2,}`)
)

// CrisisLines are the lines of a file's crisis parts, as they stand there, with whose
// they are, and any others that seem to name a number to turn to in danger: what can be
// shown where CrisisOf says nothing.
func CrisisLines(data []byte) (all []string) {
	const aPart, other = 1, 2
	in, whose := 0, ""
	for _, line := range plain.Lines(data) {
		line = plain.WholeNumbers(strings.TrimSpace(plain.Printable(line, " ")))
		isNote := strings.HasPrefix(line, "#")
		begins := beginsCrisis.FindStringIndex(line)
		switch {
		case begins != nil && isNote:
			in = 0
		case begins != nil:
			in = aPart
		case beginsOther.MatchString(line):
			in, whose = other, ""
		case namesOne.MatchString(line):
			whose = line
		}
		calls := toCall().MatchString(line)
		says := begins == nil && in == aPart && strings.ContainsFunc(line, plain.IsLetterOrDigit) && !isChecked.MatchString(line)
		if isNote || !says && !(calls && (begins != nil || in != other && beginsText.MatchString(line))) {
			continue
		}
		if whose != "" && in == aPart && whose != line {
			all, whose = append(all, whose), ""
		}
		if begins != nil && len(line) > longestLine {
			line = line[begins[0]:] // of a file that is all one line
		}
		if all = append(all, plain.Shorten(line, maxTextLength)); len(all) >= mostCrisisLines {
			break
		}
	}
	return all
}

// How many lines are shown of a file that is all of them, and from where on one of
// them is shown from the part on.
const (
	mostCrisisLines = 100
	longestLine     = 300
)
