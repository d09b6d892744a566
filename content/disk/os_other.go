//go:build !unix

package disk

// noFollow is left to the look at the file before it is opened.
const noFollow = 0
