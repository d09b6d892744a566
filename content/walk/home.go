package walk

import "slices"

// readAtHome reports whether the client has read at home what a step is about, as
// far as they brought it: of a chapter, all that the intake would go through.
func (w Walk) readAtHome(s Step) bool {
	if len(w.form.Read) == 0 {
		return false
	}
	id := s.ID
	switch s.Kind {
	case Opening:
		return w.readAll(s.Chapter, func(id string) bool { return w.form.Parts != Essentials || w.plan.essential[id] })
	case Question, Reflection:
		section, _ := w.guide.Question(id)
		if section == nil {
			return false
		}
		id = section.ID
	}
	return slices.Contains(w.form.Read, id)
}

// AtHome are the ids of the sections that the client read at home and brought.
func (w Walk) AtHome() []string { return slices.Clone(w.form.Read) }

// ChapterAtHome reports whether the client read a chapter, counted from 1, at home.
func (w Walk) ChapterAtHome(n int) bool { return w.readAll(n, func(string) bool { return true }) }

// readAll reports whether a chapter has sections that count, all of them read at home.
func (w Walk) readAll(chapter int, counts func(id string) bool) bool {
	some := false
	for _, s := range w.Chapter(chapter).Sections {
		if counts(s.ID) {
			if some = true; !slices.Contains(w.form.Read, s.ID) {
				return false
			}
		}
	}
	return some
}
