package pledge

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/scroll"
)

// The longest name and folder that can be typed, in characters.
const (
	maxName   = record.MaxName
	maxFolder = 1000
)

// The places of the signing page that can be focused, in the order of the
// page. What may be included comes first and is counted from 0, so these
// count from behind it.
const (
	folderStop = iota
	nameStop
	waysStop // neither way yet: here Enter leads from the name
	signStop
	declineStop
	stops
)

// Signature is the page on which a member signs, or does not.
type Signature struct {
	env    screen.Env
	extras []record.Offer
	name   field
	folder field
	focus  int    // an extra, or len(extras) and one of the stops
	notice string // what was missing, or why it could not be saved
	at     int    // where the notice stands
	sheet  sheet
	text   scroll.Text // the sheet as far as it is seen
	cursor *tea.Cursor // in the sheet
	// read is where the member was reading when a change of the page moved it to
	// what has the focus; nil if it did not, or if a key came since.
	read *scroll.Text
}

// NewSignature makes the signing page. A record is saved in folder, unless the
// member types another.
func NewSignature(env screen.Env, folder string) screen.Screen {
	s := Signature{
		env:    env,
		name:   newField(env.Walk.Name(), maxName),
		folder: newField(folder, maxFolder),
		focus:  nowhere,
		at:     nowhere,
	}
	return s.With(env)
}

// With returns the page in a changed world. What has the focus keeps it, and
// is brought into view again if it may have moved.
func (s Signature) With(env screen.Env) screen.Screen {
	before := s
	if s.read != nil {
		s.text = *s.read
	}
	s.env, s.extras = env, record.Offers(env.Walk)
	s.focus = before.focusAmong(s.extras)
	s = s.rendered()
	moved := env.Size != before.env.Size || !slices.Equal(s.extras, before.extras)
	if s.stop() > waysStop && (moved || !slices.Equal(s.sheet.lines, before.sheet.lines)) {
		// One of the two ways was chosen on a page that looked otherwise, so it
		// is to be chosen again.
		s.focus, moved = len(s.extras)+waysStop, true
		s = s.rendered()
	}
	if moved || s.read != nil {
		read := s.text
		s = s.goTo(s.focus)
		s.read = &read
	}
	return s
}

// focusAmong finds what has the focus among other extras, by what it is and
// not by where it stood; nowhere if it is gone.
func (s Signature) focusAmong(others []record.Offer) int {
	switch stop := s.stop(); {
	case s.focus == nowhere:
		return nowhere
	case stop >= 0:
		return len(others) + stop
	default:
		id := s.extras[s.focus].ID
		return slices.IndexFunc(others, func(o record.Offer) bool { return o.ID == id })
	}
}

// View returns the page as it was rendered.
func (s Signature) View() screen.View {
	words := s.env.Words()
	v := screen.View{
		Title:   s.env.Guide.Commitment.Title,
		Place:   words.Pledge.SignPlace,
		Body:    s.text.Lines(),
		More:    s.text.More(words.Reader),
		Targets: s.sheet.targets(s.text.Top(), s.env.Size.Height),
		Typing:  s.typing(),
	}
	if s.stop() == nameStop {
		v.Typed = s.name.text()
	}
	if s.cursor != nil {
		cursor := *s.cursor
		cursor.Y -= s.text.Top()
		if cursor.Y >= 0 && cursor.Y < len(v.Body) {
			v.Cursor = &cursor
		}
	}
	return v
}

// Update takes a key, paste, click or wheel, and what saving came to.
func (s Signature) Update(msg tea.Msg) (screen.Screen, screen.Action) {
	var action screen.Action
	s.read = nil
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		s, action = s.press(msg)
	case tea.PasteMsg:
		// Pasted words can stand in a field, and can do nothing else.
		s = s.edit(msg)
	case focusOn:
		s = s.goTo(msg.stop)
	case screen.Saved:
		s = s.saved(msg)
	default:
		s.text, _ = s.text.Update(msg, s.env.Keys)
		s = s.look()
	}
	return s.rendered(), action
}

