import { type Frame, noFrame } from '../../check/frame.ts'
import { type Growing, growing, type Row } from '../../check/growing.ts'
import { countedNotes } from '../../xml/counted.ts'
import { type XmlFault, xmlReader } from '../../xml/reader.ts'
import { columnsOf, isTable, type TableName, type Tables, tableNames } from './data.ts'

/** Groups of the XML form that are rows of a table. The last two are newer than the published schema of the form. */
const groups: ReadonlyMap<string, TableName> = new Map([
  ['AMISSING', 'Missing'],
  ['AREVIEW', 'Reviews'],
  ['PERMANENCE', 'PrevPerm'],
  ['OC2', 'OC2'],
  ['AD_PLACED', 'PlacedAdoption'],
  ['EPISODE', 'Episodes'],
  ['SWEPISODE', 'SWEpisodes'],
  ['SW_EPISODE', 'SWEpisodes'],
  ['DOLO', 'DoLo'],
])

/** The form as it was published has no place for these: where none is met, the return came without them. */
const newer: ReadonlySet<TableName> = new Set(['SWEpisodes', 'DoLo'])

/** What stands in a child's header and is a table of its own in the CSV form: a row where anything of it is given. */
const within: readonly (readonly [TableName, readonly string[]])[] = [
  ['UASC', ['DUC']],
  ['AD1', ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR']],
  ['OC3', ['IN_TOUCH', 'ACTIV', 'ACCOM']],
]

/** The XML form's own names for columns. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['CHILDID', 'CHILD'],
  ['PL', 'PLACE'],
])
const holders: ReadonlySet<string> = new Set(['EXPSSDA903', 'CHILD', 'HEADER'])

export interface Xml903Reader {
  readonly write: (piece: string) => XmlFault | undefined
  readonly end: () => XmlFault | undefined
  readonly result: () => { readonly tables: Tables; readonly notes: readonly string[] }
}

/** Reads the XML form of the SSDA903 as it comes, a child at a time, into the tables of the CSV form. */
export function xml903Reader(): Xml903Reader {
  const tables = new Map<TableName, Growing>()
  const notes = countedNotes()
  const tableOf = (name: TableName): Growing => {
    const table = tables.get(name) ?? growing()
    tables.set(name, table)
    return table
  }
  let header: Row = {}
  let rows: (readonly [TableName, Row])[] = []
  let group: Row | undefined
  let value = ''
  let leaf = ''
  let inHeader = false

  function take(name: string, text: string): void {
    if (text === '') return
    const column = otherNames.get(name) ?? name
    if (group) group[column] = text
    else if (inHeader) header[column] = text
    else notes.note(`“${name}” is not an element of the return where it stands, and was not read.`)
  }

  function flush(): void {
    const who = { CHILD: header.CHILD ?? null, DOB: header.DOB ?? null }
    const own: Row = {}
    for (const column of columnsOf.Header) own[column] = header[column] ?? null
    tableOf('Header').put(own)
    for (const [table, names] of within) {
      const given = names.some(n => header[n]) || (table === 'UASC' && header.UASC === '1')
      if (!given) continue
      const row: Row = { ...who, ...(table === 'UASC' ? { SEX: header.SEX ?? null } : {}) }
      for (const name of names) row[name] = header[name] ?? null
      tableOf(table).put(row)
    }
    for (const [table, row] of rows)
      tableOf(table).put(table === 'Episodes' ? { CHILD: who.CHILD, ...row } : { ...who, ...row })
    header = {}
    rows = []
  }

  const xml = xmlReader({
    open: name => {
      leaf = name
      value = ''
      const table = groups.get(name)
      if (table && !group) {
        group = {}
        rows.push([table, group])
      } else if (name === 'HEADER') inHeader = true
    },
    text: text => {
      value += text
    },
    close: name => {
      if (name === leaf && !groups.get(name) && !holders.has(name)) take(name, value.trim())
      leaf = ''
      if (groups.get(name)) group = undefined
      else if (name === 'HEADER') inHeader = false
      else if (name === 'CHILD') flush()
    },
  })
  return {
    write: xml.write,
    end: xml.end,
    result: () => {
      const found: Record<string, Frame> = {}
      for (const name of tableNames.filter(isTable))
        found[name] =
          newer.has(name) && !tables.has(name)
            ? noFrame('uk')
            : tableOf(name).finish(
                columnsOf[name].filter(c => !c.startsWith('PL_') || c === 'PL_POST'),
                'uk',
              )
      // Every table was just put in, under its own name.
      return { tables: found as unknown as Tables, notes: notes.all() }
    },
  }
}
