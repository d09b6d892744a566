//go:build !linux

package postgrestest

import (
	"errors"
	"syscall"
)

var errSystem = errors.New("tests start one on Linux only")

func asUser() *syscall.SysProcAttr                    { return nil }
func own(string) error                                { return missing{errSystem} }
func (p *process) begin() error                       { return missing{errSystem} }
func (p *process) end()                               { p.cmd, p.done = nil, nil }
func pool(*process, string, string) (*process, error) { return nil, missing{errSystem} }
