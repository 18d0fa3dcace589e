/**
 * Signing in: what an account knows beside its password, where somebody is signed in, and how wrong tries are slowed.
 *
 * No secret that opens a door is kept as it is told: tokens and codes are hashed. The key of an authenticator app must
 * be readable to be of use; it is never shown again.
 */
export const signIn = `
alter table account alter column password drop not null,
  add column email text unique,
  add column must_change boolean not null default false,
  add column changed timestamptz,
  add column issuer text,
  add column issuer_subject text,
  add column totp text,
  add column totp_begun text,
  add column totp_step bigint,
  add column wrong integer not null default 0,
  add column wrong_last timestamptz,
  add constraint account_issuer unique (issuer, issuer_subject);

alter table session add column id uuid not null default gen_random_uuid() unique,
  add column seen timestamptz,
  add column device text not null default 'A browser',
  add column address text not null default '',
  add column means text not null default 'password',
  add column wrong integer not null default 0,
  add column wrong_last timestamptz;
update session set seen = started;
alter table session alter column seen set not null;
create index session_worker on session (worker);

create table sign_in_step (
  token text primary key,
  kind text not null,
  worker uuid references subject (id),
  facts jsonb not null,
  expires timestamptz not null
);

create table known_device (
  token text not null,
  worker uuid not null references subject (id),
  last timestamptz not null,
  wrong integer not null,
  primary key (token, worker)
);

create table sign_in_wait (
  key text primary key,
  wrong integer not null,
  last timestamptz not null
);

create table one_time_code (
  worker uuid primary key references subject (id),
  hash text not null,
  made_by uuid,
  expires timestamptz not null
);

create table recovery_code (
  id uuid primary key,
  worker uuid not null references subject (id),
  hash text not null
);
create index recovery_code_worker on recovery_code (worker);

create table passkey (
  id text primary key,
  worker uuid not null references subject (id),
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  added timestamptz not null,
  used timestamptz
);
create index passkey_worker on passkey (worker);

grant select, insert, update, delete on sign_in_step, known_device, sign_in_wait, one_time_code, recovery_code, passkey
  to golden_thread_app;
`
