/**
 * What managers left unsigned, the longest waiting first: see `src/store/queries/unsigned.ts`, the very condition. A director is
 * shown the first of them, and in a large authority they are thousands.
 */
export const left = `
create index happening_left on happening (recorded)
  where signed_by is null and sent_back is null and needs_signature <> '{}' and not withdrawn;
`
