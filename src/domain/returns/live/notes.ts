import { type CollectionCode, columnsOf, fieldsFor, notYet, typesFor } from '../fields.ts'
import { type Checked, cellAt, entriesAt, type LiveIssue, liveIssues } from './checked.ts'

/** What a national return would say of something that is being recorded. It is told, and stands in nobody's way. */
export interface ReturnNote {
  readonly rule: string
  /** An error stops the return, a query is asked about; what is left out stands in no return. */
  readonly weight: 'error' | 'query' | 'left-out'
  /** The question it is about; null where it is about the record as a whole. */
  readonly field: string | null
  readonly says: string
  readonly todo: string
  /** The record types by which what is still blank would be filled; only where no question here is meant. */
  readonly wants: readonly string[]
}

/** The same fault, in two returns whose rows stand in other places: what the rule speaks of is as it was. */
const sameness = (checked: Checked, issue: LiveIssue): string =>
  [issue.rule.code, issue.table, ...issue.rule.fields.map(c => cellAt(checked, issue, c) ?? '')].join(
    '\u0000',
  )

/** The issues that are there because of one entry: those of which there are more with it than without it. */
function because(before: Checked, after: Checked, entry: string): readonly LiveIssue[] {
  const were = Map.groupBy(liveIssues(before), i => sameness(before, i))
  return [...Map.groupBy(liveIssues(after), i => sameness(after, i))].flatMap(([key, now]) => {
    if (now.length <= (were.get(key)?.length ?? 0)) return []
    return now.find(i => entriesAt(after, i).includes(entry)) ?? now[0] ?? []
  })
}

/** More records than these would be no help. */
const MOST = 2

interface Written {
  readonly id: string
  readonly type: string
  /** True of a question that is asked, the other answers being what they are. */
  readonly asks: (field: string) => boolean
}

/** Of the questions that feed what the rule speaks of, one that is still blank in the return; else the last asked. */
function fieldOf(
  collection: CollectionCode,
  after: Checked,
  issue: LiveIssue,
  entry: Written,
): string | null {
  const fields = columnsOf(collection, issue.rule)
  const own = fieldsFor(collection, entry.type, fields).filter(entry.asks)
  const blank = fields.filter(column => cellAt(after, issue, column) === null && !notYet.has(column))
  return own.find(f => fieldsFor(collection, entry.type, blank).includes(f)) ?? own.at(-1) ?? null
}

function wantsOf(
  collection: CollectionCode,
  after: Checked,
  issue: LiveIssue,
  type: string,
): readonly string[] {
  const fields = columnsOf(collection, issue.rule)
  const blank = typesFor(
    collection,
    fields.filter(column => cellAt(after, issue, column) === null),
  )
  return (blank.length > 0 ? blank : typesFor(collection, fields)).filter(t => t !== type).slice(0, MOST)
}

/**
 * What a return says because of one entry, each rule once.
 * @param before the child's return without the entry
 * @param after the child's return with it
 */
export function notesOf(
  collection: CollectionCode,
  before: Checked,
  after: Checked,
  entry: Written,
): readonly ReturnNote[] {
  const found = new Map<string, ReturnNote>()
  for (const issue of because(before, after, entry.id)) {
    const { rule } = issue
    const field = fieldOf(collection, after, issue, entry)
    if (found.has(rule.code) && field === null) continue
    found.set(rule.code, {
      rule: rule.code,
      weight: rule.severity,
      field,
      says: rule.says,
      todo: rule.todo,
      wants: field === null ? wantsOf(collection, after, issue, entry.type) : [],
    })
  }
  return [...found.values()]
}
