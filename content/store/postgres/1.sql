create table version (
	number integer primary key,
	made timestamptz not null default clock_timestamp()
);

-- The code itself is nowhere: a digest stands for it. Who has the token holds the
-- lease, and nobody else is given it until it ends. Last is the number of the last
-- fact that was kept. The key is what a word of the reader's own opens, if they
-- locked what is kept.
create table invitations (
	digest text primary key,
	reference text not null,
	"group" text not null default '',
	language text not null default '',
	made timestamptz not null,
	ends timestamptz not null,
	revoked boolean not null default false,
	begun boolean not null default false,
	last integer not null default 0,
	token text,
	until timestamptz,
	key bytea
);
create index on invitations (reference);

-- Aside is 0, or tells what was put aside since it could not be read.
create table facts (
	invitation text not null references invitations on delete cascade,
	aside integer not null default 0,
	seq integer not null,
	format integer not null,
	fact text not null,
	primary key (invitation, aside, seq)
);

-- The files of records, byte for byte.
create table records (
	name text primary key,
	data bytea not null,
	made timestamptz not null default clock_timestamp()
);
