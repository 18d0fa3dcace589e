/**
 * Published reports as read, folded from their files: to be searched by word, theme, council and grade. And reports that
 * were sent to be read and wait for it, which no rebuild touches.
 *
 * The words of a passage are indexed as far as an index takes; nothing printed comes near it.
 */
export const library = `
create table library_report (
  subject uuid primary key references subject (id),
  code text not null,
  file text not null,
  hash text not null,
  framework text not null,
  kind text not null,
  authority text,
  council text,
  inspected_from date,
  inspected_to date,
  published date,
  dated date,
  grade text,
  level integer,
  grade_of text,
  unsure integer not null,
  checked boolean not null
);
create index library_report_hash on library_report (hash);
create index library_report_council on library_report (council, dated desc);

create table library_judgement (
  subject uuid not null references subject (id),
  place integer not null,
  section text not null,
  area text not null,
  strand text,
  grade text,
  level integer,
  primary key (subject, place)
);

create table library_passage (
  subject uuid not null references subject (id),
  place integer not null,
  kind text not null,
  section text,
  mark text,
  heading text,
  text text not null,
  themes text[] not null,
  words tsvector not null generated always as (to_tsvector('english', left(text, 100000))) stored,
  primary key (subject, place)
);
create index library_passage_words on library_passage using gin (words);
create index library_passage_themes on library_passage using gin (themes);

create table library_upload (
  id uuid primary key,
  name text not null,
  bytes bytea,
  sent_by uuid not null,
  sent timestamptz not null,
  state text not null,
  says text,
  code text
);
create index library_upload_waiting on library_upload (sent, id) where state = 'waiting';

grant select, insert, update, delete on library_report, library_judgement, library_passage, library_upload
  to golden_thread_app;
`
