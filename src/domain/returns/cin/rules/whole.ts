import type { Found } from '../../check/rule.ts'
import type { Census, CinTable } from './data.ts'

/** What a rule of the whole return finds: the header, or where there is none the first row of the table it counted. */
export const wholeReturn = (r: Census, counted: CinTable): Found<CinTable> =>
  r.tables.Header.rows > 0 ? { Header: [0] } : { [counted]: [0] }
