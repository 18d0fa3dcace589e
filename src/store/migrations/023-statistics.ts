/**
 * The database plans by what it knows of the entries and whose they are, too: without, it looked for one entry of the plan
 * through all of them.
 */
export const knownTables = `
create or replace function refresh_statistics() returns void language plpgsql security definer set search_path = public as $$
begin
  analyze person;
  analyze happening;
  analyze spell;
  analyze clock;
  analyze subject;
  analyze entry;
end $$;
`
