import { createHash } from 'node:crypto'
import { random } from '../../seed/random.ts'
import { childCode } from '../../src/domain/kernel/ids.ts'
import { nameOf } from '../search/names.ts'

/** Something in a line that is another in each copy. */
type Kind = 'id' | 'child' | 'worker' | 'team' | 'givenName' | 'familyName' | 'address' | 'nhsNumber' | 'upn'
export interface Key {
  readonly kind: Kind
  readonly was: string
}

/** A line of a table, taken apart where copies differ: so many texts, and between them a key each. */
export interface Line {
  readonly texts: readonly string[]
  readonly keys: readonly number[]
}

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}'
const NAMED = '"(?:givenName|familyName|address|nhsNumber|upn)": ?"[^"\\\\]*"'
/** Shorter ones could be words of a code set, as L1 is a legal status. */
const CODE = '[0-9A-Z]{4,10}'
const POOL = 40_000

/** A text as a pattern finds it: “16+” is no number of sixes. */
const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const EMPTY: Line = { texts: [''], keys: [] }
/** One line after another. */
export const concat = (lines: readonly Line[]): Line =>
  lines.reduce(
    (a, b) => ({
      texts: [...a.texts.slice(0, -1), (a.texts.at(-1) ?? '') + (b.texts[0] ?? ''), ...b.texts.slice(1)],
      keys: [...a.keys, ...b.keys],
    }),
    EMPTY,
  )
export const literal = (text: string): Line => ({ texts: [text], keys: [] })
export const onlyKey = (key: number): Line => ({ texts: ['', ''], keys: [key] })

/** Takes lines apart, and keeps every key that it meets once. */
export function splitter(
  ids: ReadonlySet<string>,
  codes: ReadonlyMap<string, 'child' | 'worker'>,
  teams: readonly string[],
) {
  const unfound = [...codes.keys()].filter(code => !new RegExp(`^${CODE}$`).test(code))
  if (unfound.length > 0)
    throw new Error(`Copies of ${unfound.join(', ')} would have the same ID: an ID is of 4 to 10 characters.`)
  const keys: Key[] = []
  const places = new Map<string, number>()
  const place = (kind: Kind, was: string): number => {
    const name = `${kind} ${was}`
    const known = places.get(name)
    if (known !== undefined) return known
    places.set(name, keys.length)
    keys.push({ kind, was })
    return keys.length - 1
  }
  const pattern = new RegExp(`${NAMED}|${ID}|${teams.map(plain).join('|')}|\\b${CODE}\\b`, 'g')

  /** Which key a match is, and how much of it stands before and after the key. */
  const keyOf = (found: string): { key: number; before: string; after: string } | undefined => {
    const named = /^("(\w+)": ?")(.*)"$/.exec(found)
    const [, before = '', field, was = ''] = named ?? []
    if (
      field === 'givenName' ||
      field === 'familyName' ||
      field === 'address' ||
      field === 'nhsNumber' ||
      field === 'upn'
    )
      return { key: place(field, was), before, after: '"' }
    if (ids.has(found)) return { key: place('id', found), before: '', after: '' }
    const code = codes.get(found)
    if (code) return { key: place(code, found), before: '', after: '' }
    return teams.includes(found) ? { key: place('team', found), before: '', after: '' } : undefined
  }

  const split = (text: string): Line => {
    const texts: string[] = []
    const at: number[] = []
    let from = 0
    let open = ''
    for (const m of text.matchAll(pattern)) {
      const found = keyOf(m[0])
      if (!found) continue
      texts.push(open + text.slice(from, m.index) + found.before)
      at.push(found.key)
      open = found.after
      from = m.index + m[0].length
    }
    texts.push(open + text.slice(from))
    return { texts, keys: at }
  }
  return { split, keys, place }
}

const hashed = (text: string) => createHash('md5').update(text).digest()

let pool: readonly { readonly givenName: string; readonly familyName: string }[] | undefined
function names() {
  if (!pool) {
    const chance = random('scale/names')
    pool = Array.from({ length: POOL }, () => nameOf(chance))
  }
  return pool
}

/** An id of the same moment, and of no other copy. */
function otherId(was: string, copy: number): string {
  const tail = (BigInt(`0x${was.slice(24)}`) + BigInt(copy) * 0x9e37_79b9_7f4bn) & 0xffff_ffff_ffffn
  return was.slice(0, 24) + tail.toString(16).padStart(12, '0')
}

/** A name for a name, the same throughout a copy: brothers and sisters still share theirs. */
function otherName(kind: 'givenName' | 'familyName', was: string, copy: number): string {
  const all = names()
  return all[hashed(`${kind} ${copy} ${was}`).readUInt32BE() % all.length]?.[kind] ?? was
}

/** What stands for a key in a copy; copy 0 is the authority itself. */
export function standsFor({ kind, was }: Key, copy: number, number: number): string {
  if (copy === 0) return was
  if (kind === 'id') return otherId(was, copy)
  // Far from the IDs that chance gave the first copy.
  if (kind === 'child') return childCode(4_000_000_000 + copy * 100_000 + number)
  if (kind === 'worker') return `${was}x${copy}`
  if (kind === 'team') return `${was} ${copy + 1}`
  if (kind === 'address') return was.replace(/^\d+/, n => String(Number(n) + copy))
  if (kind === 'nhsNumber') return `${400 + copy}${was.slice(3)}`
  if (kind === 'upn') return `${was.slice(0, 1)}${100 + copy}${was.slice(4)}`
  return otherName(kind, was, copy)
}

/** Puts a line together for one copy. */
export function joined(line: Line, values: readonly string[]): string {
  let text = line.texts[0] ?? ''
  for (let i = 0; i < line.keys.length; i += 1)
    text += (values[line.keys[i] ?? -1] ?? '') + (line.texts[i + 1] ?? '')
  return text
}
