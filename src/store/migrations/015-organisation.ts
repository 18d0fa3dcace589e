/**
 * Which session of the organisation’s own sign-in a session here came from, so that it ends when that one ends: see
 * docs/decisions/0033. Null where the provider does not say, and for every other way in.
 */
export const organisation = `
alter table session add column there text;
`
