package words

import (
	"errors"
	"io/fs"
	"reflect"
	"strings"
	"syscall"

	"firstsession/content/plain"
)

// system are reasons that a computer gives, and their keys.
var system = []struct {
	err error
	key string
}{
	{fs.ErrPermission, "permission"}, {syscall.ENOSPC, "disk_full"}, {syscall.EROFS, "read_only"}, {fs.ErrNotExist, "no_file"},
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
	if told := teller(nil); errors.As(err, &told) {
		key, pairs := told.Told()
		said = strings.Replace(said, told.Error(), plain.Fill(w.error(key), pairs...), 1)
	}
	if number := syscall.Errno(0); errors.As(err, &number) {
		for _, s := range system {
			if errors.Is(number, s.err) {
				return strings.Replace(said, number.Error(), w.error(s.key), 1)
			}
		}
	}
	return said
}

// error is a word of the table errors by its key.
func (w *Words) error(key string) string {
	table := reflect.ValueOf(w.Errors)
	for i := range table.NumField() {
		if table.Type().Field(i).Tag.Get("toml") == key {
			return table.Field(i).String()
		}
	}
	return ""
}
