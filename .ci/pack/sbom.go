package main

import (
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"time"
)

// bom is what a program is made of, in the form CycloneDX 1.5 (JSON).
type bom struct {
	Format      string      `json:"bomFormat"`
	SpecVersion string      `json:"specVersion"`
	Version     int         `json:"version"`
	Metadata    metadata    `json:"metadata"`
	Components  []component `json:"components"`
}

type metadata struct {
	Timestamp string    `json:"timestamp"`
	Component component `json:"component"`
}

type component struct {
	Type       string     `json:"type"`
	Ref        string     `json:"bom-ref"`
	Name       string     `json:"name"`
	Version    string     `json:"version"`
	PURL       string     `json:"purl,omitempty"`
	Properties []property `json:"properties,omitempty"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// writeSBOM writes what the Go linker has noted in a program: each module that is
// in it, with the sum by which go.sum pins it.
func writeSBOM(w io.Writer, program string, of time.Time) error {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return fmt.Errorf("reading what %s is made of: %w", program, err)
	}
	main := componentOf("application", info.Main)
	for _, setting := range info.Settings {
		switch setting.Key {
		case "GOOS", "GOARCH", "vcs.revision":
			main.Properties = append(main.Properties, property{setting.Key, setting.Value})
		}
	}
	list := bom{
		Format: "CycloneDX", SpecVersion: "1.5", Version: 1,
		Metadata: metadata{of.Format(time.RFC3339), main},
	}
	list.Components = append(list.Components,
		componentOf("library", debug.Module{Path: "std", Version: strings.TrimPrefix(info.GoVersion, "go")}))
	for _, module := range info.Deps {
		list.Components = append(list.Components, componentOf("library", *module))
	}
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(list)
}

// componentOf is a module as a component. One that stands in for another is named
// as what it is, which may be a folder of this repository.
func componentOf(kind string, module debug.Module) component {
	if module.Replace != nil {
		c := componentOf(kind, *module.Replace)
		if strings.HasPrefix(c.Name, ".") {
			c.Ref, c.PURL = c.Name, ""
		}
		c.Properties = append(c.Properties, property{"replaces", module.Path + "@" + module.Version})
		return c
	}
	purl := "pkg:golang/" + module.Path + "@" + module.Version
	c := component{Type: kind, Ref: purl, Name: module.Path, Version: module.Version, PURL: purl}
	if module.Sum != "" {
		c.Properties = []property{{"go.sum", module.Sum}}
	}
	return c
}
