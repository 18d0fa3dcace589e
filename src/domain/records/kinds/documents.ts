import { fail, ok } from '../../kernel/result.ts'
import { type Answer, type Field, type FieldOptions, field } from './field.ts'
import type { Kind, Raw } from './kind.ts'

/** A file kept with the record: the SHA-256 of its bytes, and the name it came by. */
const KEPT = /^([0-9a-f]{64}) ([^\n/\\]{1,200})$/

/** What a scan for malware says of a file. */
export type Scanned =
  | 'clean'
  /** No scanner is configured here. */
  | 'not-scanned'
  | { readonly infected: string }
  /** It is configured, and did not answer: nothing may be kept. */
  | { readonly away: string }

const several = (raw: Raw): readonly string[] =>
  (typeof raw === 'string' ? [raw] : raw).map(r => r.trim()).filter(r => r !== '')

/** Its parts: by the hash the bytes are found, and the chain of entries vouches for them. */
export function keptDocument(value: string): { readonly hash: string; readonly name: string } | undefined {
  const [, hash, name] = KEPT.exec(value) ?? []
  return hash === undefined || name === undefined ? undefined : { hash, name }
}

const kind: Kind<readonly string[]> = {
  name: 'documents',
  parse(raw) {
    const all = several(raw)
    return all.every(v => KEPT.test(v))
      ? ok([...new Set(all)])
      : fail('A file did not come whole. Choose it again, and send the form.')
  },
  print: v => v.map(d => keptDocument(d)?.name ?? d).join('; '),
  raw: v => v,
  column: 'text[]',
  cell: v => v.map(d => keptDocument(d)?.name ?? d).join('; '),
  schema: { type: 'array', items: { type: 'string', pattern: KEPT.source } },
  example: [`${'0123456789abcdef'.repeat(4)} letter.pdf`],
}

/** Files sent with a record. The page that takes them keeps their bytes and names them here by hash. */
export const documents = <const O extends FieldOptions>(
  label: string,
  options: O,
): Field<Answer<readonly string[], O>> => field(kind, label, options)
