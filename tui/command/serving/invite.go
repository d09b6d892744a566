package serving

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/store"
	"firstsession/tui/command/shell"
)

// How many days an invitation stands, if nobody says otherwise, and at most.
const (
	usualDays = 60
	mostDays  = 366
)

func (p *program) inviteCommand() *cobra.Command {
	var folder string
	var references []string
	var days int
	var l letter
	cmd := &cobra.Command{
		Use:   "invite --reference REFERENCE...",
		Short: "Make invitations for readers of a server",
		Long: `Invite makes an invitation for each reference: five words and a number, which a
reader types once they are connected. With it they can stop and go on later, and
sign. It is shown once, and only a digest of it is kept: write it down, or hand
it out, at once. A reference comes from your own files, such as K-102, and never
is a name.`,
		Example: `  firstsession invite --reference K-102
  firstsession invite --reference K-103 K-104 --days 30`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, more []string) error {
			if err := mayInvite(references, more, days); err != nil {
				return err
			}
			return p.inviteEach(folder, append(references, more...), days, l)
		},
	}
	flags := cmd.Flags()
	flags.StringSliceVar(&references, "reference", nil, "for whom it is: a `REFERENCE` of your own files; more can stand behind it")
	p.GroupFlag(cmd)
	flags.IntVar(&days, "days", usualDays, "it ends with the last of `N` days, and what is kept under it is erased")
	flags.StringVar(&l.folder, "handout", "", "write a page to hand out with each into the folder `DIR`, as text and as HTML; wants --host")
	flags.StringVar(&l.Host, "host", "", "the `NAME` or address at which readers reach the server")
	flags.IntVar(&l.Port, "port", 2222, "the `PORT` at which they do")
	flags.StringVar(&l.hostKey, "host-key", "", "the server's key is in `FILE` (default: host-key in the store, if that is a folder)")
	cmd.PersistentFlags().StringVar(&folder, "store", "", "the `STORE` of the server: its folder, or its database postgres://HOST/NAME (default: served in the user's state folder)")
	cmd.AddCommand(p.inviteListCommand(&folder), p.inviteRevokeCommand(&folder))
	return cmd
}

func mayInvite(references, more []string, days int) error {
	switch {
	case len(references) == 0 && len(more) > 0:
		return shell.Misused("there is no command %q; a reference stands behind --reference", more[0])
	case len(references) == 0:
		return shell.Misused("for whom is the invitation? --reference K-102 says so")
	case days < 1 || days > mostDays:
		return shell.Misused("--days is from 1 to %d", mostDays)
	}
	return nil
}

func (p *program) inviteEach(folder string, references []string, days int, l letter) error {
	if _, err := p.Load(); err != nil { // or there is no such group, or language
		return err
	}
	return p.among(folder, func(invitations shell.Store) error {
		err := p.begin(&l, folder)
		if err == nil {
			err = p.saysGroups()
		}
		if err != nil {
			return err
		}
		i := store.Invitation{Group: p.Group, Language: cmp.Or(l.Language, p.Language), Ends: store.EndOf(p.Now(), days)}
		return p.invite(invitations, references, i, l)
	})
}

// among does something with the invitations of a store.
func (p *program) among(named string, do func(shell.Store) error) error {
	named, err := p.storeFolder(named)
	if err != nil {
		return err
	}
	invitations, closes, err := p.OpenStore(named, "")
	if err != nil {
		return err
	}
	defer closes()
	return do(invitations)
}

// amongThose does so with those of a store that is there.
func (p *program) amongThose(named string, do func(shell.Store) error) error {
	if err := p.isStore(named); err != nil {
		return err
	}
	return p.among(named, do)
}

// isStore refuses the name of a folder that is not there, where nothing is made.
func (p *program) isStore(named string) error {
	if named == "" || !shell.IsFolder(named) {
		return nil
	}
	if _, err := p.FS.Stat(named); err != nil {
		return fmt.Errorf("there is no store %s: %w", named, err)
	}
	return nil
}

