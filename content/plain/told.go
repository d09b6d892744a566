package plain

// Told is an error that a reader is told in the guide's language.
type Told struct {
	Key  string // in the table errors of words.toml
	Text string // in English
}

// Error is what it says in English, as whoever uses a command is told it.
func (t *Told) Error() string { return t.Text }

// Told is the key, and what is filled in.
func (t *Told) Told() (key string, pairs []any) { return t.Key, nil }
