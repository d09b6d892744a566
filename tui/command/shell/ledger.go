package shell

import (
	"errors"
	"strings"

	"firstsession/content"
	"firstsession/content/ledger"
	"firstsession/content/plain"
)

// SayTroubles says which ledgers in a folder do not tell all, so that nobody takes what
// they said of a record for known.
func (e Env) SayTroubles(dir string, in *content.Guide) error {
	if !IsFolder(dir) {
		return nil
	}
	l, err := ledger.Read(e.FS, dir)
	if err != nil {
		l.Troubles = []ledger.Trouble{{Path: dir, Err: err}}
	}
	return e.SayEach(plain.Each(l.Troubles, func(t ledger.Trouble) string { return LedgerTrouble(t, in) }))
}

// LedgerTrouble is what is wrong with a ledger, in the words of a guide.
func LedgerTrouble(is ledger.Trouble, in *content.Guide) string {
	word, err := in.Words.Records.LedgerUnread, is.Err
	if lost, ok := errors.AsType[ledger.LostError](is.Err); ok {
		word, err = in.Words.Records.LedgerLost, lost
	}
	return plain.Fill(word, "path", is.Path, "why", strings.TrimPrefix(Why(err, in), is.Path+" "))
}
