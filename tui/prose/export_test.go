package prose

// Kept is how many bytes of source and lines are remembered.
func (r *Renderer) Kept() int {
	kept := 0
	for asked, lines := range r.known {
		kept += len(asked.source)
		for _, line := range lines {
			kept += len(line)
		}
	}
	return kept
}
