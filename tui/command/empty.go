package command

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"firstsession/content/disk"
	"firstsession/content/plain"
)

// named finds, in what a command's help says it takes, the name of something on
// the disk, or of a record. What is chosen from a list is left to who has the list.
var named = plain.Late(`DIR|FILE|PATH|RECORD|REFERENCE|INTAKE`)

// refuseEmpty refuses a name that is empty, such as where a shell's variable is
// not set: what was meant is not what is done without any. The address of a file, as
// some programs copy it, is the file's path from here on.
func refuseEmpty(cmd *cobra.Command, args []string) error {
	var err error
	for i, arg := range args {
		args[i] = disk.FromURI(arg)
		if strings.TrimSpace(arg) == "" && named().MatchString(cmd.Use) {
			err = fmt.Errorf("%q was given an empty name", cmd.Use)
		}
	}
	cmd.Flags().Visit(func(flag *pflag.Flag) {
		kind, use := pflag.UnquoteUsage(flag)
		given, set := []string{flag.Value.String()}, func(all []string) error { return flag.Value.Set(all[0]) }
		if several, ok := flag.Value.(pflag.SliceValue); ok {
			given, set = several.GetSlice(), several.Replace
		}
		if paths := plain.Each(given, disk.FromURI); !slices.Equal(paths, given) && named().MatchString(kind) {
			err = errors.Join(err, set(paths))
		}
		isEmpty := func(text string) bool { return strings.TrimSpace(text) == "" }
		if slices.ContainsFunc(given, isEmpty) && kind != flag.Value.Type() {
			what := plain.Either(kind == "TEXT", "nothing", "an empty name")
			err = fmt.Errorf("--%s was given %s; it is to %s", flag.Name, what, use)
		}
	})
	return err
}

// ofCobra are the words in which Cobra counts arguments.
var ofCobra = plain.Late(`^(?:requires at least|accepts at most|accepts) (\d) arg\(s\),.* received (\d+)$`)

// counted says what a command takes, where there is too little or too much of it.
func counted(cmd *cobra.Command, err error) error {
	found := ofCobra().FindStringSubmatch(err.Error())
	if found == nil {
		return err
	}
	_, takes, _ := strings.Cut(strings.TrimSuffix(cmd.Use, " [flags]"), " ")
	if wanted, given := found[1], found[2]; len(given) == 1 && given < wanted {
		return fmt.Errorf("say what: %s %s", cmd.CommandPath(), takes)
	}
	return fmt.Errorf("that is too much at once; it is: %s %s\nWhat has a space in it stands between quotation marks: \"Ana Ruiz\"", cmd.CommandPath(), takes)
}

// plainly says of a flag with a value that it cannot have what it takes.
func plainly(err error) error {
	if none, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return plain.Tell("no_flag", err.Error(), "name", "-"+cmp.Or(none.GetSpecifiedShortnames(), "-"+none.GetSpecifiedName()))
	}
	invalid, ok := errors.AsType[*pflag.InvalidValueError](err)
	if !ok {
		return err
	}
	flag := invalid.GetFlag()
	takes := plain.Either(flag.Value.Type() == "bool", "nothing behind it", "a whole number")
	return fmt.Errorf("--%s takes %s, not %q", flag.Name, takes, invalid.GetValue())
}
