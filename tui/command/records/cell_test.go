package records

import "testing"

func TestACellIsNeverAFormula(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "K-102": "K-102", "=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@x": "'@x", "\t=1": "'=1", " =1": "'=1", "a\nb": "a; b", "é": "é",
		"a;=1+1;": "a;'=1+1;", "a; =1": "a; '=1", "a,-1": "a,'-1", `a;"=1"`: `a;"'=1"`, `"+1`: `"'+1`, "a\n=1": "a; '=1",
		";;@x": ";;'@x", "a;\u00a0\u200b=1": "a;\u00a0\u200b'=1", "＝1": "'＝1", "a-b, c": "a-b, c", "=1;=2": "'=1;'=2",
	} {
		if got := cell(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
