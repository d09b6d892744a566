package seal

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"firstsession/content/walk"
)

func note(seq int, text string) walk.Fact {
	f := walk.Fact{Seq: seq, Time: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC), Kind: string(walk.TakeNote), Subject: "one"}
	f.Data.Text, f.Data.At = text, "welcome"
	return f
}

func TestNothingOpensWithoutTheWord(t *testing.T) {
	k, kept, err := New("a Heron  at dawn")
	if err != nil {
		t.Fatal(err)
	}
	f := note(7, "I am nervous")
	shut, err := k.Seal(f)
	if err != nil {
		t.Fatal(err)
	}
	all := shut.Kind + shut.Subject + shut.Time.String() + shut.Data.At + shut.Data.Text
	if strings.Contains(all, "nervous") || strings.Contains(all, "2026") || strings.Contains(all, "welcome") || bytes.Contains(kept, []byte("heron")) {
		t.Errorf("it can be read: %+v", shut)
	}
	for _, wrong := range []string{"", "a heron at dusk", "aheronatdawn"} {
		if _, err := Open(kept, wrong); !errors.Is(err, ErrWrong) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	again, err := Open(kept, " A HERON at dawn ")
	if err != nil {
		t.Fatal(err)
	}
	if open, err := again.Open(shut); err != nil || !reflect.DeepEqual(open, f) {
		t.Errorf("it says %+v, %v", open, err)
	}
	other, _, err := New("another heron")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Open(shut); err == nil {
		t.Error("another key opens it")
	}
}

func TestAFactStaysInItsPlace(t *testing.T) {
	k, _, err := New("a heron at dawn")
	if err != nil {
		t.Fatal(err)
	}
	shut, err := k.Seal(note(7, "I am nervous"))
	if err != nil {
		t.Fatal(err)
	}
	shut.Seq = 8
	if _, err := k.Open(shut); err == nil {
		t.Error("one fact is taken for another")
	}
}

func TestWhereARecordIsStaysOpen(t *testing.T) {
	k, _, err := New("a heron at dawn")
	if err != nil {
		t.Fatal(err)
	}
	f := walk.Fact{Seq: 3, Kind: string(walk.Sign), Subject: "0123"}
	if same, err := k.Seal(f); err != nil || !reflect.DeepEqual(same, f) {
		t.Errorf("it is %+v, %v", same, err)
	}
}

func TestAWordHasALength(t *testing.T) {
	if _, _, err := New("  heron   "); !errors.Is(err, ErrShort) {
		t.Errorf("it is taken: %v", err)
	}
}

func TestAKeyThatIsDamagedIsNoWrongWord(t *testing.T) {
	_, kept, err := New("a heron at dawn")
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range [][]byte{nil, []byte("age"), kept[:len(kept)-1]} {
		if _, err := Open(bad, "a heron at dawn"); err == nil || errors.Is(err, ErrWrong) {
			t.Errorf("%d bytes: %v", len(bad), err)
		}
	}
}
