package store_test

import (
	"firstsession/content/store"
	"firstsession/content/visit"
)

// What a store may have beside what the laws ask of each: a folder can tell what
// was cut off of its file (damage_test.go in package journal), and what is kept at
// a server can be locked (place_test.go, and postgres_test.go for a database).
var (
	_ visit.Counting = (*store.Folder)(nil)
	_ visit.Lockable = (store.Kept)(nil)
)

// law is a sentence that is true of any store, and the steps that try it: each a
// verb and its words. Before the first the store is opened.
//
// "Fails" says that the rest of a step must not be called done. "Refused" has one
// thing fail within it, each in turn, and "cut" ends the program there; whether
// the step fails with it is the store's to say. "Beside" takes it in another
// window.
type law struct{ says, steps string }

var facts = []law{
	{"what was kept is found by the next opening, in order",
		"begins, keeps lilac, keeps heron otter, starts, finds lilac heron otter, keeps maple, starts, finds lilac heron otter maple"},
	{"what was called kept is found, whatever is refused", "begins, keeps lilac, refused keeps heron otter, starts, keeps maple, starts"},
	{"where nothing was kept nothing is found", "begins, starts, finds, begins, keeps lilac, starts, finds lilac"},
	{"a refused beginning is made again", "refused begins, begins, keeps lilac, starts, finds lilac"},
	{"a refused keep is tried again with the next, and nothing is doubled",
		"begins, keeps lilac, refused keeps heron otter, keeps maple, starts, finds lilac heron otter maple"},
	{"a refused keep is tried again without another", "begins, refused keeps lilac heron, keeps, keeps, starts, finds lilac heron"},
	{"a keep that was cut off loses nothing that was kept before",
		"begins, keeps lilac, cut keeps heron otter, starts, finds lilac ..., keeps maple, starts, finds lilac ... maple"},
	{"a refused opening loses nothing and keeps nobody off",
		"begins, keeps lilac, closes, refused opens, starts, finds lilac, keeps heron, starts, finds lilac heron"},
	{"erasing takes words out of all that the store can reach, and facts stay in order",
		"begins, keeps lilac heron, keeps otter, erases heron, lacks heron, keeps maple, starts, finds lilac heron otter maple"},
	{"a refused erasing is brought to its end by the next, and loses nothing",
		"begins, keeps lilac heron, refused erases heron, keeps otter, erases heron, lacks heron, starts, finds lilac heron otter"},
	{"an erasing that was cut off can be made again, and loses nothing",
		"begins, keeps lilac heron, cut erases heron, starts, erases heron, lacks heron, starts, finds lilac heron"},
	{"what is erased does not come back when the power is cut",
		"begins, keeps lilac heron, erases heron, cut keeps otter, starts, lacks heron, finds lilac heron ..."},
	{"what is forgotten is gone, and nothing more is kept", "begins, keeps lilac heron, forgets, lacks lilac, fails keeps otter, starts, finds"},
	{"a refused forgetting is brought to its end by the next", "begins, keeps lilac, refused forgets, forgets, lacks lilac, starts, finds"},
	{"what is forgotten does not come back when the power is cut", "begins, keeps lilac, forgets, cut room K-1, lacks lilac, starts, finds"},
	{"words that wait to be kept are erased as well",
		"begins, keeps lilac, refused keeps heron, erases heron, keeps, lacks heron, starts, finds lilac heron"},
	{"one writes at a time, and the second is told",
		"begins, keeps lilac, fails beside opens, fails beside begins, fails beside keeps heron, keeps otter, " +
			"closes, beside opens, fails opens, beside closes, starts, finds lilac otter"},
	{"of two that find nothing, one begins",
		"beside opens, begins, fails beside begins, keeps lilac, fails beside keeps heron, starts, finds lilac"},
	{"nothing is called kept or erased after the end",
		"begins, closes, fails keeps heron, beside opens, beside begins, beside closes, starts, finds, " +
			"keeps lilac, closes, fails erases lilac, fails keeps otter, starts, finds lilac"},
	{"what cannot be read is set aside whole, and another begins",
		"begins, keeps lilac heron, closes, spoils lilac, fails opens, aside, begins, keeps otter, holds heron, starts, finds otter"},
	{"a refused setting aside loses nothing", "begins, keeps lilac heron, closes, spoils lilac, fails opens, refused aside, holds heron"},
}

