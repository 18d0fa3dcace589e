import type { Frame } from '../check/frame.ts'
import { type Growing, growing, type Row } from '../check/growing.ts'
import { nearest } from '../ssda903/find-columns.ts'
import { type XmlFault, type XmlHandler, xmlReader } from '../xml/reader.ts'
import { type CinTable, type CinTables, columnsOf, isCinTable } from './rules/data.ts'

/** The blocks of the XML that are a row of a table, by the block's name. */
const blocks: Readonly<Record<string, CinTable>> = {
  ChildIdentifiers: 'ChildIdentifiers',
  ChildCharacteristics: 'ChildCharacteristics',
  CINdetails: 'CINdetails',
  Assessments: 'Assessments',
  CINPlanDates: 'CINplanDates',
  Section47: 'Section47',
  ChildProtectionPlans: 'ChildProtectionPlans',
  PreProceedingsandFGDM: 'PreProceedings',
}

/** Elements that come again and again within a block, each a row of its own: the table, and what it is called there. */
const repeated: Readonly<Record<string, readonly [CinTable, string]>> = {
  Disability: ['Disabilities', 'Disability'],
  AssessmentFactors: ['AssessmentFactorsList', 'AssessmentFactor'],
  CPPreviewDate: ['Reviews', 'CPPreviewDate'],
}

/** Elements that only hold others. */
const holders = new Set([
  'Message',
  'Header',
  'CollectionDetails',
  'Source',
  'Content',
  'CBDSLevels',
  'CBDSLevel',
  'Children',
  'Child',
  'Disabilities',
  'FactorsIdentifiedAtAssessment',
  'Reviews',
])
const unread = new Set(['SourceLevel', 'PersonSchoolID'])

/** Names under which other years' files write the same. */
const otherNames: Readonly<Record<string, string>> = { PersonGenderCurrent: 'GenderCurrent' }

/** A census as it was read, and what the reader should be told of it. */
export interface ReadCensus {
  readonly tables: CinTables
  readonly children: number
  readonly notes: readonly string[]
}

export interface CensusReader {
  readonly write: (piece: string) => XmlFault | undefined
  readonly end: () => XmlFault | undefined
  readonly result: () => ReadCensus
}

/** Reads a census as its text comes, a child at a time. */
export function censusReader(): CensusReader {
  const tables = new Map<CinTable, Growing>()
  const notes = new Map<string, number>()
  const header: Row = {}
  let children = 0
  let blockId = 0
  let element = ''
  let value = ''
  let inHeader = false
  let child: { id: string | null; readonly rows: (readonly [CinTable, Row])[] } | undefined
  let details: string | null = null
  const open: { readonly table: CinTable; readonly row: Row; readonly id: string }[] = []

  const note = (text: string) => notes.set(text, (notes.get(text) ?? 0) + 1)

  function begin(name: string): void {
    const table = blocks[name]
    if (!table || !child) return
    blockId += 1
    const id = String(blockId)
    const row: Row = {}
    if (table === 'CINdetails') details = id
    if (table !== 'ChildIdentifiers' && table !== 'ChildCharacteristics') row.CINdetailsID = details
    if (table === 'Assessments') row.AssessmentID = id
    if (table === 'ChildProtectionPlans') row.CPPID = id
    open.push({ table, row, id })
    child.rows.push([table, row])
  }

  function leaf(name: string, text: string): void {
    if (text === '') return
    const block = open.at(-1)
    if (inHeader && !block) {
      if (columnsOf.Header.some(c => c === name)) header[name] = text
      return
    }
    if (!child) return
    const again = repeated[name]
    if (again) {
      const row: Row = { [again[1]]: text }
      if (block && block.table !== 'ChildCharacteristics') row.CINdetailsID = details
      if (block?.table === 'ChildProtectionPlans') row.CPPID = block.id
      if (block?.table === 'Assessments') {
        row.AssessmentID = block.id
        row.AssessmentActualStartDate = block.row.AssessmentActualStartDate ?? null
        row.AssessmentAuthorisationDate = block.row.AssessmentAuthorisationDate ?? null
        block.row.AssessmentFactors = block.row.AssessmentFactors
          ? `${block.row.AssessmentFactors} ${text}`
          : text
      }
      child.rows.push([again[0], row])
      return
    }
    const column = otherNames[name] ?? name
    const columns: readonly string[] = block ? columnsOf[block.table] : []
    if (block && columns.includes(column)) {
      block.row[column] = text
      if (column === 'LAchildID') child.id = text
    } else if (!unread.has(name)) strange(name, columns)
  }

  function strange(name: string, columns: readonly string[]): void {
    const near = nearest(name.toUpperCase(), [...columns])
    note(
      `“${name}” is not an element that this census has here, and was not read.${near ? ` “${near}” may be meant.` : ''}`,
    )
  }

  const handler: XmlHandler = {
    open: name => {
      element = name
      value = ''
      if (name === 'Header' && !child) inHeader = true
      else if (name === 'Child') child = { id: null, rows: [] }
      else begin(name)
    },
    text: text => {
      value += text
    },
    close: name => {
      if (name === element && !blocks[name] && !holders.has(name)) leaf(name, value.trim())
      element = ''
      if (name === 'Header') inHeader = false
      else if (name === 'Child') flush()
      else if (blocks[name] && open.at(-1)?.table === blocks[name]) open.pop()
    },
  }

  function flush(): void {
    if (!child) return
    children += 1
    for (const [name, row] of child.rows) {
      const table = tables.get(name) ?? growing()
      tables.set(name, table)
      row.LAchildID = child.id
      table.put(row)
    }
    child = undefined
    details = null
  }

  const xml = xmlReader(handler)
  return {
    write: xml.write,
    end: xml.end,
    result: () => {
      const head = growing()
      if (Object.keys(header).length > 0) head.put(header)
      tables.set('Header', head)
      const found: Record<string, Frame> = {}
      // A block that no child has is an empty table, not one that the census came without.
      for (const name of Object.keys(columnsOf).filter(isCinTable))
        found[name] = (tables.get(name) ?? growing()).finish(columnsOf[name], 'iso')
      return {
        // Each table was put in under its own name.
        tables: found as unknown as CinTables,
        children,
        notes: [...notes].map(([text, n]) => (n > 1 ? `${text} (${n} times)` : text)),
      }
    },
  }
}
