package journal

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"

	"firstsession/content/walk"
)

// The formats before this one, which are still read.
const (
	unchecked  = 1 // its lines have no check
	headerless = 2 // the checks do not go over its first line
	groupless  = 3 // its facts know of no group
	alone      = 5 // its forms know of nothing that was brought, and of one clinician only
)

// chain makes and reads the lines of one journal in their order. The last field
// of a line is a check over the line and all before it, so that a byte that has
// changed and a line that is missing are found, and not read as something that
// nobody did. Who means to change a journal can: it is no seal.
type chain struct {
	format int
	sum    uint32 // of all so far
	last   int    // the number of the last fact
}

// newChain is the chain behind a first line.
func newChain(format int) chain {
	c := chain{format: format}
	if format > headerless {
		c.sum = crc32.ChecksumIEEE(header(format))
	}
	return c
}

// checkLength is that of the last field of a line.
const checkLength = len(`,"check":"00000000"}`)

// check is the last field of a line.
func check(sum uint32) []byte { return fmt.Appendf(nil, ",\"check\":\"%08x\"}", sum) }

// encode makes a fact's line, and the chain behind it.
func (c chain) encode(fact walk.Fact) (line []byte, after chain, err error) {
	if line, err = marshal(fact); err != nil {
		return nil, c, err
	}
	if c.format != unchecked {
		line = bytes.TrimSuffix(line, []byte("}"))
		line = append(line, check(crc32.Update(c.sum, crc32.IEEETable, line))...)
	}
	if len(line) >= MaxLine {
		return nil, c, ErrTooMuch
	}
	if _, after, err = c.decode(line); err != nil {
		return nil, c, err // it could be written but not read again
	}
	return append(line, '\n'), after, nil
}

// encodeAll makes the lines of facts, and the chain behind them.
func (c chain) encodeAll(facts []walk.Fact) (lines []byte, after chain, err error) {
	for _, fact := range facts {
		var line []byte
		if line, c, err = c.encode(fact); err != nil {
			return nil, c, err
		}
		lines = append(lines, line...)
	}
	return lines, c, nil
}

// decode reads a fact's line, without its newline.
func (c chain) decode(line []byte) (fact walk.Fact, after chain, err error) {
	if len(line) >= MaxLine {
		return fact, c, errors.New("it is too long")
	}
	after = c
	if c.format != unchecked {
		start := len(line) - checkLength
		if start < 0 {
			return fact, c, errors.New("it has no check")
		}
		after.sum = crc32.Update(c.sum, crc32.IEEETable, line[:start])
		if !bytes.Equal(line[start:], check(after.sum)) {
			return fact, c, errors.New("its check does not fit, so it was changed, or a line before it is missing")
		}
		line = append(line[:start:start], '}')
	}
	fact, err = decode(line)
	if after.last = fact.Seq; err == nil && after.last <= c.last {
		err = fmt.Errorf("its number %d is not above %d, that of the line before", after.last, c.last)
	}
	return fact, after, err
}
