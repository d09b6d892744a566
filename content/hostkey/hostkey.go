// Package hostkey is the key by which readers know a server again: it is made once,
// kept in a file that only its owner can read, and shown by its fingerprint. Disk
// and random bytes are handed in; no connection may come in.
package hostkey

import (
	"crypto/ed25519"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"runtime"

	"golang.org/x/crypto/ssh"

	"firstsession/content/disk"
)

const maxKey = 64 << 10

// busyTries is how often a file is asked for that Windows refuses just then, since
// another server that starts has it under its first name, or reads it.
const busyTries = 1000

// Open reads the key in a file. Where there is
// none yet it is made.
func Open(fsys disk.FS, path string, random io.Reader) (ssh.Signer, error) {
	data, err := read(fsys, path)
	if errors.Is(err, fs.ErrNotExist) {
		if err = makeKey(fsys, path, random); err != nil {
			return nil, fmt.Errorf("make the host key: %w", err)
		}
		data, err = read(fsys, path)
	}
	if err == nil {
		err = checkOwn(fsys, path)
	}
	if err != nil {
		return nil, fmt.Errorf("read the host key: %w", err)
	}
	key, err := ssh.ParsePrivateKey(data)
	if err != nil {
		// What it says could hold a part of the key.
		return nil, fmt.Errorf("the host key in %s cannot be read: it is no private key, or it asks for a passphrase", path)
	}
	if key.PublicKey().Type() != ssh.KeyAlgoED25519 {
		return nil, fmt.Errorf("the host key in %s is of the kind %s; only ed25519 is used", path, key.PublicKey().Type())
	}
	return key, nil
}

func read(fsys disk.FS, path string) (data []byte, err error) {
	err = whileBusy(func() (err error) { data, err = fsys.Read(path, maxKey); return err })
	return data, err
}

// whileBusy does something until no other server is in its way.
func whileBusy(do func() error) (err error) {
	for range busyTries {
		if err = do(); !disk.IsBusy(err) {
			break
		}
	}
	return err
}

// makeKey makes a key, unless another server that starts just now was first. It has
// its name only when it is whole, and before it one that no other server uses.
func makeKey(fsys disk.FS, path string, random io.Reader) error {
	public, private, err := ed25519.GenerateKey(random)
	if err != nil {
		return err
	}
	block, err := ssh.MarshalPrivateKey(private, "firstsession")
	if err != nil {
		return err
	}
	temp := fmt.Sprintf("%s.%x.tmp", path, public[:8])
	err = disk.MakeFolder(fsys, filepath.Dir(path))
	if err == nil {
		err = disk.WriteNew(fsys, temp, pem.EncodeToMemory(block))
	}
	if err != nil {
		return err
	}
	placed := disk.Place(fsys, temp, path)
	if errors.Is(placed, fs.ErrExist) {
		placed = nil
	}
	return errors.Join(placed, whileBusy(func() error { return disk.RemoveAny(fsys, temp) }), fsys.SyncDir(filepath.Dir(path)))
}

func checkOwn(fsys disk.FS, path string) error {
	info, err := fsys.Stat(path)
	if err == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return fmt.Errorf("others can read %s; to mend that: chmod 600 %s", path, path)
	}
	return err
}

// Fingerprint is what a reader compares when they connect for the first time.
func Fingerprint(key ssh.Signer) string { return ssh.FingerprintSHA256(key.PublicKey()) }
