/**
 * Nothing in the tables changes: files that an adoption seals, and clocks of education and pathway plans, come of folding
 * every file again.
 */
export const sealed = ''
