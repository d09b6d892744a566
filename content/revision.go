package content

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"strings"
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
	files := slices.Clone(l.folder.chapters)
	for _, name := range []string{"commitment.md", "glossary.md"} {
		if src := l.folder.pages[name]; src != nil {
			files = append(files, src)
		}
	}
	for _, src := range l.folder.art {
		files = append(files, src)
	}
	slices.SortFunc(files, func(a, b *source) int { return strings.Compare(a.name, b.name) })
	var canonical []byte
	for _, src := range files {
		canonical = binary.BigEndian.AppendUint64(canonical, uint64(len(src.name)))
		canonical = append(canonical, src.name...)
		canonical = binary.BigEndian.AppendUint64(canonical, uint64(len(src.text)))
		canonical = append(canonical, src.text...)
	}
	sum := sha256.Sum256(canonical)
	return hex.EncodeToString(sum[:8])
}
