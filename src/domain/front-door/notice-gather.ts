import type { Answers } from '../records/kinds/field.ts'
import type { NoticeRow } from './notice-row.ts'

/** What is to be said of a line of the file. */
export interface LineSaid {
  readonly line: number
  readonly say: string
}

/** A notice as a contact: what was received, and each child with the line it stands on. */
export interface Notice {
  readonly number: string
  readonly line: number
  readonly received: Answers
  readonly children: readonly { readonly line: number; readonly child: Answers }[]
}

export interface Gathered {
  readonly notice: Notice
  readonly wrong: readonly LineSaid[]
  readonly repeated: readonly LineSaid[]
}

const word = (v: unknown): string =>
  typeof v === 'string'
    ? v
        .toLowerCase()
        .replace(/[^\p{L}\d]+/gu, ' ')
        .trim()
    : ''

const nhs = (child: Answers): string => String(child.nhsNumber ?? '').replace(/\s/g, '')

const key = (child: Answers): string =>
  [child.givenName, child.familyName, child.born ?? child.age, child.familyName ? '' : child.address]
    .map(word)
    .join('|')

/** Known again within one incident: by the NHS number where both have one, else by the name with the date of birth. */
export const sameChild = (a: Answers, b: Answers): boolean =>
  a.nhsNumber && b.nhsNumber ? nhs(a) === nhs(b) : key(a) === key(b)

/** The words of several lines of one incident are one text, and may be as long as one. */
const LONGEST = 20_000

/** Rows of one number are one notice: its children each once, its words each once; what the first leaves open, another tells. */
export function gather(rows: readonly NoticeRow[]): Gathered | undefined {
  const [first, ...rest] = rows
  if (!first) return undefined
  const wrong: LineSaid[] = []
  const repeated: LineSaid[] = []
  const children = [{ line: first.line, child: first.child }]
  const concerns = new Set([String(first.received.concern)])
  let received = first.received
  for (const { line, number, child, ...row } of rest) {
    if (row.received.incidentOn !== received.incidentOn) {
      const say = `${number} has another date on line ${first.line}. Check the number and the date on both.`
      wrong.push({ line, say })
      continue
    }
    const words = new Set([...concerns, String(row.received.concern)])
    if ([...words].join('\n\n').length > LONGEST) {
      const say = `With this line, the words of ${number} are longer than ${LONGEST} characters. Shorten them.`
      wrong.push({ line, say })
      continue
    }
    for (const w of words) concerns.add(w)
    received = { ...row.received, ...received }
    const before = children.find(c => sameChild(c.child, child))
    if (before) repeated.push({ line, say: `the same child of ${number} as on line ${before.line}` })
    else children.push({ line, child })
  }
  return {
    notice: {
      number: first.number,
      line: first.line,
      received: { ...received, concern: [...concerns].join('\n\n') },
      children,
    },
    wrong,
    repeated,
  }
}
