/**
 * All figures of a day are counted from indexes alone, where nothing is asked that only a row can say: who was born when,
 * which spells run on a day, what is overdue on a day. See docs/decisions/0038.
 */
export const counted = `
create index person_counted on person (subject) include (code, unborn, born, sex, ethnicity);
create index spell_running on spell (kind, coalesce(ends, 'infinity'::date), starts) include (subject, key, ends);
create index clock_overdue on clock
  (series, least(coalesce(met, 'infinity'::date), coalesce(ended, 'infinity'::date)), due) include (subject, met, ended)
  where (met is null or met > due or met_at > due_at) and (ended is null or ended > due);
`
