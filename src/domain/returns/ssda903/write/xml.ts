import { type Groups, groupRows } from '../../check/groups.ts'
import { escapeXml } from '../../xml/escape.ts'
import type { TableName, Tables } from '../rules/data.ts'

/**
 * The XML form of the return, as its published schema has it (2021): a child's header, with what are tables of their own
 * in the CSV form, then the episodes. It has no place for social workers and orders that deprive of liberty.
 */
const header = {
  first: ['CHILD', 'UPN', 'SEX', 'DOB', 'ETHNIC', 'UASC'],
  once: [
    ['UASC', ['DUC']],
    ['AD1', ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR']],
    ['OC3', ['IN_TOUCH', 'ACTIV', 'ACCOM']],
  ],
  mother: ['MOTHER', 'MC_DOB'],
} as const

/** Groups of elements with the table whose rows they are; those before and after what is said of a mother. */
const before = [
  ['AMISSING', 'Missing', ['MISSING', 'MIS_START', 'MIS_END']],
  ['AREVIEW', 'Reviews', ['REVIEW', 'REVIEW_CODE']],
] as const
const after = [
  ['PERMANENCE', 'PrevPerm', ['PREV_PERM', 'LA_PERM', 'DATE_PERM']],
  [
    'OC2',
    'OC2',
    [
      'SDQ_SCORE',
      'SDQ_REASON',
      'CONVICTED',
      'HEALTH_CHECK',
      'IMMUNISATIONS',
      'TEETH_CHECK',
      'HEALTH_ASSESSMENT',
      'SUBSTANCE_MISUSE',
      'INTERVENTION_RECEIVED',
      'INTERVENTION_OFFERED',
    ],
  ],
  ['AD_PLACED', 'PlacedAdoption', ['DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED']],
] as const
const episode = [
  'DECOM',
  'RNE',
  'LS',
  'CIN',
  'PLACE',
  'PL_POST',
  'HOME_POST',
  'URN',
  'PLACE_PROVIDER',
  'DEC',
  'REC',
  'REASON_PLACE_CHANGE',
] as const
/** Written even where they are blank: the form asks for the element. */
const ASKED: ReadonlySet<string> = new Set([
  'CHILD',
  'UPN',
  'SEX',
  'DOB',
  'ETHNIC',
  'UASC',
  'DECOM',
  'RNE',
  'LS',
  'CIN',
  'PLACE',
  'DEC',
  'REC',
  'MISSING',
  'MIS_START',
])
const elementOf: Readonly<Record<string, string>> = { CHILD: 'CHILDID', PLACE: 'PL' }

/** @returns the XML form, a piece for each child in the order of the header */
export function* xmlOf(tables: Tables): Generator<string> {
  const groups = new Map<TableName, Groups>()
  const rowsOf = (table: TableName, child: string): readonly number[] => {
    const known = groups.get(table) ?? groupRows(tables[table].text('CHILD'))
    groups.set(table, known)
    return known.of(child)
  }
  const leaf = (table: TableName, at: number, name: string, in_: string): string => {
    // The names above are columns of the tables beside which they stand.
    const value = tables[table].text(name as never)[at] ?? null
    if (value === null && !ASKED.has(name)) return ''
    const element = elementOf[name] ?? name
    return `${in_}<${element}>${escapeXml(value ?? '')}</${element}>\n`
  }
  const all = (table: TableName, at: number, names: readonly string[], in_: string): string =>
    names.map(n => leaf(table, at, n, in_)).join('')
  const group = (child: string, [element, table, names]: (typeof before | typeof after)[number]): string =>
    rowsOf(table, child)
      .map(at => `      <${element}>\n${all(table, at, names, '        ')}      </${element}>\n`)
      .join('')

  yield '<?xml version="1.0" encoding="UTF-8"?>\n<EXPSSDA903>\n'
  const children = tables.Header.text('CHILD')
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at] ?? ''
    const once = header.once.map(([table, names]) => {
      const [own] = rowsOf(table, child)
      return own === undefined ? '' : all(table, own, names, '      ')
    })
    const episodes = rowsOf('Episodes', child).map(
      e => `    <EPISODE>\n${all('Episodes', e, episode, '      ')}    </EPISODE>\n`,
    )
    yield [
      '  <CHILD>\n    <HEADER>\n',
      all('Header', at, header.first, '      '),
      ...once,
      ...before.map(g => group(child, g)),
      all('Header', at, header.mother, '      '),
      ...after.map(g => group(child, g)),
      '    </HEADER>\n',
      ...episodes,
      '  </CHILD>\n',
    ].join('')
  }
  yield '</EXPSSDA903>\n'
}
