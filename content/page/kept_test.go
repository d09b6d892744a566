package page

import (
	"errors"
	"strings"
	"testing"
)

func TestWhatIsKeptIsErasedOnlyWhenThatIsSaidTwice(t *testing.T) {
	r := shipped(t).on(NewNoTrace())
	r.does(eraseID).wants(nil)
	r.says("This cannot be brought back")
	r.does(GoOnID).wants(nil)
	r.does(eraseID).wants(nil) // what came in between took it back
	r.does(eraseID).wants(EraseAll{})
	r.on(r.page.(Outcome).Became(r.State, errors.New("no room"))).says("or not all of it", "The computer says: no room.")
}

func TestAllThatWasSavedIsSaidToStay(t *testing.T) {
	r := shipped(t)
	r.Records, r.Pages = []string{"/a/one.txt", "/b/two.txt"}, []string{"/b/my-page.html"}
	r.on(NewNoTrace()).says("Records that you signed are not erased", "/a/one.txt", "/b/two.txt",
		"Pages that you saved are not erased", "/b/my-page.html")
}

// Beside each file lies the same in another form, which stays as well.
func TestWhoLeavesNoTraceIsToldOfEachFileThatStays(t *testing.T) {
	r := open(t, "come", agreed, talked, signed)
	pages := r.State
	r.Private, pages.Private = true, true
	pages.Paged, pages.Pages = true, []string{"/p/my-page.html"}
	record, _ := r.Walk.TracesLeft()
	for _, said := range []string{r.Traces(), record, strings.TrimSuffix(pages.Traces(), r.Traces())} {
		if !strings.Contains(said, "beside") || !strings.Contains(said, "whose names begin the same") {
			t.Errorf("it says %q", said)
		}
	}
}
