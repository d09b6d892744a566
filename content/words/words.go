// Package words is every word that the program says, as Go: structs that are
// generated from the English words.toml, and what is known of the words that
// somebody in danger types. How they are read from a file may not come in.
package words

import (
	"cmp"
	"errors"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"firstsession/content/plain"
)

//go:generate go run ../genwords

// Plural fills in a number, {n}, where words have a form for each kind of
// number that a language tells apart, with " | " between them, in the order of
// CLDR: zero, one, two, few, many, other. English has "{n} page | {n} pages".
// Words with too few forms say the last; a language that is not known counts as
// English.
func Plural(code, forms string, n int) string {
	all := strings.Split(forms, " | ")
	tag := language.Make(code)
	if tag == language.Und {
		tag = language.English
	}
	at := slices.Index(kinds(tag), plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0))
	if at < 0 || at >= len(all) {
		at = len(all) - 1
	}
	return plain.Fill(all[at], "n", n)
}

// kinds are those that a language tells apart among the numbers that a guide
// counts to.
func kinds(tag language.Tag) []plural.Form {
	var found []plural.Form
	for n := range 200 {
		if form := plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0); !slices.Contains(found, form) {
			found = append(found, form)
		}
	}
	order := []plural.Form{plural.Zero, plural.One, plural.Two, plural.Few, plural.Many, plural.Other}
	return plain.Only(order, func(f plural.Form) bool { return slices.Contains(found, f) })
}

// system are reasons that a computer gives, and their keys.
var system = []struct {
	err error
	key string
}{
	{fs.ErrPermission, "permission"}, {syscall.ENOSPC, "disk_full"}, {syscall.EROFS, "read_only"}, {fs.ErrNotExist, "no_file"},
	{syscall.ENOTDIR, "no_folder"}, {syscall.EISDIR, "is_folder"}, {fs.ErrExist, "exists"}, {syscall.ENAMETOOLONG, "name_long"}, {syscall.EIO, "disk_fails"},
}

// teller is an error that has words of its own.
type teller interface {
	error
	Told() (key string, pairs []any)
}

// Reason is why something could not be done, as plain.Reason has it, in the
// language of the words as far as they have it.
func (w *Words) Reason(err error) string {
	said := plain.Reason(err)
	if told, ok := errors.AsType[teller](err); ok {
		key, pairs := told.Told()
		pairs = slices.Clone(pairs)
		for i := range pairs {
			if why, ok := pairs[i].(error); ok {
				pairs[i] = w.Reason(why)
			}
		}
		said = strings.Replace(said, told.Error(), plain.Fill(byKey(w.Errors, key), pairs...), 1)
	}
	if number, ok := errors.AsType[syscall.Errno](err); ok {
		for _, s := range system {
			if errors.Is(number, s.err) {
				return strings.Replace(said, number.Error(), byKey(w.Errors, s.key), 1)
			}
		}
	}
	return said
}

// LanguageName is a language as a reader calls it; its code if it has no name here.
func (r Record) LanguageName(code string) string { return cmp.Or(byKey(r, "language_"+code), code) }

// byKey is a word of a table by its key.
func byKey(words any, key string) string {
	table := reflect.ValueOf(words)
	for i := range table.NumField() {
		if table.Type().Field(i).Tag.Get("toml") == key {
			return table.Field(i).String()
		}
	}
	return ""
}

// Day says a day such as 2026-11-30 with the month's name: of one in digits, a
// screen reader speaks the dashes. What is no day, and any without twelve names,
// stays as it is.
func (p Plain) Day(digits string) string {
	day, err := time.Parse(time.DateOnly, digits)
	months := strings.Split(p.Months, ",")
	if err != nil || len(months) != 12 {
		return digits
	}
	return plain.Fill(p.Date, "day", day.Day(), "month", strings.TrimSpace(months[day.Month()-1]), "year", day.Year())
}
