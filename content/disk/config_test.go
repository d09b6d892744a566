package disk_test

import (
	"errors"
	"testing"

	"firstsession/content/disk"
)

func TestConfigFolder(t *testing.T) {
	for _, c := range []struct {
		goos   string
		getenv func(string) string
		want   string
	}{
		{"linux", env("HOME", "/home/dana"), "/home/dana/.config/firstsession"},
		{"linux", env("HOME", "/home/dana", "XDG_CONFIG_HOME", "/c/"), "/c/firstsession"},
		{"linux", env("HOME", "/home/dana", "XDG_CONFIG_HOME", "c"), "/home/dana/.config/firstsession"},
		{"linux", env(), ""},
		{"darwin", env("HOME", "/Users/dana"), "/Users/dana/Library/Application Support/firstsession"},
		{"darwin", env("HOME", "/Users/dana", "XDG_CONFIG_HOME", "/c"), "/c/firstsession"},
		{"windows", env("APPDATA", `C:\Users\dana\AppData\Roaming`), `C:\Users\dana\AppData\Roaming\firstsession`},
		{"windows", env("APPDATA", `AppData`, "USERPROFILE", `C:\Users\dana`), `C:\Users\dana\AppData\Roaming\firstsession`},
		{"windows", env("HOME", "/home/dana"), ""},
	} {
		got, err := disk.ConfigFolderOn(c.goos, c.getenv)
		if got != c.want || (c.want == "") != errors.Is(err, disk.ErrNoHome) {
			t.Errorf("%s: %q, %v, want %q", c.goos, got, err, c.want)
		}
	}
}
