package prose

// Kept is how many bytes of source and lines are remembered.
func (r *Renderer) Kept() int {
	kept := 0
	for _, generation := range []map[request][]string{r.young, r.old} {
		for asked, lines := range generation {
			kept += len(asked.source)
			for _, line := range lines {
				kept += len(line)
			}
		}
	}
	return kept
}
