/**
 * The ledger and what is folded from it.
 *
 * `entry` and `access_log` are the truth and are only ever added to: the application's role has no UPDATE, DELETE or
 * TRUNCATE on them. `person`, `happening`, `spell`, `clock` and `staff` are folds of `entry`; `rebuild` drops and
 * remakes them with the same result.
 */
export const ledger = `
create table words (
  hash text primary key,
  words jsonb not null
);

create table subject (
  id uuid primary key,
  kind text not null,
  code text not null,
  started timestamptz not null,
  unique (kind, code),
  check (kind <> 'child' or code ~ '^[A-Za-z0-9]{1,10}$')
);

create table entry (
  id uuid primary key,
  subject uuid not null references subject (id),
  seq integer not null check (seq > 0),
  type text not null,
  happened date not null,
  recorded timestamptz not null,
  author uuid not null,
  answers jsonb not null,
  words text not null references words (hash),
  amends uuid,
  sensitivity text not null,
  source text,
  previous text,
  hash text not null,
  unique (subject, seq)
);
create index entry_amends on entry (amends) where amends is not null;

create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  viewer uuid,
  action text not null,
  subject uuid,
  page text not null,
  allowed boolean not null,
  because text not null,
  detail jsonb
);
create index access_log_subject on access_log (subject, at desc);
create index access_log_viewer on access_log (viewer, at desc);

create table person (
  subject uuid primary key references subject (id),
  code text not null,
  given_name text,
  family_name text,
  other_names text,
  unborn boolean not null,
  born date,
  sex text,
  ethnicity text,
  disability boolean,
  nhs_number text,
  upn text,
  restricted boolean not null,
  named uuid[] not null
);
create index person_family on person (lower(family_name) text_pattern_ops);
create index person_given on person (lower(given_name) text_pattern_ops);

create table happening (
  entry uuid primary key,
  subject uuid not null references subject (id),
  seq integer not null,
  type text not null,
  happened date not null,
  recorded timestamptz not null,
  author uuid not null,
  answers jsonb not null,
  marks text[] not null,
  summary text not null,
  chronology text,
  sensitivity text not null,
  source text,
  amended integer not null,
  withdrawn boolean not null,
  needs_signature text[] not null,
  signed_by uuid
);
create index happening_subject on happening (subject, happened desc, seq desc);
create index happening_type on happening (type, happened);
create index happening_author on happening (author, recorded desc);
create index happening_unsigned on happening (subject) where signed_by is null and needs_signature <> '{}' and not withdrawn;

create table spell (
  subject uuid not null references subject (id),
  kind text not null,
  key text not null,
  starts date not null,
  ends date,
  facts jsonb not null,
  opened_by uuid not null,
  closed_by uuid,
  primary key (kind, subject, key, starts, opened_by)
);
create index spell_open on spell (kind, starts, ends);
create index spell_subject on spell (subject);
create index spell_worker on spell ((facts ->> 'worker')) where kind = 'allocation';

create table clock (
  subject uuid not null references subject (id),
  series text not null,
  rule text not null,
  starts date not null,
  started_by uuid not null,
  due date not null,
  met date,
  met_by uuid,
  ended date,
  late_reason uuid,
  primary key (series, subject, starts, started_by)
);
create index clock_due on clock (due) where met is null and ended is null;
create index clock_series on clock (series, due);
create index clock_subject on clock (subject);

create table staff (
  subject uuid primary key references subject (id),
  name text not null,
  role text not null,
  team text,
  working boolean not null
);

create table account (
  worker uuid primary key references subject (id),
  username text not null unique,
  password text not null
);

create table session (
  token text primary key,
  worker uuid not null references subject (id),
  csrf text not null,
  started timestamptz not null,
  expires timestamptz not null
);

create table draft (
  owner uuid not null,
  subject uuid not null,
  form text not null,
  typed jsonb not null,
  basis integer not null,
  saved timestamptz not null,
  primary key (owner, subject, form)
);

create table access_reason (
  viewer uuid not null,
  subject uuid not null references subject (id),
  reason text not null,
  given timestamptz not null,
  until timestamptz not null
);
create index access_reason_viewer on access_reason (viewer, subject, until);

create table setting (
  name text primary key,
  value jsonb not null
);
`

/** What the application may do. What is not here it can't. */
export const grants = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'golden_thread_app') then
    create role golden_thread_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema public to golden_thread_app;
grant select, insert on words, subject, entry, access_log, access_reason to golden_thread_app;
grant select, insert, update, delete on person, happening, spell, clock, staff, account, session, draft, setting
  to golden_thread_app;
grant select on migration to golden_thread_app;
do $$ begin
  execute format('grant golden_thread_app to %I', current_user);
exception when others then null;
end $$;
`
