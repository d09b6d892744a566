// Package pledge shows what members ask of each other: a page for each
// statement, and the page on which a member signs, or does not. Nothing here
// can be answered or signed by one key that is held, by a paste or by a click.
package pledge
