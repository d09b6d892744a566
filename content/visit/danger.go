package visit

import (
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// OfferHelp offers help now before all else, where a text may be a cry for it.
func (v *Visit) OfferHelp(text string) {
	if text == "" || !v.IsCry(text) { // most answers are chosen
		return
	}
	if offer := v.fill(v.words().Danger.Offer); !strings.Contains(v.notice.Text, offer) {
		v.also(offer, "")
	}
}

// heed says that a text, typed to its end, may be a cry for help, or holds letters that another encoding left.
func (v *Visit) heed(text string) {
	v.OfferHelp(text)
	v.sayMisread(text)
}

func (v *Visit) sayMisread(text string) {
	if plain.Misread(text) >= 0 {
		v.also("", v.words().Frame.Misread)
	}
}

// IsCry reports whether a text is a cry for help in any language: who is in danger may not type in their own.
func (v *Visit) IsCry(text string) bool {
	return v.inAny(func(d words.Danger) bool { return d.IsCry(text) })
}

func (v *Visit) inAny(isSo func(words.Danger) bool) bool {
	return isSo(v.words().Danger) || slices.ContainsFunc(v.Languages, func(l content.Language) bool { return isSo(l.Danger) })
}

// SpellsHelp reports whether letters end in the word with which a cry for help begins, in any language.
func (v *Visit) SpellsHelp(letters string) bool {
	return v.inAny(func(d words.Danger) bool {
		return slices.ContainsFunc(plain.Spellings(d.Begins), func(word string) bool { return strings.HasSuffix(letters, word) })
	})
}