// Keys are the bindings that work now.
func (s Signature) Keys() []keys.Binding {
	k, w := s.env.Keys, s.env.Words().Pledge
	if s.typing() {
		all := []keys.Binding{essential(k.Keep.Saying(w.NextPart)), k.LeaveTab}
		return append(all, s.working(k.Up, k.Down, k.PageUp, k.PageDown)...)
	}
	ways := first(k.Number, 2)
	var all []keys.Binding
	switch stop := s.stop(); {
	case s.focus == nowhere && s.text.Below():
		all = []keys.Binding{k.Next.Saying(s.env.Words().Reader.ReadOn), ways}
	case s.focus == nowhere:
		all = []keys.Binding{k.Next, ways}
	case stop < 0:
		all = []keys.Binding{essential(k.Tick), k.Keep.Saying(w.NextPart)}
	case stop == signStop:
		all = []keys.Binding{k.Answer.Saying(w.SignKey), ways}
	case stop == declineStop:
		all = []keys.Binding{k.Answer.Saying(k.Decline.Does), ways}
	default:
		all = []keys.Binding{ways}
	}
	all = append(all, k.Back)
	if s.stop() != declineStop {
		all = append(all, k.LeaveTab.Saying(w.NextPart), k.Decline)
	}
	return append(all, s.working(k.Up, k.Down, k.PageUp, k.PageDown, k.Top, k.End)...)
}

// working are those bindings that move something from here.
func (s Signature) working(some ...keys.Binding) []keys.Binding {
	var all []keys.Binding
	for _, b := range some {
		after, _ := s.press(b.Press())
		if after.focus != s.focus || after.text.Top() != s.text.Top() {
			all = append(all, b)
		}
	}
	return all
}

func essential(b keys.Binding) keys.Binding {
	b.Essential = true
	return b
}

// stop is which of the stops is focused; negative if it is none of them.
func (s Signature) stop() int {
	if s.focus == nowhere {
		return nowhere
	}
	return s.focus - len(s.extras)
}

func (s Signature) typing() bool { return s.stop() == folderStop || s.stop() == nameStop }

// edit hands a key or paste to the field that is typed in, if there is one.
func (s Signature) edit(msg tea.Msg) Signature {
	switch s.stop() {
	case folderStop:
		s.folder = s.folder.update(msg)
	case nameStop:
		s.name = s.name.update(msg)
	}
	return s
}

// saved says why a record could not be saved, and leads to the folder, which
// is what can be changed. After success the root model goes on by itself.
func (s Signature) saved(result screen.Saved) Signature {
	if result.Err == nil {
		return s
	}
	reason := strings.TrimRight(result.Err.Error(), ".")
	return s.tell(folderStop, content.Fill(s.env.Words().Pledge.Failed, "error", reason))
}

// tell shows a notice at a stop and focuses that.
func (s Signature) tell(stop int, notice string) Signature {
	s.notice, s.at = notice, stop
	return s.goTo(len(s.extras) + stop)
}

// goTo focuses something and brings it into view.
func (s Signature) goTo(focus int) Signature {
	s.focus = focus
	s = s.rendered()
	spot, ok := s.sheet.find(focus)
	if !ok {
		return s
	}
	s.text = s.text.Show(spot.head, spot.to)
	if s.stop() >= waysStop {
		// The two ways are of equal weight, so that both are in sight or none.
		first, _ := s.sheet.find(len(s.extras) + signStop)
		last, _ := s.sheet.find(len(s.extras) + declineStop)
		s.text = s.text.Show(first.from, last.to)
	}
	s.text = s.text.Show(spot.from, spot.to)
	return s.follow()
}

// follow keeps the cursor in view while there is one.
func (s Signature) follow() Signature {
	if s.cursor != nil {
		s.text = s.text.Show(s.cursor.Y, s.cursor.Y+1)
	}
	return s
}

// sees says whether any row of something is in sight.
func (s Signature) sees(spot spot) bool {
	return spot.from < s.text.Top()+s.env.Size.Height && spot.to > s.text.Top()
}

// look drops the focus if it was scrolled out of sight: no key may act on
// what is not seen.
func (s Signature) look() Signature {
	if spot, ok := s.sheet.find(s.focus); ok && !s.sees(spot) {
		s.focus = nowhere
	}
	return s
}

// sign asks for the record, or says what is missing for it.
func (s Signature) sign() (Signature, screen.Action) {
	w := s.env.Words().Pledge
	name, folder := record.CleanName(s.name.text()), strings.TrimSpace(s.folder.text())
	switch {
	case len(s.env.Walk.Open()) > 0:
		return s.tell(waysStop, w.NeedAnswer), nil
	case name == "":
		return s.tell(nameStop, w.NeedName), nil
	case folder == "":
		return s.tell(folderStop, w.NeedFolder), nil
	}
	// Whatever comes of it, another key must not sign once more.
	s.notice, s.at = "", nowhere
	return s.goTo(len(s.extras) + waysStop), screen.Sign{Name: name, Folder: folder}
}

// decline is as easy as signing, and needs nothing.
func decline() screen.Action {
	return screen.Next{Events: []walk.Event{{Kind: walk.Decline}}}
}
