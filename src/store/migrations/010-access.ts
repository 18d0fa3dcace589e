/**
 * A reason given for looking can be told from another, and is reviewed: rightly given, wrongly, or asked about. What a
 * review says is only ever added. The log is read by its time too.
 */
export const access = `
alter table access_reason add column id uuid not null default gen_random_uuid() unique;
create index access_reason_given on access_reason (given desc);

create table reason_review (
  reason uuid not null references access_reason (id),
  verdict text not null check (verdict in ('right', 'wrong', 'ask')),
  words text not null,
  reviewer uuid not null,
  at timestamptz not null
);
create index reason_review_reason on reason_review (reason, at);
grant select, insert on reason_review to golden_thread_app;

create index access_log_at on access_log (at desc, id desc);
`
