/**
 * A write says by how much it moves the figures of the days that were counted, so that they need not be counted again. Not
 * truth either, and emptied with the rest: see docs/decisions/0044. The version before does not say it, and reads it as a
 * change after which a day is counted again.
 */
export const moved = `
alter table figure_change add column told date[] not null default '{}', add column readings text;
create unlogged table figure_moved (
  "on" date not null,
  reading text not null,
  numerator integer not null,
  denominator integer not null,
  xact xid8 not null default pg_current_xact_id(),
  made timestamptz not null default now()
);
create index figure_moved_on on figure_moved ("on");
grant select, insert, update, delete on figure_moved to golden_thread_app;
`
