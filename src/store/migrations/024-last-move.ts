/**
 * A child's row says when the case was last moved on (`lastMove` in `src/domain/oversight/moves.ts`): a director is shown those for
 * whom nothing moves, of every team, and asked child by child that was half of what the page took. It is never later than the
 * truth, so that whoever it names may be looked at closely and nobody is missed; where a version before this one wrote the row
 * it says nothing, and the child is looked at. All is folded again, so that it is known of the others.
 * And the out-of-hours team, whose night stands on each first page, is found by its role.
 */
export const lastMove = `
alter table person add column moved date;
create index staff_role on staff (role);
`
