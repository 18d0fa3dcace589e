import { type Held, heldChildren } from '../../test/support/matrix-world.ts'
import { opens } from '../../test/support/oracle.ts'
import { partOf } from '../domain/access/parts.ts'
import type { Viewer } from '../domain/access/roles.ts'
import { indicators } from '../domain/indicators/indicators.ts'
import { pages } from './pages.ts'

// Every address that the walk of `matrix.test.ts` begins with, and whose page and child an address is.

const noteOf = (h: Held): string => h.file.entries.find(e => e.answers.about === h.told)?.id ?? ''
const whisperOf = (h: Held): string => h.file.entries.find(e => e.answers.about === h.whispered)?.id ?? ''

export const childPages = pages.filter(p => p.about === 'child')
const isForm = (path: string) => /\/record\/./.test(path)

const addressOf = (v: Viewer, path: string, h: Held, entry: string): string =>
  path
    .replace(':type', partOf(v.role)?.types[0] ?? 'dental-check')
    .replace(':child', h.file.code)
    .replace(':entry', entry)
    .replace(':series', 'looked-after-review')
    .replace(':due', '2026-04-11')
    .replace(':audit', `Q${heldChildren.indexOf(h) + 70}`)
    .replace(':action', '1')
    .replace(':hash', 'a'.repeat(64))
/** Of several one, in turn. */
const oneOf = <T>(of: readonly T[], turn: number): readonly T[] => of.slice(turn % of.length).slice(0, 1)

/**
 * The addresses of a child page: of every child to whom it opens, of every closed file to which it does not, and of one
 * of the others, in turn. A form that writes is opened on one child, and sent (below) to one to whom it does not open.
 */
export function addressesOf(p: (typeof childPages)[number], turn: number, v: Viewer): readonly string[] {
  const let_in = heldChildren.filter(h => opens(p, v, h))
  const kept_out = heldChildren.filter(h => !let_in.includes(h))
  if (isForm(p.path)) return oneOf(let_in, turn).map(h => addressOf(v, p.path, h, noteOf(h)))
  const entries = (h: Held) => (p.path.includes(':entry') ? [noteOf(h), whisperOf(h)] : [''])
  return [
    ...let_in.flatMap(h => entries(h).map(entry => addressOf(v, p.path, h, entry))),
    ...kept_out.filter(h => h.named).map(h => addressOf(v, p.path, h, whisperOf(h))),
    ...oneOf(
      kept_out.filter(h => !h.named),
      turn,
    ).map(h => addressOf(v, p.path, h, noteOf(h))),
  ]
}

/** What somebody may not send, since the page does not open to them: each form to one of those children, in turn. */
export const closedTo = (v: Viewer): readonly string[] =>
  childPages
    .filter(p => p.submit)
    .flatMap((p, turn) =>
      oneOf(
        heldChildren.filter(h => !opens(p, v, h)),
        turn,
      ).map(h => addressOf(v, p.path, h, noteOf(h))),
    )

/** Questions that somebody who wants to know of a child might put to the product. */
export const asked = heldChildren.flatMap((h, i) => [
  `/find?q=${h.name[0]}`,
  `/find?q=${h.file.code}`,
  `/decisions?q=${h.told}`,
  `/audits/words?q=${h.told}`,
  `/new-child?q=${h.name[0]}+${h.name[1]}`,
  `/front-door/CTC${i}AAAA`,
])

/** Pages about no child, with what is asked of lists. */
export const open = [
  ...pages
    .filter(p => p.about === 'nobody')
    .map(p => p.path.replace(':code', indicators[0]?.code ?? '').replace(/:\w+/g, 'none')),
  ...indicators.map(i => `/digest/${i.code}/children?on=10/3/2026`),
  '/?whose=mine',
  '/?whose=team',
  '/front-door?show=decided',
  '/find?q=quiet',
  '/find?q=2014-05-06',
  '/find?q=6/5/2014',
  '/desk?team=Elm',
  '/desk?team=Oak',
  '/decisions?team=Elm',
  '/early-help?show=all',
]

const parts = (path: string) => path.split(':').length
/** Of two pages at one address the server takes the one whose path leaves less open. */
const patterns = pages
  .toSorted((a, b) => parts(a.path) - parts(b.path))
  .map(page => ({
    page,
    is: new RegExp(`^${page.path.replace(/\./g, '\\.').replace(/:\w+/g, '([^/]+)')}$`),
  }))
export const pageAt = (url: string) => patterns.find(p => p.is.test(url.split('?')[0] ?? ''))?.page
export const childAt = (url: string): Held | null =>
  heldChildren.find(h => url.split(/[/?]/)[2] === h.file.code) ?? null
