package pdf

import "regexp"

// Pages says on which page of a PDF, counted from 1, each part begins that a link
// of its HTML leads to, by its id. It reads what Chromium writes, and finds
// nothing in what is written in another way.
func Pages(pdf []byte) map[string]int {
	var (
		tree    = regexp.MustCompile(`(?s)\b(\d+) 0 obj\s*<<\s*/Type /Pages\b(.*?)endobj`)
		parent  = regexp.MustCompile(`/Parent \d+ 0 R`)
		kids    = regexp.MustCompile(`/Kids\s*\[([^\]]*)\]`)
		objects = regexp.MustCompile(`(\d+) 0 R`)
		named   = regexp.MustCompile(`/([^\s/<>\[\]()]+) \[(\d+) 0 R /XYZ `)
	)
	under, top := map[string][]string{}, ""
	for _, node := range tree.FindAllSubmatch(pdf, -1) {
		id, says := string(node[1]), node[2]
		if !parent.Match(says) {
			top = id
		}
		if list := kids.FindSubmatch(says); list != nil {
			for _, kid := range objects.FindAllSubmatch(list[1], -1) {
				under[id] = append(under[id], string(kid[1]))
			}
		}
	}
	numbers := map[string]int{}
	var count func(id string, deep int)
	count = func(id string, deep int) {
		if deep > 20 { // it leads back to itself
			return
		}
		if len(under[id]) == 0 {
			numbers[id] = len(numbers) + 1
		}
		for _, kid := range under[id] {
			count(kid, deep+1)
		}
	}
	if top != "" {
		count(top, 0)
	}
	found := map[string]int{}
	for _, name := range named.FindAllSubmatch(pdf, -1) {
		if n := numbers[string(name[2])]; n > 0 {
			found[string(name[1])] = n
		}
	}
	return found
}
