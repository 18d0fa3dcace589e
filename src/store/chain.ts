import { hash } from 'node:crypto'
import type { Entry } from '../domain/records/entry.ts'

/** JSON with its keys in order and blanks left out, so that a value read back from the database gives the same text. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const found: Readonly<Record<string, unknown>> = Object(value)
  let text = ''
  for (const key of Object.keys(found).sort())
    if (found[key] !== undefined)
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(found[key])}`
  return `{${text}}`
}

export const digest = (text: string): string => hash('sha256', text, 'hex')

/** An entry's link: a hash of all it says, the words that were asked, and the link before it in the same file. */
export function link(entry: Entry, words: string, previous: string | null): string {
  const { id, subject, seq, type, happened, recorded, author, answers, amends, sensitivity, source } = entry
  return digest(
    canonical([
      previous,
      id,
      subject,
      seq,
      type,
      happened,
      recorded,
      author,
      answers,
      words,
      amends,
      sensitivity,
      source,
    ]),
  )
}
