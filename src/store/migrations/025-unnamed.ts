/** A sealed file on which nobody is named waits on a director's first page. Few do, of all that are closed. */
export const unnamed = `
create index person_unnamed on person (subject) where restricted and named = '{}';
`
