import type { Frame } from '../check/frame.ts'
import { type Growing, growing, type Row } from '../check/growing.ts'
import { countedNotes } from '../xml/counted.ts'
import { type XmlFault, type XmlHandler, xmlReader } from '../xml/reader.ts'
import { type Kind, kinds, strangeElement } from './elements.ts'
import { lostDays } from './lost-days.ts'
import { type CinTable, type CinTables, columnsOf, isCinTable } from './rules/data.ts'

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

/** A block that is open, and its row. */
interface Block {
  readonly name: string
  readonly table: CinTable
  readonly row: Row
  readonly id: string
}

/** Reads a census as its text comes, a child at a time. */
export function censusReader(): CensusReader {
  const tables = new Map<CinTable, Growing>()
  const notes = countedNotes()
  const header: Row = {}
  const kindOf = kinds()
  const path: Kind[] = []
  const open: Block[] = []
  let [children, blockId] = [0, 0]
  let latest: Kind | undefined
  let inHeader = false
  let value = ''
  let rows: (readonly [CinTable, Row])[] | undefined
  let id: string | null = null
  let details: string | null = null
  let reviewed = true
  /** How deep the child stands that is being read. */
  let outer = 0

  function begin(name: string, table: CinTable): void {
    blockId += 1
    const block = { name, table, row: {} as Row, id: String(blockId) }
    if (table === 'CINdetails') details = block.id
    if (table !== 'ChildIdentifiers' && table !== 'ChildCharacteristics') block.row.CINdetailsID = details
    if (table === 'Assessments') block.row.AssessmentID = block.id
    if (table === 'ChildProtectionPlans') block.row.CPPID = block.id
    open.push(block)
    rows?.push([table, block.row])
  }

  /** A row of what a block has many of. */
  function one(table: CinTable, column: string, text: string | null, block: Block | undefined): void {
    const row: Row = { [column]: text }
    if (block && block.table !== 'ChildCharacteristics') row.CINdetailsID = details
    if (block?.table === 'ChildProtectionPlans') row.CPPID = block.id
    if (block?.table === 'Assessments') {
      const { AssessmentActualStartDate = null, AssessmentAuthorisationDate = null } = block.row
      Object.assign(row, { AssessmentID: block.id, AssessmentActualStartDate, AssessmentAuthorisationDate })
      const before = block.row.AssessmentFactors
      block.row.AssessmentFactors = before ? `${before} ${text}` : text
    }
    rows?.push([table, row])
  }

  function leaf(kind: Kind, text: string): void {
    const block = open.at(-1)
    const { name, column } = kind
    if (!rows) {
      if (inHeader && text !== '' && columnsOf.Header.some(c => c === name)) header[name] = text
      return
    }
    // What stands in an element that nobody knows is not the outer block's.
    if (!path.at(-1)?.holds) return
    if (name === 'CPPreviewDate') reviewed = true
    if (kind.repeated && (text !== '' || name === 'CPPreviewDate')) {
      one(...kind.repeated, text === '' ? null : text, block)
      return
    }
    if (text === '') return
    const columns: readonly string[] = block ? columnsOf[block.table] : []
    if (block && columns.includes(column)) {
      block.row[column] = text
      if (column === 'LAchildID') id = text
    } else if (!kind.unread) notes.note(strangeElement(name, block?.table, false))
  }

  function flush(): void {
    if (!rows) return
    children += 1
    for (const [name, row] of rows) {
      const table = tables.get(name) ?? growing()
      tables.set(name, table)
      row.LAchildID = id
      table.put(row)
    }
    open.length = 0
    rows = undefined
  }

  const handler: XmlHandler = {
    open: name => {
      const kind = kindOf(name)
      latest = kind
      value = ''
      path.push(kind)
      if (name === 'Header') inHeader = true
      else if (name === 'Reviews') reviewed = false
      else if (name === 'Child' && !rows) {
        rows = []
        id = null
        details = null
        outer = path.length
      } else if (kind.block && rows) begin(name, kind.block)
    },
    text: text => {
      value += text
    },
    close: name => {
      const kind = path.pop() ?? kindOf(name)
      if (kind === latest && !kind.holds) leaf(kind, value.trim())
      else if (!kind.holds && rows) notes.note(strangeElement(name, open.at(-1)?.table, true))
      latest = undefined
      if (name === 'Header') inHeader = false
      else if (name === 'Reviews' && rows && !reviewed) one('Reviews', 'CPPreviewDate', null, open.at(-1))
      if (rows && path.length < outer) flush()
      else if (open.at(-1)?.name === name) open.pop()
    },
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
      // Each table was put in under its own name.
      return { tables: found as unknown as CinTables, children, notes: [...notes.all(), ...lostDays(found)] }
    },
  }
}
