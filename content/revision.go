package content

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"slices"
)

// code names the practice file by a hash over its text; empty if what the
// practice says did not come from a file.
func (p Practice) code() string {
	if p.src == nil {
		return ""
	}
	sum := sha256.Sum256(p.src.text)
	return hex.EncodeToString(sum[:6])
}

// revision names the text by a hash over its files, sorted by name. Each name
// and each text stands behind its length, so that two folders with different
// files never come to the same bytes.
func (l *loader) revision() string {
	var canonical []byte
	for _, name := range slices.Sorted(maps.Keys(l.files)) {
		if slices.Contains([]string{"about.md", "closing.md", "help.md", wordsFile}, name) {
			continue // no part of what a member reads and signs
		}
		for _, part := range [][]byte{[]byte(name), l.files[name].text} {
			canonical = binary.BigEndian.AppendUint64(canonical, uint64(len(part)))
			canonical = append(canonical, part...)
		}
	}
	sum := sha256.Sum256(canonical)
	return hex.EncodeToString(sum[:8])
}
