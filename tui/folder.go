package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// absolute is a folder as it was typed, so that it can be found again from
// anywhere. A leading ~ is the user's home.
func absolute(folder string) (string, error) {
	if rest, ok := strings.CutPrefix(folder, "~"); ok && (rest == "" || rest[0] == '/' || rest[0] == filepath.Separator) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", fmt.Errorf("find your home folder: %w", err)
		}
		folder = home + rest
	}
	path, err := filepath.Abs(folder)
	if err != nil {
		return "", fmt.Errorf("find the folder: %w", err)
	}
	return path, nil
}
