package plain

// Each is what there is of each of several, in their order.
func Each[T, U any](all []T, of func(T) U) (found []U) {
	for _, one := range all {
		found = append(found, of(one))
	}
	return found
}
