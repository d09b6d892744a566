package input_test

import (
	"fmt"
	"math/rand"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestWhatATerminalSendsIsKeysTextOrNothing(t *testing.T) {
	many := strings.Repeat("0;", 34)
	for _, test := range []struct {
		what string
		sent []piece
		want string
	}{
		{"letters", []piece{{"ab", 0}, {"c", 0}}, "<1> a b <2> c"},
		{"a letter cut in two", []piece{{"d\xc4", 0}, {"\x9bMalo", 3 * time.Second}}, "<1> d <2> ě M a l o"},
		{"half a letter", []piece{{"\xc4x", 0}}, "<1> x"},
		{"Latin-1", []piece{{"\x9bMon", 0}}, "<1> M o n"},
		{"arrows", []piece{{"\x1b[A\x1bOB\x1b[1;5C", 0}}, "<1> up down ctrl+right"},
		{"an arrow cut in two", []piece{{"\x1b", 0}, {"[", 0}, {"A", 0}}, "<1> up <3>"},
		{"too many parameters", []piece{{"a\x1b[" + many + "1mb", 0}}, "<1> a b"},
		{"too many parameters in several reads", []piece{{"a\x1b[" + many, 0}, {many, 0}, {"1mb", 0}}, "<1> a <3> b"},
		{"too many parameters of a string", []piece{{"a\x1bP" + many + "1qtext\x1b\\b", 0}}, "<1> a b"},
		{"too many parameters in a paste", []piece{{"\x1b[200~see \x1b[" + many + "1mred\x1b[201~", 0}}, `<1 flood> paste:"see [` + many + `1mred"`},
		{"a string without an end", []piece{{"\x1b]0;abc\rq", 0}}, "<1> enter q"},
		{"sizes", []piece{{"\x1b[8;99999;99999tx\x1b[48;9999;9999;1;1t\x1b[48;65535;65535;1;1t\x1b[8;9999;9999;1t\x1b[4;9999;9999t\x1b[9;99999;99999t" +
			"\x1b[48;1;1;99999999;99999999t\x1b[8;99999999999999999999;1t\x1b[8;-1;0t\x1b[8t\x1b[18;9999;9999t\x1b[?8;9999;9999t\x9b8;99999;99999t", 0}},
			"<1> x 8 ; 9 9 9 9 9 ; 9 9 9 9 9 t <1>"},
		{"as many parameters in each kind of sequence", []piece{{"\x1b_" + many + "G\x1b\\", 0}, {"\x1b^" + many + "\x1b\\", 0},
			{"\x1bX" + many + "\x1b\\", 0}, {"\x1b[?" + many + "$y", 0}, {"\x1b[>" + many + "c", 0}, {"\x1b[<" + many + "M", 0}, {"\x1b[" + strings.Repeat("1:", 200) + "m", 0}, {"\x1b[" + many + "_", 0},
			{"\x1b[" + many + "~", 0}, {"\x1b[" + many + "u", 0}, {"\x1b]" + many + "\x07", 0}, {"a", 0}}, "<12> a"},
		{"a paste without an end", []piece{{"\x1b[200~half", 0}}, `<1 flood> paste:"half"`},
		{"a key and a paste without an end", []piece{{"n\x1b[200~half", 0}}, `<1 flood> n paste:"half"`},
		{"keys of Windows", []piece{{"\x1b[13;0;13;1;0;65535_x", 0}}, "<1> x"},
		{"a click", []piece{{"\x1b[<0;3;4M", 0}}, "<1> uv.MouseClickEvent"},
		{"a click of an old terminal", []piece{{"\x1b[M !!", 0}}, "<1> uv.MouseClickEvent"},
		{"Ctrl+C in a click", []piece{{"\x1b[M \x03", 0}}, "<1> ctrl+c"},
		{"a click cut off", []piece{{"\x1b[M !", 0}, {"x", 0}}, "<2> x"},
		{"F1 to F5 of the Linux console", []piece{{"\x1b[[A\x1b[[B\x1b[[C\x1b[[D\x1b[[E", 0}}, "<1> f1 f2 f3 f4 f5"},
		{"its F1 cut in two", []piece{{"\x1b[[", 0}, {"A", 0}}, "<2> f1"},
		{"a colour that was asked for", []piece{{"\x1b]11;rgb:ffff/0000/0000\x1b\\", 0}}, "<1> uv.BackgroundColorEvent"},
		{"a mark that the terminal makes up", []piece{{"\x1b[983041ux", 0}}, "<1> x"},
		{"more than three keys with an Enter", []piece{{"abc\r", 0}, {"ab\r", 0}}, "<1 flood> a b c enter <2> a b enter"},
		{"many keys without one", []piece{{strings.Repeat("\x1b[B", 40), 0}}, "<1>" + strings.Repeat(" down", 40) + " <1>"},
		{"many letters", []piece{{"abcdefgh", 0}, {"i", 0}}, "<1> a b c d e f g h <1> <2> i"},
		{"a key that tells its letter", []piece{{"\x1b[1090:1058:110;1;1090u\x1b[99;;99ux", 0}}, "<1> т c x"},
		{"Ctrl+C that tells no letter", []piece{{"\x1b[200~a\x1b[1089::99;5;u", 0}}, `<1 flood> paste:"a" ctrl+c`},
		{"not so many", []piece{{"abcdefg", 0}}, "<1> a b c d e f g"},
		{"many letters and an Esc", []piece{{"abcdefgh\x1b", 0}, {"OP", time.Second}}, "<1> a b c d e f g h <2> O P"},
		{"many letters and half a key", []piece{{"abcdefgh\x1b[", 0}, {"A", 0}}, "<1> a b c d e f g h <1> <2> up"},
		{"many letters and half of one", []piece{{"abcdefgh\xc4", 0}, {"\x9b", 0}}, "<1> a b c d e f g h <1> <2> ě"},
		{"half of one and many letters", []piece{{"\xc4", 0}, {"\x9babcdefgh\xe8\xaa", 0}, {"\x9e", 0}}, "<2> ě a b c d e f g h <2> <3> 語"},
		{"many letters and half an Esc", []piece{{"abcdefgh\x1bO", 0}, {"P", 0}}, "<1> a b c d e f g h <1> <2> f1"},
		{"many letters before a paste", []piece{{"abcdefgh\x1b[200~i", 0}, {"\x1b[201~", 0}}, `<1 flood> a b c d e f g h paste:"i" <2 flood>`},
		{"Enter in the way of kitty", []piece{{"abc\x1b[13u", 0}}, "<1 flood> a b c enter"},
		{"a paste with an end in it", []piece{{"\x1b[200~a\x1b[201~1\r\x1b[201~", 0}}, `<1 flood> paste:"a" 1 enter`},
		{"a paste whose end comes late", []piece{{"\x1b[200~a", 0}, {"b\x1b[201~", 0}, {"\r", 0}, {"\r", time.Second}},
			`<1 flood> paste:"ab" <2 flood> <3 flood> enter <4> enter`},
		{"Ctrl+C in a paste", []piece{{"\x1b[200~a", 0}, {"\x03", 0}}, `<1 flood> paste:"a" <2 flood> ctrl+c`},
		{"Ctrl+C in the way of kitty in a paste", []piece{{"\x1b[200~a", 0}, {"\x1b[1089::99;5u", 0}}, `<1 flood> paste:"a" <2 flood> ctrl+c`},
		{"a key after silence in a paste", []piece{{"\x1b[200~a", 0}, {"q", 3 * time.Second}}, `<1 flood> paste:"a" <2> q`},
		{"F1 after silence in a paste", []piece{{"\x1b[200~a\x1b[2", 0}, {"\x1bOP", 3 * time.Second}}, `<1 flood> paste:"a" <2> f1`},
		{"Esc twice", []piece{{"\x1b\x1b", 0}, {"a", 0}}, "<1> esc esc <2> a"},
		{"Esc twice, cut in two", []piece{{"\x1b", 0}, {"\x1b", 0}}, "<1> esc esc <2>"},
		{"Esc and an arrow", []piece{{"\x1b\x1b[A", 0}}, "<1> up"},
		{"Esc and Ctrl+C in two reads, which is one key", []piece{{"\x1b", 0}, {"\x03", 0}}, "<1> ctrl+alt+c <2>"},
		{"Esc and at once Ctrl+C", []piece{{"\x1b\x03", 0}}, "<1> ctrl+c"},
	} {
		t.Run(test.what, func(t *testing.T) {
			if got, want := filtered(t, test.sent...), test.want+" <gone>"; got != want {
				t.Errorf("it becomes\n%s, not\n%s", got, want)
			}
		})
	}
}

func TestNoKeyIsHeldBack(t *testing.T) {
	reads := all(t, piece{"\x1b", 0}, piece{"P", time.Second}, piece{"\x1bOP", 0})
	for i, end := range []string{"\x1b", "\x1b[80u", "\x1bOP"} {
		if !strings.HasSuffix(reads[i], end) {
			t.Errorf("read %d hands on %q", i+1, reads[i])
		}
	}
}

// The number of bytes can be set for a longer run.
func TestMillionsOfBytesBreakNoDecoder(t *testing.T) {
	total := 100_000
	if asked := os.Getenv("RANDOM_BYTES"); asked != "" {
		n, err := strconv.Atoi(asked)
		if err != nil {
			t.Fatal(err)
		}
		total = n
	}
	random := rand.New(rand.NewSource(7))
	for total > 0 {
		data := hostile(random, 4000)
		total -= len(data)
		stands(t, data, random)
	}
}

// hostile is bytes of which many begin something.
func hostile(random *rand.Rand, size int) []byte {
	parts := []string{
		"\x1b", "\x1b[", "\x1bP", "\x1b]", "\x1b_", "\x1bO", "\x9b", "\x90", "\x9d", "\x9bM", "\x1b[M", "\x1b[<", "\x1b[200~", "\x1b[201~", "\x1b[[",
		"\x1b\\", "\x07", "\r", "\x03", ";", "0;", ":", "m", "M", "u", "_", "t", "ě", "✛", "\xe2\x9c", "é", "語", "\x1b[" + strings.Repeat("0;", 33),
	}
	var data []byte
	for len(data) < size {
		switch random.Intn(3) {
		case 0:
			data = append(data, byte(random.Intn(256)))
		case 1:
			data = append(data, parts[random.Intn(len(parts))]...)
		default:
			data = fmt.Appendf(data, "%d", random.Intn(1<<random.Intn(24)))
		}
	}
	return data
}
