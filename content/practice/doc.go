// Package practice is what a practice says about its own group: one table of
// facts, the file they are read from, and how they lie over a guide. A reader's
// answers may not come in, nor how a page looks.
package practice
