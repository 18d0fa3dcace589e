/**
 * The file of an allegation may be disposed of, by the one function that may: alone, and under a certificate in a file of
 * its own kind, so that no certificate that others read names it. A child’s goes under no other. See
 * docs/decisions/0045. The version before proposes no such disposal, and its own go as they went.
 */
export const allegations = `
create or replace function dispose_files(certificate uuid, lines bigint[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare c entry; files uuid[]; asked entry; agreed entry; n bigint; kinds text[]; under text;
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
  select array_agg(kind) into kinds from subject where id = any (files);
  select kind into under from subject where id = c.subject;
  if 'allegation' = any (kinds) then
    if cardinality(files) <> 1 or under is distinct from 'allegation-disposal' then
      raise exception 'The file of an allegation is disposed of alone, under a certificate of its own.';
    end if;
  elsif not kinds <@ array['child', 'contact'] or under is distinct from 'disposal' then
    raise exception 'Only files of children, and contacts about them, are disposed of here.';
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
`
