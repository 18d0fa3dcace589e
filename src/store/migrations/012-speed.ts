/**
 * What is asked of 200,000 children and ten million entries, by measurement: see docs/decisions/0038 and
 * docs/benchmarks.md.
 *
 * An indicator looks for all the children of a year’s late clocks at once, so the clocks of a series are found by their
 * day, with all that is asked of them in the index. What shows one of three things is indexed apart: a year of health
 * checks is few among all that happened. What waits, who holds whom, and who should be held, are few among all that ever
 * was.
 */
export const speed = `
drop index clock_late;
create index clock_late on clock (series, due) include (subject, starts, rule, met, ended, due_at, met_at)
  where (met is null or met > due or met_at > due_at) and (ended is null or ended > due);
drop index clock_series;
create index clock_series on clock (series, due) include (subject, starts, rule, met, ended, due_at, met_at);
create index clock_open on clock (subject, due) where met is null and ended is null;

create index happening_health on happening (happened) include (subject)
  where not withdrawn and marks <> '{}' and 'health-assessment' = any (marks);
create index happening_dental on happening (happened) include (subject)
  where not withdrawn and marks <> '{}' and 'dental-check' = any (marks);
create index happening_sdq on happening (happened) include (subject)
  where not withdrawn and marks <> '{}' and 'sdq' = any (marks);
create index happening_immunised on happening (subject, happened desc, seq desc) include (marks)
  where not withdrawn and type = 'immunisation';
create index happening_unsigned_by on happening (author)
  where signed_by is null and sent_back is null and needs_signature <> '{}' and not withdrawn;

-- A spell names its worker by text: without these every name is looked for among all who ever worked here.
create index staff_named on staff ((subject::text));
create index spell_held on spell (subject)
  where kind = 'allocation' and key = 'worker' and ends is null;
create index spell_open_case on spell (subject, kind, starts)
  where ends is null and kind in ('looked-after', 'protection-plan', 'in-need', 'referral');
`
