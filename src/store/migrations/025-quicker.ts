/**
 * When a child was last visited stands on the first pages of those who work with the child: asked of all that happened, it was
 * a look at each entry since. And a sealed file on which nobody is named waits on a director's first page, and is rare.
 */
export const quicker = `
create index happening_visited on happening (subject, happened)
  where marks && '{looked-after-visit,protection-visit}' and not withdrawn;
create index person_unnamed on person (subject) where restricted and named = '{}';
`
