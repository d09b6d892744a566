// Package pdf makes a PDF of a page by way of a browser that is installed:
// it knows every script and tags what it writes for screen readers, and no
// library that is small does both. The browser is started without a window,
// with an empty profile of its own and without a way onto a network, and is
// gone when the PDF is there. Nothing of the guide may come in.
package pdf

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// ErrNone is returned where no browser was found that can make a PDF.
var ErrNone = errors.New("there is no Chrome, Chromium or Edge on this computer to make a PDF")

// patience is how long a browser may take: some seconds are usual, and more on a slow disk.
const patience = 90 * time.Second

// names are those of browsers on the search path, and folders where systems
// without one have them.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"}

// Browser is a program that can make a PDF.
type Browser struct{ program, search string }

// Find returns a browser, or ErrNone. Getenv is the environment.
func Find(getenv func(string) string) (Browser, error) {
	var all []string
	switch runtime.GOOS {
	case "darwin":
		for _, name := range []string{"Google Chrome", "Chromium", "Microsoft Edge"} {
			all = append(all, "/Applications/"+name+".app/Contents/MacOS/"+name)
		}
	case "windows":
		for _, root := range []string{getenv("ProgramFiles"), getenv("ProgramFiles(x86)"), getenv("LOCALAPPDATA")} {
			all = append(all, filepath.Join(root, `Google\Chrome\Application\chrome.exe`), filepath.Join(root, `Microsoft\Edge\Application\msedge.exe`))
		}
	}
	search := getenv("PATH")
	for _, folder := range filepath.SplitList(search) {
		for _, name := range names {
			all = append(all, filepath.Join(folder, name))
		}
	}
	for _, name := range all {
		if program, err := exec.LookPath(name); err == nil && filepath.IsAbs(program) {
			return Browser{program, search}, nil
		}
	}
	return Browser{}, ErrNone
}

// A4 and Letter are the papers of the world.
const (
	A4     = "A4"
	Letter = "letter"
)

// withLetter are the countries whose paper is Letter.
const withLetter = "US CA MX PH CL CO VE CR GT NI PA SV PR DO"

// PaperOf is the paper of the country that the environment names: A4, but for
// some; and Letter where it names none, as browsers have it.
func PaperOf(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_PAPER", "LANG"} {
		value := getenv(name)
		if value == "" {
			continue
		}
		value, _, _ = strings.Cut(value, ".")
		value, _, _ = strings.Cut(value, "@")
		if _, region, named := strings.Cut(value, "_"); named && !slices.Contains(strings.Fields(withLetter), region) {
			return A4
		}
		return Letter
	}
	return Letter
}

// sized is a page whose style names its paper, which its policy then allows.
func sized(html, paper string) string {
	style := "@page{size:" + paper + "}"
	sum := sha256.Sum256([]byte(style))
	html = strings.Replace(html, "style-src ", "style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"' ", 1)
	return strings.Replace(html, "</head>", "<style>"+style+"</style></head>", 1)
}

// Print returns a page as a PDF on A4 or Letter, which has to hold all that it
// shows. What is needed for that lies in a folder that only this user can read, and
// is erased.
func (b Browser) Print(html, paper string) (pdf []byte, err error) {
	folder, err := os.MkdirTemp("", "firstsession-")
	if err != nil {
		return nil, fmt.Errorf("make room for a PDF: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	page, out := filepath.Join(folder, "page.html"), filepath.Join(folder, "page.pdf")
	if err := os.WriteFile(page, []byte(sized(html, paper)), 0o600); err != nil {
		return nil, fmt.Errorf("write the page for a PDF: %w", err)
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	cmd := exec.CommandContext(ctx, b.program, arguments(folder, page, out)...)
	cmd.Env = []string{"PATH=" + b.search, "HOME=" + folder, "XDG_CONFIG_HOME=" + folder, "XDG_CACHE_HOME=" + folder}
	if runtime.GOOS == "windows" { // which starts nothing without its own
		cmd.Env = nil
	}
	cmd.WaitDelay = time.Second
	said, failed := cmd.CombinedOutput()
	pdf, err = os.ReadFile(out)
	switch {
	case ctx.Err() != nil:
		return nil, fmt.Errorf("the browser %s made no PDF in %v", b.program, patience)
	case err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")):
		return nil, fmt.Errorf("the browser %s made no PDF: %w", b.program, cause(failed, said))
	}
	return pdf, nil
}

// cause is why a browser failed, in the last line of what it said.
func cause(failed error, said []byte) error {
	lines := strings.Split(strings.TrimSpace(string(said)), "\n")
	if last := lines[len(lines)-1]; last != "" {
		return errors.New(last)
	}
	if failed == nil {
		return errors.New("it gave no reason")
	}
	return failed
}

func arguments(folder, page, out string) []string {
	all := []string{
		"--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check",
		"--user-data-dir=" + filepath.Join(folder, "profile"),
		"--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update",
		"--disable-crash-reporter", "--proxy-server=127.0.0.1:9", "--host-resolver-rules=MAP * ~NOTFOUND",
		"--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
		"--print-to-pdf=" + out,
	}
	if os.Geteuid() == 0 { // as whom no browser keeps itself apart
		all = append(all, "--no-sandbox")
	}
	return append(all, "file://"+filepath.ToSlash(page))
}
