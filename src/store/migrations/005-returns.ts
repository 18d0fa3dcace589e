/**
 * The Department's daily feed: what it last took of each child, what it or we refused, and each run of the sending.
 * Not folded from the ledger, since it tells of the Department and not of the child; a rebuild leaves it alone.
 */
export const returnsFeed = `
create table daily_feed (
  subject uuid primary key references subject (id),
  code text not null,
  hash text,
  held jsonb,
  sent timestamptz,
  receipt text,
  refused jsonb,
  refused_hash text,
  tried timestamptz not null
);
create index daily_feed_refused on daily_feed (tried desc) where refused is not null;

create table daily_run (
  id bigint generated always as identity primary key,
  began timestamptz not null,
  seen timestamptz not null,
  ended timestamptz,
  sent integer not null default 0,
  purged integer not null default 0,
  refused integer not null default 0,
  unchanged integer not null default 0,
  stopped text
);

grant select, insert, update, delete on daily_feed to golden_thread_app;
grant select, insert, update on daily_run to golden_thread_app;
`
