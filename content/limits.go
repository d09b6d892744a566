package content

import "fmt"

const (
	maxFile    = 1 << 20
	maxGuide   = 10 << 20
	maxWords   = 64 << 10
	maxEntries = 1000
)

func (l *loader) checkLimits(src *source) bool { return true }

func tooLarge(name string, limit int64) Problem {
	return Problem{
		Place: Place{File: name},
		What:  fmt.Sprintf("this file is larger than %d KB", limit>>10),
		Mend:  "Make it shorter. If it is a chapter, split it into several.",
	}
}

func tooManyEntries(name string) Problem {
	if name == "" {
		name = "."
	}
	return Problem{
		Place: Place{File: name},
		What:  fmt.Sprintf("this folder holds more than %d files", maxEntries),
		Mend:  "Is it the right folder? A guide's folder holds its chapters and little else.",
	}
}

func missingFile(name string) Problem {
	return Problem{
		Place: Place{File: name},
		What:  "this file is missing",
		Mend:  "Every guide needs it. Write it, or take the file from the guide that the export command writes.",
	}
}

func unknownEntry(name string, isDir bool) Problem {
	what := "this file is not part of a guide"
	if isDir {
		what = "this folder is not part of a guide"
	}
	return Problem{
		Place: Place{File: name},
		What:  what,
		Mend: "A chapter is named with a number and a name in small letters, such as 01-welcome.md.\n" +
			"Beside the chapters stand commitment.md, closing.md, help.md, about.md, glossary.md,\n" +
			"words.toml and the folder art. Rename it, or move it out of the guide's folder.",
	}
}