var records = []law{
	{"what is signed is there at the next start", "begins, signs, settled 1, starts, settles, settled 1"},
	{"what is signed is there after a cut of the power", "begins, signs, cut keeps lilac, starts, settles, settled 1"},
	{"whatever is refused, settling tells signed from not signed",
		"begins, refused signs, settles, settled, starts, settles, settled, signs, settled"},
	{"what is cut off before it is written is not signed, and nothing of it is left",
		"begins, fails signs not, starts, settles, settled 0, signs, settled 1"},
	{"wherever signing is cut off, settling tells signed from not signed",
		"begins, cut signs, starts, settles, settled, begins, signs, settled"},
	{"a settling that was cut off can be made again", "begins, fails signs not, cut settles, starts, settles, settled 0"},
	{"a refused settling calls nothing unsigned that is signed", "begins, signs, refused settles again, settles again, settled 1"},
	{"signing twice supersedes, and the first stays", "begins, signs, starts, signs, settled 2, starts, settles again, settled 2"},
	{"nothing is called signed after the end", "begins, agrees, closes, fails signs, starts, settles, settled 0"},
}

var intakes = []law{
	{"an intake that is cut off is found by its reference, and gone on with",
		"lists, unknown K-1, intake K-1, keeps lilac, closes, intake K-2, closes, lists K-2 K-1, knows K-1, unknown K, unknown K-10, " +
			"resumes K-1, finds K-1 lilac, keeps heron, closes, resumes K-1, finds K-1 lilac heron"},
	{"it is gone on with once, and meanwhile not deleted",
		"intake K-1, keeps lilac, in-use K-1, fails beside resumes K-1, fails beside deletes K-1, keeps heron, closes, " +
			"beside resumes K-1, in-use K-1, fails resumes K-1, beside closes, resumes K-1, finds K-1 lilac heron"},
	{"two at once do not mix, be it under one reference",
		"intake K-1, beside intake K-1, in-use K-1 K-1, keeps lilac, beside keeps heron, keeps otter, beside erases heron, lacks heron, " +
			"beside keeps birch, beside clears, lacks birch, keeps maple, closes, lists K-1, resumes K-1, finds K-1 lilac otter maple"},
	{"one that begins gives the one before back",
		"intake K-1, keeps lilac, intake K-2, beside resumes K-1, beside closes, closes, resumes K-1, finds K-1 lilac"},
	{"one of which nothing was kept is not there to be gone on with", "refused room K-1, closes, lists"},
	{"a refused keep is tried again, and nothing is doubled",
		"intake K-1, refused keeps lilac heron, keeps otter, closes, resumes K-1, finds K-1 lilac heron otter"},
	{"a refused resuming loses nothing and keeps nobody off",
		"intake K-1, keeps lilac, closes, refused resumes K-1, closes, beside resumes K-1, beside closes, resumes K-1, finds K-1 lilac"},
	{"what is cleared is gone, be it at the second try", "intake K-1, keeps lilac, refused clears, clears, lists, lacks lilac, unknown K-1"},
	{"what is cleared does not come back when the power is cut", "intake K-1, keeps lilac, clears, cut room K-2, lists, lacks lilac"},
	{"what is deleted is gone, be it at the second try",
		"intake K-1, keeps lilac, closes, refused deletes K-1, deletes K-1, lists, lacks lilac, unknown K-1"},
	{"a deletion reports whether there was something to delete",
		"intake K-1, closes, deletes K-1, erased yes, deletes K-1, erased no, intake K-1, clears, erased yes"},
	{"a record outlasts the clearing, and its reference is known",
		"intake K-1, signs, refused clears, clears, lists, settled 1, knows K-1, unknown K-2"},
	{"nothing is called kept, erased or signed once an intake is closed or cleared",
		"intake K-1, agrees, closes, fails signs, fails erases K-1, fails keeps lilac, resumes K-1, clears, fails keeps heron, lists, lacks heron"},
}
