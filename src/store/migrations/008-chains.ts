/**
 * The log is chained as the entries are, and every chain's end is kept apart, so that a cut-off end shows too.
 *
 * A line of the log belongs to the chain of whoever looked: two people never wait for each other. The database itself
 * makes the links, so that a line put in by any way is chained, and one changed, taken out, put in between or moved is
 * found by `verify`. `chain_head` holds where each chain of the log, and each file of the ledger, ends.
 */
export const chains = `
create table chain_head (
  chain text primary key,
  n bigint not null,
  hash text not null
) with (fillfactor = 60);
grant select, insert, update on chain_head to golden_thread_app;

alter table access_log add column chain text, add column seq bigint, add column previous text, add column hash text;

create function access_log_hash(l access_log) returns text language sql stable as $$
  select encode(sha256(convert_to(jsonb_build_array(l.previous, l.chain, l.seq, l.id,
    to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.viewer, l.action, l.subject, l.page, l.allowed,
    l.because, l.detail)::text, 'UTF8')), 'hex')
$$;

create function chain_access_log() returns trigger language plpgsql as $$
declare head chain_head;
begin
  new.chain := coalesce('looks by ' || new.viewer, 'looks by nobody');
  insert into chain_head as h (chain, n, hash) values (new.chain, 0, '')
    on conflict (chain) do update set n = h.n returning * into head;
  new.seq := head.n + 1;
  new.previous := nullif(head.hash, '');
  new.hash := access_log_hash(new);
  update chain_head set n = new.seq, hash = new.hash where chain = new.chain;
  return new;
end $$;

do $$
declare l access_log; head chain_head;
begin
  for l in select * from access_log order by id loop
    l.chain := coalesce('looks by ' || l.viewer, 'looks by nobody');
    insert into chain_head as h (chain, n, hash) values (l.chain, 0, '')
      on conflict (chain) do update set n = h.n returning * into head;
    l.seq := head.n + 1;
    l.previous := nullif(head.hash, '');
    l.hash := access_log_hash(l);
    update access_log set chain = l.chain, seq = l.seq, previous = l.previous, hash = l.hash where id = l.id;
    update chain_head set n = l.seq, hash = l.hash where chain = l.chain;
  end loop;
end $$;

alter table access_log alter column chain set not null, alter column seq set not null, alter column hash set not null,
  add unique (chain, seq);
create trigger access_log_chained before insert on access_log for each row execute function chain_access_log();

create function keep_file_head() returns trigger language plpgsql as $$
begin
  insert into chain_head (chain, n, hash)
    select distinct on (subject) 'file ' || subject, seq, hash from added order by subject, seq desc
    on conflict (chain) do update set n = excluded.n, hash = excluded.hash;
  return null;
end $$;
insert into chain_head (chain, n, hash)
  select distinct on (subject) 'file ' || subject, seq, hash from entry order by subject, seq desc;
create trigger entry_head after insert on entry referencing new table as added
  for each statement execute function keep_file_head();
`
