//go:build !linux

package postgrestest

import (
	"os/exec"
	"syscall"
)

func asUser() *syscall.SysProcAttr                    { return nil }
func own(string) error                                { return exec.ErrNotFound }
func (p *process) begin() error                       { return exec.ErrNotFound }
func (p *process) end()                               { p.cmd, p.done = nil, nil }
func pool(*process, string, string) (*process, error) { return nil, exec.ErrNotFound }