// saysGroups says that whoever is invited is asked for their group, if so.
func (p *program) saysGroups() error {
	_, groups, err := p.LoadGroups()
	if err != nil || len(groups) == 0 || p.Group != "" {
		return err
	}
	return p.Say("The practice file names %d groups. Whoever is invited without --group is asked which one is theirs.", len(groups))
}

// invite makes an invitation for each reference, and shows each at once: it is not shown again.
func (p *program) invite(invitations store.Served, references []string, i store.Invitation, l letter) error {
	var failed error
	standing := p.standing(invitations)
	for _, reference := range references {
		code, err := invitations.Make(reference, i.Group, i.Language, i.Ends)
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("no invitation was made for %s: %w", reference, err))
			continue
		}
		if _, err := fmt.Fprintf(p.Results, "%s\t%s\tuntil %s\n", reference, code, store.LastDay(i.Ends)); err != nil {
			return errors.Join(failed, err)
		}
		failed = errors.Join(failed, p.handOut(l, reference, code, i.Ends))
		near := near(standing, reference)
		if standing = append(standing, reference); near != "" {
			failed = errors.Join(failed, p.Say("There is an invitation for %s, too. If both are of one reader, end one of them with firstsession invite revoke.", near))
		}
	}
	return failed
}

func (p *program) inviteListCommand(folder *string) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the invitations",
		Long: `List shows for whom there are invitations, and until when. What was done with
them it does not show: that is the reader's to tell.`,
		Example: `  firstsession invite list`,
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return p.amongThose(*folder, p.listInvitations) },
	}
}

func (p *program) inviteRevokeCommand(folder *string) *cobra.Command {
	return &cobra.Command{
		Use:   "revoke REFERENCE...",
		Short: "End invitations, and erase what was kept under them",
		Long: `Revoke ends the invitation for each reference, and erases the reader's place, their
answers and their notes. Records that were signed stay.`,
		Example: `  firstsession invite revoke K-102`,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, references []string) error {
			return p.amongThose(*folder, func(invitations shell.Store) error { return p.revoke(invitations, references) })
		},
	}
}

func (p *program) listInvitations(invitations shell.Store) error {
	all, broken := invitations.List() // those that can be read
	if len(all) == 0 && broken == nil {
		return p.Say("There are no invitations.")
	}
	for _, i := range all {
		state := "until " + i.LastDay(p.Now().Location())
		switch {
		case i.Revoked:
			state = "revoked"
		case !i.Stands(p.Now()):
			state = "ended " + i.LastDay(p.Now().Location())
		}
		p.Results.Print(fmt.Sprintf("%s\t%s\t%s\n", i.Reference, i.Group, state))
	}
	return broken
}

func (p *program) revoke(invitations shell.Store, references []string) (all error) {
	for _, reference := range references {
		revoked, err := invitations.Revoke(reference)
		if err != nil {
			all = errors.Join(all, fmt.Errorf("%s: %w", reference, err))
			continue
		}
		said := "The invitation for %s has ended, and what was kept under it is erased. For whoever has it open just now it ends with the next step that would be kept, which tells them so, and then it is erased: at the latest a minute after they have left."
		if revoked == 0 {
			near := near(p.standing(invitations), reference)
			said = "There is no invitation for %s that stands" + plain.Either(near == "", "", "; there is one for "+strings.ReplaceAll(near, "%", "%%")) + "."
		}
		all = errors.Join(all, p.Say(said, reference))
	}
	return all
}

// standing are the references of the invitations that stand.
func (p *program) standing(invitations store.Served) []string {
	all, _ := invitations.List() //nolint:errcheck // of those that can be read
	return plain.Some(all, func(i store.Invitation) (string, bool) { return i.Reference, i.Stands(p.Now()) })
}

// near is a reference that differs only in what is easily typed otherwise; empty if there is none.
func near(all []string, reference string) string {
	return cmp.Or(plain.Only(all, func(other string) bool {
		return other != reference && record.Near(other, reference)
	})...)
}
