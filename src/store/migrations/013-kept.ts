/**
 * Figures of days that are over, kept with what was visible when they were counted, and how far back each write since
 * then reaches: see docs/decisions/0038. Neither is truth: both are emptied when the server falls, and at each start.
 */
export const kept = `
create unlogged table figure_kept (
  code text not null,
  reading text not null,
  "on" date not null,
  numerator integer not null,
  denominator integer not null,
  counted pg_snapshot not null,
  made timestamptz not null default now(),
  primary key ("on", code, reading)
);
create unlogged table figure_change (
  day date not null,
  xact xid8 not null default pg_current_xact_id(),
  made timestamptz not null default now()
);
create index figure_change_day on figure_change (day);
grant select, insert, update, delete on figure_kept, figure_change to golden_thread_app;
`
