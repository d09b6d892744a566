package tui

import (
	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/record"
	"firstsession/content/store"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

func (p *program) intakeCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "intake",
		Short: "Go through the guide with a client, and keep a record",
		Long: `Intake is for a clinician with a client beside them. A form comes first, and the
guide with notes for the clinician; then a talk about what is open, the
promises, both signatures, a copy for the client, and the clearing of this
computer. The record goes into one folder, and so does an intake that was cut
off, until it is gone on with or deleted. Nothing is kept anywhere else.`,
		Args: arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			p.atDesk = true
			return p.walk()
		},
	}
	p.walkFlags(cmd)
	return cmd
}

// openIntake looks where the records are, for a clinician who has not begun an
// intake.
func (p *program) openIntake(guide *content.Guide) (*opening, error) {
	folder := p.records
	if folder == "" {
		var err error
		if folder, err = record.DefaultDir(p.fsys, p.getenv); err != nil {
			return nil, err
		}
	}
	folder, err := p.absolute(folder)
	if err != nil {
		return nil, err
	}
	intakes := &store.Intakes{FS: p.fsys, Records: folder, Version: version(), Words: guide.Words}
	return &opening{
		guide: guide, store: &store.Folder{}, closes: intakes.Close,
		visit: visit.New(visit.Options{
			Walk: walk.New(guide), Folder: folder, Keeper: visit.Nobody(), Intakes: intakes, Now: p.now, Absolute: p.absolute,
		}),
	}, nil
}
