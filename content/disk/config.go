package disk

// ConfigFolder is where the program looks for what was set up for it, on a
// system named as runtime.GOOS is. Getenv looks up a variable of the
// environment.
func ConfigFolder(goos string, getenv func(string) string) (string, error) {
	if goos == "windows" {
		if dir := getenv("APPDATA"); isAbs(goos, dir) {
			return join(goos, dir, appFolder), nil
		}
	} else if dir := getenv("XDG_CONFIG_HOME"); isAbs(goos, dir) {
		return join(goos, dir, appFolder), nil
	}
	own, err := home(goos, getenv)
	if err != nil {
		return "", err
	}
	switch goos {
	case "windows":
		return join(goos, own, "AppData", "Roaming", appFolder), nil
	case "darwin":
		return join(goos, own, "Library", "Application Support", appFolder), nil
	default:
		return join(goos, own, ".config", appFolder), nil
	}
}
