package check

import (
	"math"
	"testing"
)

func TestSpanishSyllables(t *testing.T) {
	for want, words := range map[int][]string{
		1: {"y", "hoy", "muy", "ley", "buey", "quien", "guion", "pie", "dio", "aun", "sí", "que", "Y"},
		2: {
			"grupo", "día", "país", "aún", "reír", "río", "ciudad", "guerra", "agua", "reyes", "playa", "zoo", "miedo", "caos",
			"huía", "prohibir", "búho", "ahí", "tahúr", "bienes", "cuidar", "PAÍS", "noche", "estoy", "rehusar", "pai\u0301s", "güero",
		},
		3: {
			"persona", "ahora", "oído", "vergüenza", "pingüino", "prohíbe", "ahijado", "bahía", "poseer", "alcohol",
			"terapia", "Uruguay", "chiita", "cohete", "construido", "leíais", "dehesa", "ahuecar", "seguía", "antiguo",
		},
		4: {"vehículo", "cacahuete", "averigüe", "averiguáis", "individuo", "desahogo", "confidencial", "teoría", "averiguar"},
		5: {"interpersonal", "terapéutico", "interpretación", "aprendíamos", "ayudaría"},
		6: {"universalidad", "confidencialmente", "autorrevelación"},
		7: {"retroalimentación"},
	} {
		for _, word := range words {
			if got := spanishSyllables(word); got != want {
				t.Errorf("%s has %d syllables, want %d", word, got, want)
			}
		}
	}
}

// Counted by hand: 14 words of 28 syllables in 3 sentences. The id is no word.
func TestTheSpanishLevelIsThatOfSzigrisztPazos(t *testing.T) {
	got := newGrader(formulas["es"]).grade("## Su grupo {#your-group .essential}\n\nUsted puede hablar. ¿O prefiere hoy solamente **escuchar** a las demás personas?\n")
	if got.Words != 14 || got.Sentences != 3 {
		t.Fatalf("%+v", got)
	}
	want := 206.835 - 62.3*float64(got.Syllables)/14 - 14.0/3
	if math.Abs(got.Level()-want) > 1e-9 || got.Syllables != 28 {
		t.Errorf("%+v has the level %.3f, want %.3f", got, got.Level(), want)
	}
}
