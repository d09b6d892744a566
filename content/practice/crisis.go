package practice

import (
	"slices"
	"strings"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// CrisisOf is a practice file of which only whom to turn to in danger is read, also
// where something else in it is to be mended: the lines of its crisis parts, and those
// that say whose they are. Half a text may be worse than none, so it says nothing where
// any of these cannot be read; CrisisLines has them then.
func CrisisOf(name string, data []byte) Practice {
	var kept strings.Builder
	part, isCrisis := "", false
	text := leavesOut().ReplaceAllStringFunc(string(source.NewTOML(name, data).Text), ofCrisis)
	for line := range strings.Lines(text) {
		header := partHeader().FindStringSubmatch(line)
		if header != nil {
			part = header[1]
			isCrisis = part == crisisPart || strings.HasSuffix(part, "."+crisisPart)
		}
		isGroup := part == sitePart || part == groupPart
		switch {
		case isCrisis, isGroup && (header != nil || ofGroup().MatchString(line)), part == "" && ofAll().MatchString(line):
			kept.WriteString(line)
		case header != nil:
		case strings.HasPrefix(strings.TrimSpace(line), "["), beginsCrisis().MatchString(line), part == "" && beginsText().MatchString(line):
			return Practice{} // of whom the lines below are, or these, cannot be known
		}
	}
	p, err := Parse(name, []byte(kept.String()))
	return plain.Either(err == nil, p, Practice{}) // half of it says nothing
}

// ofCrisis is as much of a list of what is left out as is about the crisis text: the
// rest names what is not read.
func ofCrisis(list string) string {
	return plain.Either(leavesCrisis().MatchString(list), leaveOutKey+` = ["`+crisisPart+`"]`, "")
}

var (
	// leavesOut is a whole list, in one line or several, and leavesCrisis one that names
	// the crisis text outside of its comments.
	leavesOut    = plain.Late(`(?m)^[ \t]*leave_out[ \t]*=[ \t]*\[(?:[^\[\]#]|#.*\n)*\]`)
	leavesCrisis = plain.Late(`(?m)^[^#\n]*["']crisis["']`)

	partHeader = plain.Late(`^\s*\[\[?\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?$`)
	// ofAll and ofGroup are the settings outside of a crisis part that lead to one.
	ofAll   = plain.Late(`^\s*(?:language|(?:in\.\w+\.)?crisis(?:\.\w+)?)\s*=`)
	ofGroup = plain.Late(`^\s*(?:id|name|site|when|leave_out|(?:in\.\w+\.)?crisis(?:\.\w+)?)\s*=`)

	beginsCrisis = plain.Late(`(?i)\[\s*(?:[\w."'-]+\.)?["']?crisis\b|\bcrisis["']?\s*[\]:={]|\bcrisis["']?\s*\.\s*["']?(?:text|checked)|^[^\pL\d]*crisis[^\pL\d]*$|<crisis\b`)
	beginsOther  = plain.Late(`(?i)^[#\s]*\[+[^\]]*\b(?:notes|statement|site|group|replace|option|in\.\w+)\b|^["']?(?:notes|statement|site|group|replace|in)["']?\s*:|^</`)
	beginsText   = plain.Late(`(?i)^[^\pL#]*text\b`)
	namesOne     = plain.Late(`(?i)^name\b`)
	isChecked    = plain.Late(`(?i)^[^\pL]*(?:crisis\.)?checked\W*\d{4}-\d\d-\d\d\W*$`)
	namesCrisis  = plain.Late(`(?i)crisis|danger|emergenc|peligro|\b(?:help|hot|night)[- ]?line\b`)
	toCall       = plain.Late(`\d(?:[\s().+/\-\x{2010}-\x{2013}]*\d){2,}`)
)

// CrisisLines are the lines of a file's crisis parts, as they stand there, with whose
// they are, and any others that seem to name a number to turn to in danger: what can be
// shown where CrisisOf says nothing. Only where none of them names a number, those
// behind a comment mark do.
func CrisisLines(data []byte) []string {
	all := crisisLines(data, false)
	if !slices.ContainsFunc(all, toCall().MatchString) {
		if noted := crisisLines(data, true); slices.ContainsFunc(noted, toCall().MatchString) {
			return noted
		}
	}
	return all
}

// HiddenCrisis is the line of a file of which nobody is shown whom to call that seems to
// name a number for it; empty if none does.
func HiddenCrisis(name string, data []byte) string {
	p, err := Parse(name, data)
	if err != nil {
		p = CrisisOf(name, data)
	}
	if p.Crisis.Text != "" || p.CallsByGroup() {
		return ""
	}
	for _, line := range CrisisLines(data) {
		if toCall().MatchString(line) {
			return line
		}
	}
	return ""
}

// CrisisIn is the crisis text as a reader of a language is shown it.
func (p Practice) CrisisIn(language string) Crisis {
	in, _ := p.spokenIn(language)
	return in.Crisis
}

// sameNumbers reports whether a text names no number to call but those of another. What
// stands aside, such as when somebody is there, is no part of a number.
func sameNumbers(own, in string) bool {
	numbers := func(text string) (all []string) {
		for line := range strings.Lines(aside().ReplaceAllString(text, "\n")) {
			all = append(all, plain.Each(toCall().FindAllString(line, -1), plain.Digits)...)
		}
		return all
	}
	known := numbers(own)
	return plain.Digits(own) == plain.Digits(in) || !slices.ContainsFunc(numbers(in), func(n string) bool { return !slices.Contains(known, n) })
}

// aside is what stands in brackets, but for the part of a number that may stand in them.
var aside = plain.Late(`\([^()]*[^()\s\d+][^()]*\)`)

// crisisLines are those lines, with those behind a comment mark or without them.
func crisisLines(data []byte, noted bool) (all []string) {
	const aPart, other = 1, 2
	in, whose, under := 0, "", false // whether the line above was one of them
	for _, line := range plain.Lines(data) {
		line = plain.WholeNumbers(strings.TrimSpace(plain.Printable(line, " ")))
		isNote := strings.HasPrefix(line, "#")
		begins := beginsCrisis().FindStringIndex(line)
		calls := toCall().MatchString(line)
		if isNote && noted && !strings.HasPrefix(line, "##") && !isChecked().MatchString(line) {
			isNote = !calls && begins == nil
		}
		switch {
		case begins != nil && isNote:
			in = 0
		case begins != nil:
			in = aPart
		case beginsOther().MatchString(line):
			in, whose = other, ""
		case namesOne().MatchString(line):
			whose = line
		}
		says := begins == nil && in == aPart && strings.ContainsFunc(line, plain.IsLetterOrDigit) && !isChecked().MatchString(line)
		if isNote || !says && !(calls && (begins != nil || in != other && beginsText().MatchString(line) || namesCrisis().MatchString(line) || under && in != other) && !isChecked().MatchString(line)) {
			under = under && line == ""
			continue
		}
		under = true
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
