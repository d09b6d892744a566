package postgres

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
)

// What makes a database of one version out of one of the version before, from the
// first on. One that was handed on never changes; what is new comes behind.
var (
	//go:embed 1.sql
	first      string
	migrations = []string{first}
)

// prepare looks whether what is acknowledged will last, and brings the database to
// this program's version. Where it has that already, no rights to make anything
// are needed.
func (s *Store) prepare() error {
	return s.once(context.Background(), starting, func(ctx context.Context, tx pgx.Tx) error {
		var synchronous string
		if err := tx.QueryRow(ctx, "select current_setting('synchronous_commit')").Scan(&synchronous); err != nil {
			return err
		}
		if synchronous == "off" {
			return errors.New("its synchronous_commit is off, so that it would lose what it has acknowledged")
		}
		version, err := versionOf(ctx, tx)
		switch {
		case err != nil:
			return err
		case version == len(migrations):
			return nil
		case version > len(migrations):
			return fmt.Errorf("a newer version of this program has used it (version %d, this one knows %d)", version, len(migrations))
		}
		return migrate(ctx, tx)
	})
}

// versionOf is that of what is in the database; 0 if there is nothing.
func versionOf(ctx context.Context, tx pgx.Tx) (version int, err error) {
	there := false
	err = tx.QueryRow(ctx, `select exists (select from pg_catalog.pg_tables
		where tablename = 'version' and schemaname = any(current_schemas(false)))`).Scan(&there)
	if err == nil && there {
		err = tx.QueryRow(ctx, "select coalesce(max(number), 0) from version").Scan(&version)
	}
	return version, err
}

// migrate makes what is missing. Of several servers that start together one does.
func migrate(ctx context.Context, tx pgx.Tx) error {
	if _, err := tx.Exec(ctx, "select pg_advisory_xact_lock(hashtext('firstsession'))"); err != nil {
		return err
	}
	version, err := versionOf(ctx, tx)
	for ; err == nil && version < len(migrations); version++ {
		for statement := range strings.SplitSeq(migrations[version], ";\n") {
			if strings.TrimSpace(statement) == "" {
				continue
			}
			if _, err := tx.Exec(ctx, statement); err != nil {
				return fmt.Errorf("bring it to version %d, for which its owner's rights are needed: %w", version+1, err)
			}
		}
		_, err = tx.Exec(ctx, "insert into version (number) values ($1)", version+1)
	}
	return err
}
