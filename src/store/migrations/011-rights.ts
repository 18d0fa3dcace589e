/**
 * Disposal of files: the one way in which what an entry says may go, and all that it may leave behind.
 *
 * The application may still not change or take out an entry. It may call `dispose_files`, which belongs to the owner of
 * the database and does one thing: where a certificate stands in the ledger, proposed by one person and agreed by
 * another, with no legal hold on any of its files, and stating exactly what is there now, it empties the entries of those
 * files. Of each entry its place, its moment, its author and its hash stay, and so the chain; `verify` holds them
 * against the certificate. See docs/decisions/0037.
 */
export const rights = `
alter table entry add column disposed uuid;
alter table access_log add column disposed uuid;
create index entry_disposed on entry (disposed) where disposed is not null;
create index access_log_disposed on access_log (disposed) where disposed is not null;
create index entry_rights on entry (type, subject)
  where type in ('disposal-certificate', 'hold-placed', 'hold-lifted');

create function disposed_words() returns text language sql immutable as $$
  select '{"fields":{},"title":"Disposed of"}'
$$;

create function disposal_digest(files uuid[], under uuid) returns text language sql stable as $$
  select encode(sha256(convert_to(coalesce(jsonb_agg(jsonb_build_array(subject, seq, id,
      to_char(recorded at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), author, previous, hash)
    order by subject, seq), '[]')::text, 'UTF8')), 'hex')
  from entry where subject = any (files) and (under is null or disposed = under)
$$;

create function disposal_log_digest(lines bigint[], under uuid) returns text language sql stable as $$
  select encode(sha256(convert_to(coalesce(jsonb_agg(jsonb_build_array(id, chain, seq,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), viewer, action, subject, page, allowed, because,
      previous, hash)
    order by id), '[]')::text, 'UTF8')), 'hex')
  from access_log where (under is null and id = any (lines)) or disposed = under
$$;

create function held(files uuid[]) returns boolean language sql stable as $$
  select exists (select from entry h where h.type = 'hold-placed'
    and (h.answers ->> 'scope' = 'all' or (h.answers ->> 'child')::uuid = any (files))
    and not exists (select from entry l where l.type = 'hold-lifted' and l.subject = h.subject and l.seq > h.seq))
$$;

create function dispose_files(certificate uuid, lines bigint[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare c entry; files uuid[]; asked entry; agreed entry; n bigint;
  empty text := encode(sha256(convert_to(disposed_words(), 'UTF8')), 'hex');
begin
  select * into c from entry where id = certificate and type = 'disposal-certificate' and disposed is null;
  if c.id is null then
    raise exception 'No certificate % stands in the ledger.', certificate;
  end if;
  files := string_to_array(c.answers ->> 'files', ' ')::uuid[];
  select * into asked from entry where subject = c.subject and type = 'disposal-proposed' order by seq desc limit 1;
  select * into agreed from entry where subject = c.subject and type = 'disposal-decided' and seq > asked.seq
    order by seq desc limit 1;
  if agreed.id is null or agreed.answers ->> 'outcome' <> 'agreed' or agreed.author = asked.author
    or not coalesce((asked.answers ->> 'child')::uuid = any (files), false) then
    raise exception 'The disposal was not proposed by one person and agreed by another.';
  end if;
  if held(files) then
    raise exception 'A legal hold stands on these files.';
  end if;
  if exists (select from subject where id = any (files) and kind not in ('child', 'contact')) then
    raise exception 'Only files of children, and contacts about them, are disposed of.';
  end if;
  select count(*) into n from entry where subject = any (files);
  if disposal_digest(files, null) is distinct from c.answers ->> 'kept' or n is distinct from (c.answers ->> 'entries')::bigint
    or disposal_log_digest(lines, null) is distinct from c.answers ->> 'log'
    or cardinality(lines) is distinct from (c.answers ->> 'lines')::integer
    or exists (select from entry where subject = any (files) and disposed is not null) then
    raise exception 'The certificate does not state what is there.';
  end if;
  insert into words (hash, words) values (empty, disposed_words()::jsonb) on conflict do nothing;
  update entry set type = 'disposed', happened = (recorded at time zone 'UTC')::date, answers = '{}', words = empty,
      amends = null, sensitivity = 'ordinary', source = null, disposed = certificate
    where subject = any (files);
  delete from document where subject = any (files);
  delete from access_reason where subject = any (files);
  update access_log set detail = null, disposed = certificate where id = any (lines) and disposed is null;
end $$;
revoke all on function dispose_files(uuid, bigint[]) from public;
grant execute on function dispose_files(uuid, bigint[]) to golden_thread_app;
`
