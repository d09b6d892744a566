package page

import (
	"errors"
	"testing"

	"firstsession/content/walk"
)

func TestWhatIsKeptIsErasedOnlyWhenThatIsSaidTwice(t *testing.T) {
	r := shipped(t).on(NewNoTrace())
	r.does("erase all").wants(nil)
	r.says("This cannot be brought back")
	r.does(GoOnID).wants(Close{})
	r.does("erase all").wants(nil) // what came in between took it back
	r.does("erase all").wants(EraseAll{})
	p, _ := noTrace{sure: true}.Answer(r.State, Answer{ID: "erase all"})
	r.on(p.(Outcome).Became(r.State, errors.New("no room"))).says("or not all of it", "The computer says: no room.")
	if noTrace(noTrace{sure: true}).Forget() != NewNoTrace() {
		t.Error("it is still asked for")
	}
}

func TestASignedRecordIsSaidToStay(t *testing.T) {
	r := shipped(t, walk.Event{Kind: walk.Decline})
	r.on(NewNoTrace())
	signed := open(t, walk.ClosingID, agreed, talked, signed)
	signed.on(NewNoTrace()).says("is not erased", ".txt")
}
