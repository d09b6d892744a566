package plain

import (
	"net/url"
	"strings"
)

// schemes are those of the addresses that a reader can use without a link.
var schemes = []string{"https:", "http:", "mailto:", "tel:"}

// Address is what a link leads to, as it is read where nobody can follow it: a
// number, an address of mail or of a site. It is empty if the link's words say
// it already, or if it leads to nothing of the kind.
func Address(words, destination string) string {
	for _, scheme := range schemes {
		if len(destination) <= len(scheme) || !strings.EqualFold(destination[:len(scheme)], scheme) {
			continue
		}
		address, said := destination, false
		switch scheme {
		case "tel:":
			address = readable(destination[len(scheme):])
			said = saysNumber(words, address)
		case "mailto:":
			address, _, _ = strings.Cut(readable(destination[len(scheme):]), "?")
			said = contains(words, address)
		default:
			_, site, _ := strings.Cut(destination, "//")
			said = contains(words, strings.TrimSuffix(strings.TrimPrefix(site, "www."), "/"))
		}
		return Either(said, "", address)
	}
	return ""
}

// wholeNumber and wholeAddress are a link's words that say where it leads.
var (
	wholeNumber  = Late(`^(?i:tel[:.]?)?[\s\x{a0}]*\+?[\d\s\x{a0}\x{202f}().\-\x{2010}-\x{2013}/]{3,}$`)
	wholeAddress = Late(`^(?i)(?:https?://)?((?:[\pL\pN-]+\.)+\pL{2,})(?::\d+)?(/\S*)?$`)
	mailInWords  = Late(`[^\s<>()]+@[^\s<>()]+\.\pL{2,}`)
	longNumber   = Late(`(?:\d[\s().\-]*){6,}`)
)

// Disagree reports whether a link's words name a number or an address, and it leads to another.
func Disagree(words, destination string) bool {
	words = strings.TrimSpace(words)
	scheme, rest, _ := strings.Cut(destination, ":")
	number, mail, site := wholeNumber().MatchString(words), mailInWords().FindString(words), wholeAddress().FindStringSubmatch(words)
	switch strings.ToLower(scheme) {
	case "tel":
		if mail == "" && site == nil && !number && longNumber().FindString(words) == "" {
			return false
		}
		return !saysNumber(words, readable(rest))
	case "mailto":
		to, _, _ := strings.Cut(readable(rest), "?")
		return number || mail == "" && site != nil || mail != "" && !strings.EqualFold(mail, to)
	case "http", "https":
		if site == nil {
			return number && len(Digits(words)) > 4 || mail != ""
		}
		to := wholeAddress().FindStringSubmatch(strings.Trim(strings.FieldsFunc(rest+" ", func(r rune) bool { return r == '?' || r == '#' })[0], "/ "))
		said, path := strings.ToLower(strings.TrimPrefix(site[1], "www.")), strings.TrimSuffix(site[2], "/")
		path, _, _ = strings.Cut(strings.SplitN(path, "?", 2)[0], "#")
		return to == nil || !strings.HasSuffix("."+strings.ToLower(to[1]), "."+said) || !strings.HasPrefix(to[2], path)
	}
	return false
}

// readable is an address without what stands for signs in it, if that is text.
func readable(address string) string {
	if text, err := url.PathUnescape(address); err == nil && Printable(text, "") == text {
		return OneLine(text)
	}
	return address
}

func contains(words, part string) bool {
	return strings.Contains(strings.ToLower(words), strings.ToLower(part))
}

// numbers are digits as people group them.
var numbers = Late(`\+?[(]?\d[\d \x{a0}\x{202f}().\-\x{2010}-\x{2013}/]*`)

// saysNumber reports whether some words have the number of an address, there perhaps with its country.
func saysNumber(words, address string) bool {
	number := Digits(address)
	for _, written := range numbers().FindAllString(words, -1) {
		written = Digits(written)
		local := strings.TrimLeft(written, "0")
		if written == number || len(local) >= 7 && strings.HasSuffix(number, local) {
			return true
		}
	}
	return contains(words, address)
}
