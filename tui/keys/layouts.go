package keys

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/plain"
)

// layouts are the letters of keyboards that have no Latin ones, in the places
// of the Latin letters. No letter of theirs is a command by itself. Terminals tell
// the place only of what is held with Ctrl or Alt.
var layouts = func() map[rune]rune {
	places := []rune("qwertyuiopasdfghjklzxcvbnm")
	all := map[rune]rune{}
	for _, letters := range []string{
		"йцукенгшщзфывапролдячсмить", // Russian
		"йцукенгшщзфівапролдячсмить", // Ukrainian
		";ςερτυθιοπασδφγηξκλζχψωβνμ", // Greek
		"/'קראטוןםפשדגכעיחלךזסבהנמצ", // Hebrew
		"ضصثقفغعهخحشسيبلاتنمئءؤر ىة", // Arabic
		"ضصثقفغعهخحشسیبلاتنمظطزرذدپ", // Persian
		"ๆไำพะัีรนยฟหกดเ้่าสผปแอิืท", // Thai
		"ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", // Korean
	} {
		for i, letter := range []rune(letters) {
			if letter >= utf8.RuneSelf {
				all[letter] = places[i]
			}
		}
	}
	return all
}()

// Named is a key as it is compared with the names of keys, whatever keyboard it
// is on: the letter that stands in the place of another alphabet's, a digit of
// any script, and a small letter for a capital, since it may be Caps Lock. A
// Latin letter is itself, wherever it stands.
func Named(msg tea.KeyPressMsg) string {
	if msg.Code < utf8.RuneSelf {
		msg.BaseCode = 0 // of another place, such as on a Dvorak keyboard
	}
	name := msg.String()
	at := strings.LastIndexByte(name, '+') + 1 // behind what is held down with it
	held, letter := name[:at], []rune(strings.ToLower(plain.Typeable(name[at:])))
	if len(letter) != 1 {
		return name
	}
	switch place, ok := layouts[letter[0]]; {
	case letter[0] == ' ':
		return held + "space"
	case letter[0] < utf8.RuneSelf:
	case msg.BaseCode != 0 && msg.BaseCode < utf8.RuneSelf:
		letter[0] = msg.BaseCode
	case ok:
		letter[0] = place
	}
	return held + string(letter)
}
