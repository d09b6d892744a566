package plain

// Each is what there is of each of several, in their order.
func Each[T, U any](all []T, of func(T) U) (found []U) {
	for _, one := range all {
		found = append(found, of(one))
	}
	return found
}

// Some is what there is of those that count, in their order.
func Some[T, U any](all []T, of func(T) (U, bool)) (found []U) {
	for _, one := range all {
		if is, counts := of(one); counts {
			found = append(found, is)
		}
	}
	return found
}

// Only are those of which something is so, in their order.
func Only[T any](all []T, is func(T) bool) []T {
	return Some(all, func(one T) (T, bool) { return one, is(one) })
}

// Either is one of two, such as of two texts: the first if something is so.
func Either[T any](isSo bool, first, other T) T {
	if isSo {
		return first
	}
	return other
}
