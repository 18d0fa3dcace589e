import type { CaseFile } from '../../casework/file.ts'
import { checkCin } from '../cin/check.ts'
import { censusReader } from '../cin/read.ts'
import { census } from '../cin/rules/data.ts'
import { censusChild } from '../cin/write/child.ts'
import { censusYear } from '../cin/write/shape.ts'
import { type Traced, traceOf } from '../cin/write/trace.ts'
import { CENSUS_END, censusHead, childXml, type Sender } from '../cin/write/xml.ts'
import type { Checked, Setting } from './checked.ts'

/** What the census would say of one child: the text of the file, and the entries behind each row that it is read as. */
export interface ChildCin {
  readonly xml: string
  readonly rows: readonly Traced[]
}

/** @returns undefined where the child has no place in the year's census */
export function childCin(code: string, file: CaseFile, { year }: Setting): ChildCin | undefined {
  const content = censusChild(code, file, censusYear(year))
  return content && { xml: childXml(content, year), rows: [...traceOf(content, year)] }
}

/** The census of these children as a file, a child at a time. */
export function* censusOf(children: Iterable<ChildCin>, year: number, sender: Sender): Generator<string> {
  yield censusHead(censusYear(year), sender)
  for (const { xml } of children) yield xml
  yield CENSUS_END
}

/** Reads the census of these children as anybody would who is sent it, and asks every rule of the year. */
export function checkChildrenCin(children: readonly ChildCin[], at: Setting, sender: Sender): Checked {
  const reader = censusReader()
  for (const piece of censusOf(children, at.year, sender)) reader.write(piece)
  reader.end()
  const { tables } = reader.result()
  const entries: Record<string, (readonly string[])[]> = {}
  for (const { rows } of children)
    for (const row of rows) {
      entries[row.table] ??= []
      entries[row.table]?.push(row.entries)
    }
  return { asked: checkCin(census({ year: at.year, tables })), tables, entries, id: 'LAchildID' }
}
