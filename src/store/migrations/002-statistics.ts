/**
 * The database plans its queries by what it knows of the tables. A server learns that by itself; the embedded database
 * never does, so it is told after much was written at once. Only a table's owner may, so the application asks by this.
 */
export const statistics = `
create function refresh_statistics() returns void language plpgsql security definer set search_path = public as $$
begin
  analyze person;
  analyze happening;
  analyze spell;
  analyze clock;
end $$;
revoke all on function refresh_statistics() from public;
grant execute on function refresh_statistics() to golden_thread_app;
`
