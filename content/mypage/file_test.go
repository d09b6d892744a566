package mypage

import (
	"bytes"
	"errors"
	"testing"

	"firstsession/content/contenttest"
	"firstsession/content/guidetest"
)

// A file that was changed anywhere, or cut, is not taken up in part.
func TestAFileToBringIsTakenUpWholeOrNotAtAll(t *testing.T) {
	f := File{Format: 1, What: isFile, Revision: "0a89", Read: []string{"welcome"}, Topics: []string{"keep-private"}, Notes: []string{"Is there a lift?\nAnd stairs"}}
	data, err := f.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Decode(data); err != nil || len(again.Notes) != 1 {
		t.Fatalf("%+v, %v", again, err)
	}
	for i := range data {
		for _, changed := range [][]byte{data[:i], bytes.Replace(data, data[i:], append([]byte{data[i] ^ 1}, data[i+1:]...), 1)} {
			if bytes.Equal(bytes.TrimSpace(changed), bytes.TrimSpace(data)) {
				continue // its last end of a line is none of its words
			}
			if _, err := Decode(changed); !errors.Is(err, ErrForeign) && !errors.Is(err, ErrChanged) && !errors.Is(err, ErrNewer) {
				t.Fatalf("cut or changed at %d: %v", i, err)
			}
		}
	}
	for how, saved := range contenttest.SavedAnew(data) {
		if again, err := Decode(saved); err != nil || again.Notes[0] != f.Notes[0] {
			t.Errorf("saved anew, %s: %v", how, err)
		}
	}
	for _, odd := range []File{
		{Format: 1, What: isFile, Notes: []string{"\x1b[2J"}}, {Format: 1, What: isFile, Notes: []string{""}},
		{Format: 1, What: isFile, Read: []string{"../x"}}, {Format: 1, What: "another", Read: []string{"welcome"}},
	} {
		if data, err = odd.Encode(); err != nil {
			t.Fatal(err)
		}
		if _, err := Decode(data); err == nil {
			t.Errorf("%+v is taken up", odd)
		}
	}
}

// What a guide of today does not have any more is left out, and counted.
func TestWhatAnotherTextHadIsLeftOut(t *testing.T) {
	g := guidetest.Shipped(t, "en")
	fits, other := File{Read: []string{"main-message", "gone", "main-message"}, Topics: []string{"keep-private", "silence", "gone"}}.In(g)
	if other != 3 || len(fits.Read) != 1 || len(fits.Topics) != 2 {
		t.Errorf("%+v, and %d others", fits, other)
	}
}
