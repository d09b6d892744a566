package disk

import (
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"firstsession/content/plain"
)

// Folders are folders by their clean names, each of them once.
func Folders(named ...string) (each []string) {
	for _, dir := range named {
		if dir = filepath.Clean(dir); !slices.Contains(each, dir) {
			each = append(each, dir)
		}
	}
	return each
}

// ErrNoHome says that the environment names no folder of the user's own.
var ErrNoHome error = &plain.Told{Key: "no_home", Text: "this computer names no home folder"}

// The program's own folders within those of the system and of the user.
const (
	appFolder     = "firstsession"
	recordsFolder = "First Session"
)

// StateFolder is where the program keeps what it remembers: a folder of the user's own.
// Relative paths in the environment are passed over, as the XDG rules ask. If it names
// no home, the error fits ErrNoHome.
func StateFolder(getenv func(string) string) (string, error) {
	return stateFolder(runtime.GOOS, getenv)
}

// ConfigFolder is where the program looks for what was set up for it.
func ConfigFolder(getenv func(string) string) (string, error) {
	return configFolder(runtime.GOOS, getenv)
}

// RecordsFolder is where records are saved unless the user says otherwise: a folder of
// their own among the user's documents.
func RecordsFolder(fsys FS, getenv func(string) string) (string, error) {
	return recordsIn(fsys, runtime.GOOS, getenv)
}

func stateFolder(goos string, getenv func(string) string) (string, error) {
	return ownFolder(goos, getenv, "XDG_STATE_HOME", ".local/state", "LOCALAPPDATA", "Local")
}

func configFolder(goos string, getenv func(string) string) (string, error) {
	return ownFolder(goos, getenv, "XDG_CONFIG_HOME", ".config", "APPDATA", "Roaming")
}

// ownFolder is the folder that a variable names or, without one, that the system has for
// such things in the user's home.
func ownFolder(goos string, getenv func(string) string, xdg, below, appData, roams string) (string, error) {
	variable, usual := xdg, []string{below}
	switch goos {
	case "windows":
		variable, usual = appData, []string{"AppData", roams}
	case "darwin":
		usual = []string{"Library", "Application Support"}
	}
	if dir := getenv(variable); isAbs(goos, dir) {
		return join(goos, dir, appFolder), nil
	}
	own, err := home(goos, getenv)
	if err != nil {
		return "", err
	}
	return join(goos, append(append([]string{own}, usual...), appFolder)...), nil
}

// maxUserDirs bounds how much of a desktop's list of folders is read.
const maxUserDirs = 64 << 10

func recordsIn(fsys FS, goos string, getenv func(string) string) (string, error) {
	if dir := getenv("XDG_DOCUMENTS_DIR"); isAbs(goos, dir) {
		return join(goos, dir, recordsFolder), nil
	}
	own, err := home(goos, getenv)
	if err != nil {
		return "", err
	}
	if goos != "windows" && goos != "darwin" {
		if dir := userDocuments(fsys, goos, own, getenv); dir != "" {
			return join(goos, dir, recordsFolder), nil
		}
	}
	documents := join(goos, own, "Documents")
	if info, err := fsys.Stat(documents); err == nil && info.IsDir() {
		return join(goos, documents, recordsFolder), nil
	}
	return join(goos, own, recordsFolder), nil
}

// userDocuments is the documents folder as a Linux desktop lists it in its user's
// language, such as XDG_DOCUMENTS_DIR="$HOME/Dokumente"; empty if there is no such list.
func userDocuments(fsys FS, goos, own string, getenv func(string) string) string {
	config := getenv("XDG_CONFIG_HOME")
	if !isAbs(goos, config) {
		config = join(goos, own, ".config")
	}
	data, err := fsys.Read(join(goos, config, "user-dirs.dirs"), maxUserDirs)
	if err != nil {
		return ""
	}
	found := ""
	for line := range strings.Lines(string(data)) {
		value, ok := strings.CutPrefix(strings.TrimSpace(line), "XDG_DOCUMENTS_DIR=")
		if !ok {
			continue
		}
		value = strings.Trim(value, `"`)
		if below, ok := strings.CutPrefix(value, "$HOME"); ok && (below == "" || below[0] == '/') {
			value = own + below
		}
		if isAbs(goos, value) && !strings.ContainsAny(value, "\\$\"") {
			found = strings.TrimRight(value, "/")
		}
	}
	return found
}

func home(goos string, getenv func(string) string) (string, error) {
	name := plain.Either(goos == "windows", "USERPROFILE", "HOME")
	if dir := getenv(name); isAbs(goos, dir) {
		return dir, nil
	}
	return "", ErrNoHome
}

// isAbs and join work for the system named, so that one test covers them all.
func isAbs(goos, path string) bool {
	if goos != "windows" {
		return strings.HasPrefix(path, "/")
	}
	path = strings.ReplaceAll(path, "/", `\`)
	return strings.HasPrefix(path, `\\`) || len(path) > 2 && path[1:3] == `:\`
}

func join(goos string, parts ...string) string {
	separator := plain.Either(goos == "windows", `\`, "/")
	parts[0] = strings.TrimRight(parts[0], separator)
	return strings.Join(parts, separator)
}
