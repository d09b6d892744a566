package source

import (
	"strings"
	"testing"
	"unicode/utf16"
)

// wide is a text in UTF-16.
func wide(text string, big bool) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		low, high := byte(unit), byte(unit>>8)
		if big {
			low, high = high, low
		}
		b.WriteByte(low)
		b.WriteByte(high)
	}
	return b.String()
}

// wider is a text in UTF-32.
func wider(text string) string {
	var b strings.Builder
	for _, r := range text {
		b.Write([]byte{byte(r), byte(r >> 8), byte(r >> 16), 0})
	}
	return b.String()
}

const someText = "# Welcome\r\n\r\nThis is a guide, and it has some words.\r\n"

func TestAFileThatIsNoTextIsNamedOnce(t *testing.T) {
	for data, want := range map[string]string{
		"\xff\xfe" + wide(someText, false):                          "UTF-16",
		"\xfe\xff" + wide(someText, true):                           "UTF-16",
		wide(someText, false):                                       "UTF-16",
		wide(someText, true):                                        "UTF-16",
		wide("# Вітаємо\n\nЦе слова.\n", true):                      "UTF-16",
		wide("# ようこそ\r\n\r\n言葉。\r\n", false):                        "UTF-16",
		"\xff\xfe\x00\x00" + wider(someText):                        "UTF-32",
		wider(someText):                                             "UTF-32",
		"{\\rtf1\\ansi{\\fonttbl}\\par # Welcome}":                  "rich text",
		"PK\x03\x04\x14\x00\x06word/document.xml":                   "Word",
		"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text": "OpenDocument",
		"PK\x03\x04mimetypeapplication/epub+zip":                    "EPUB",
		"PK\x03\x04\x00\x00Index/Document.iwa":                      "packed file",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":                          "older Word",
		"%PDF-1.7\n%\xe2\xe3":                                       "PDF",
		"<!DOCTYPE html>\n<html><body>x":                            "web page",
		"\ufeff\n <HTML lang=en>":                                   "web page",
		"<?xml version=\"1.0\"?><html>":                             "web page",
		"<?xml version=\"1.0\"?><w:document>":                       "XML",
		"MIME-Version: 1.0\nContent-Type: x":                        "web page",
		"\x89PNG\r\n\x1a\n\x00":                                     "PNG",
		"\xff\xd8\xff\xe0":                                          "JPEG",
		"From: <Saved by Blink>\r\nx":                               "web page", "{\"ops\":[]}": "JSON", "# \x1b$B$h$&\x1b(B\n": "ISO-2022-JP",
		someText + strings.Repeat("\x00", 4096): "not made of text", wide("# A\n\nB.", false): "UTF-16",
		"GIF89a":                   "GIF",
		"<svg xmlns=\"\">":         "SVG",
		"bplist00\xd1":             "Mac",
		"\x1f\x8b\x08":             "gzip",
		"\\documentclass{article}": "LaTeX",
		strings.ReplaceAll(someText, "\r\n", "\r"):                                    "old Mac",
		strings.ReplaceAll(someText, "\r\n", "\r\r\n"):                                "old Mac",
		strings.Repeat("\x00\x01\x02\x03", 30):                                        "not made of text",
		"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n":   "Git LFS",
		"Subject: The guide\nFrom: a@b.org\n\n# Welcome\n":                            "a message",
		"From: Anna <a@b.org>\r\nTo: b@b.org\r\nSubject: x\r\n\r\nHello\r\n":          "a message",
		"Return-Path: <a@b.org>\nReceived: from x\n\tby y\nDate: x\n\nHello\n":        "a message",
		"Von: Anna\nBetreff: x\n\nHallo\n":                                            "a message",
		"De: Ana\nPara: Eva\nAsunto: x\n\nHola\n":                                     "a message",
		"From a@b.org Mon Nov 23\nFrom: a@b.org\nSubject: x\n\nHi\n":                  "a message",
		"+++\ntitle = \"x\"\n+++\n\n# Welcome\n":                                      "settings above the text",
		"---\ntitle: x\nlayout: y\n---\n\n# Welcome\n":                                "settings above the text",
		"\ufeff---\r\ntitle: x\r\n---\r\n# Welcome\r\n":                               "settings above the text",
		"Day,Time,Place\nMon,10:00,Room 4\nTue,11:00,Room 5\n":                        "CSV",
		"Day;Time\nMon;10\nTue;11\n":                                                  "CSV",
		"\x7fELF\x02\x01\x01\x00\x00\x05\x06\x07\x08\x0e\x0f\x10\x11\x12\x13\x14\x15": "not made of text",
	} {
		for _, read := range []func(string, []byte) *File{NewFile, NewTOML} {
			var log Log
			if log.CheckCharacters(read("a.md", []byte(data)), true) || log.Count != 1 || !strings.Contains(log.Sorted().Error(), want) {
				t.Errorf("%.30q: %d problems, not one with %s:\n%v", data, log.Count, want, log.Sorted())
			} else if mend := log.Sorted()[0].Mend; !strings.Contains(mend, "UTF-8") {
				t.Errorf("%.30q: %s", data, mend)
			}
		}
	}
}

func TestWhatIsTextIsTaken(t *testing.T) {
	for _, data := range []string{
		"", "a", "Package", "# PK\n", "%PD", "{\\rt", "\ufeff# Welcome\n", "x <html>", someText, "---\n", "---\n# Welcome\n---\n", "+++\n", "From: here\nTo: there\n", "Subject: so\n\nWords.\n",
		"One, two\nThree, four\n", "Hello, you.\nBye, me.\n", "a = [1,2]\nb = [3,4]\n", "# A,b\n\nC,d\n", "Mon, 10:00\nTue, 11:00\nWed, 12:00\n", "---\n\nWords.\n", "# Вітаємо\n", "é", "<b>", "# 日本\n",
	} {
		var log Log
		if !log.CheckCharacters(NewFile("a.md", []byte(data)), true) {
			t.Errorf("%q: %v", data, log.Sorted())
		}
	}
}

// A text in another encoding has one problem, at its first letter that is none.
func TestAnotherEncodingIsSaidOnce(t *testing.T) {
	var log Log
	log.CheckCharacters(NewFile("a.md", []byte("# Caf\xe9\n\nD\xe9j\xe0 vu\n")), true)
	if got := log.Sorted(); len(got) != 1 || got[0].Column != 6 || !strings.Contains(got[0].Mend, "UTF-8") {
		t.Error(got)
	}
}
