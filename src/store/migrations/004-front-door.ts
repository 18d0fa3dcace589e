/**
 * What the front door, allocation and oversight ask: moments of clocks in hours, who is registered to hold a case, files
 * kept with the record, how often an address may send, and letters that wait to go.
 *
 * Documents are only ever added, as entries are. What was folded before has none of the new columns, so it is folded
 * again: see `refoldAfter`.
 */
export const frontDoor = `
alter table happening add column sent_back uuid, add column amends uuid;
create index happening_child_named on happening ((answers ->> 'child')) where answers ? 'child';
create index happening_recorded on happening (recorded desc);
create index happening_sent_back on happening (author) where sent_back is not null;
create index happening_number on happening (upper(answers ->> 'number')) where type = 'contact-received';
create index happening_told on happening (lower(answers ->> 'familyName'), lower(answers ->> 'givenName'))
  where type = 'contact-child';
create index happening_told_nhs on happening (replace(answers ->> 'nhsNumber', ' ', '')) where type = 'contact-child';
create index happening_about on happening (amends) where amends is not null;
create index happening_decided on happening (happened desc, entry desc) where type in ('managers-decision',
  'case-supervision', 'referral-decided', 'restriction', 'case-closed', 'allocation', 'contact-decided');
create index happening_decision_words on happening
  using gin ((to_tsvector('english', summary) || jsonb_to_tsvector('english', answers, '["string"]')))
  where type in ('managers-decision', 'case-supervision', 'referral-decided', 'restriction', 'case-closed',
    'allocation', 'contact-decided');
create index entry_sent_back on entry (happened desc, id desc) where type = 'sent-back';
create index spell_team on spell ((facts ->> 'team')) where kind = 'allocation' and ends is null;

alter table clock add column starts_at timestamptz, add column due_at timestamptz, add column met_at timestamptz;
drop index clock_late;
create index clock_late on clock (series, subject, due)
  where (met is null or met > due or met_at > due_at) and (ended is null or ended > due);

alter table person add column address text, add column merged uuid, add column siblings text[] not null default '{}',
  add column names text not null default '', add column keys text[] not null default '{}';
create index person_merged on person (merged) where merged is not null;
create index person_code on person (code);
create index person_born on person (born);
create index person_restricted on person (subject) where restricted;
create index person_keys on person using gin (keys) with (fastupdate = off);
create index entry_joined on entry (subject) where type = 'merged';

alter table staff add column registered boolean not null default false, add column newly_qualified date,
  add column most integer, add column reach text,
  add column agency boolean not null default false, add column share integer not null default 100;

create table document (
  subject uuid not null references subject (id),
  hash text not null,
  type text not null,
  size integer not null,
  bytes bytea not null,
  scanned text,
  at timestamptz not null,
  primary key (subject, hash)
);

create table throttle (
  name text not null,
  since timestamptz not null,
  n integer not null,
  primary key (name, since)
);

create table outgoing (
  id uuid primary key,
  subject uuid not null references subject (id),
  letter uuid not null,
  recipient text not null,
  about text not null,
  body text not null,
  tries integer not null,
  next timestamptz,
  last text
);
create index outgoing_next on outgoing (next) where next is not null;

grant select, insert on document to golden_thread_app;
grant select, insert, update, delete on throttle, outgoing to golden_thread_app;
`
