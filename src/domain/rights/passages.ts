import { type Entry, OUTSIDE } from '../records/entry.ts'
import { keptDocument } from '../records/kinds/documents.ts'
import type { Answers } from '../records/kinds/field.ts'
import { printed } from '../records/parse.ts'
import type { RecordType } from '../records/record-type.ts'
import { knownRecordType } from '../records/registry.ts'

/** One answer of one entry, in words: what words are taken out of. */
export interface Passage {
  /** The entry, and the question. */
  readonly id: string
  readonly label: string
  readonly text: string
  /** True where it is nothing but the name of another child. */
  readonly person: boolean
}

/** One entry as it is given to whoever asked for their file. */
export interface Item {
  readonly entry: Entry
  readonly title: string
  readonly author: string
  readonly passages: readonly Passage[]
  readonly documents: readonly { readonly hash: string; readonly name: string }[]
}

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Words in which people stand by their names: of staff, and of other children. */
const named = (words: string, names: ReadonlyMap<string, string>): string =>
  words.replace(IDS, id => names.get(id) ?? 'somebody whose name is not kept here')

const passagesIn = (
  key: string,
  type: RecordType,
  answers: Answers,
  names: ReadonlyMap<string, string>,
): readonly Passage[] =>
  printed(type, answers).map(a => ({
    id: `${key}.${a.name}`,
    label: a.label,
    text: named(a.words, names),
    person: type.fields[a.name]?.kind.name === 'person',
  }))

const isAnswers = (v: unknown): v is Answers => typeof v === 'object' && v !== null && !Array.isArray(v)

const documentsIn = (answers: Answers): Item['documents'] =>
  Object.values(answers)
    .flat()
    .flatMap(v => (typeof v === 'string' ? (keptDocument(v) ?? []) : []))

/** Every id that entries name. */
export const idsNamed = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(entries.flatMap(e => [e.author, ...(JSON.stringify(e.answers).match(IDS) ?? [])])),
]

/**
 * A file for whoever asked for it: every entry as it was written, what was changed later too, question by question.
 * @param names people by the id of their file: staff, and other children
 */
export function itemsOf(entries: readonly Entry[], names: ReadonlyMap<string, string>): readonly Item[] {
  const types = new Map(entries.map(e => [e.id, e.type]))
  return entries.map(entry => {
    const type = knownRecordType(entry.type)
    const { becomes } = entry.answers
    const changed = types.get(entry.amends ?? '')
    const after = isAnswers(becomes) && changed ? becomes : {}
    const from = entry.source
      ? [{ id: `${entry.id}.source`, label: 'It came from', text: entry.source, person: false }]
      : []
    return {
      entry,
      title: changed ? `${type.title}: ${knownRecordType(changed).title.toLowerCase()}` : type.title,
      author:
        entry.author === OUTSIDE
          ? 'Sent in from outside'
          : (names.get(entry.author) ?? 'Somebody who has left'),
      passages: [
        ...passagesIn(entry.id, type, entry.answers, names),
        ...(changed ? passagesIn(`${entry.id}.becomes`, knownRecordType(changed), after, names) : []),
        ...from,
      ],
      documents: [...documentsIn(entry.answers), ...documentsIn(after)],
    }
  })
}
