/**
 * What is asked for until a birthday has an end in days to come, and is somebody's work until then. So what waits is
 * found among all that was not met, and whether it is over is told by the index, with all that a list of work shows. The
 * indexes of clocks without any end serve no statement any more; the version before finds its own by the new one.
 */
export const openClocks = `
create index clock_unmet on clock (subject, due) include (series, rule, starts, ended, late_reason) where met is null;
drop index clock_open;
drop index clock_due;
`
