import { cpus, release, type as system, totalmem } from 'node:os'
import { sql } from 'kysely'
import { type Rand, random } from '../seed/random.ts'
import type { Viewer } from '../src/domain/access/roles.ts'
import { addDays, type Day, dayOf, type Instant, parts } from '../src/domain/kernel/day.ts'
import { type Db, openStore } from '../src/store/connection.ts'
import { findChildren } from '../src/store/queries/find-child.ts'
import { startServer } from '../test/support/postgres.ts'
import { type Somebody, writePeople } from './search/people.ts'
import { wronged } from './search/slips.ts'

/**
 * Finds 2,000 children among 200,000 by names that were misspelt, written by ear or put the other way round, on a
 * PostgreSQL server; half of them with a date of birth, some of those wrong as well. Prints how often the right child is
 * the first or among the first three, and how long the server took. It writes nothing that stays.
 */
const PEOPLE = Number(process.argv[2] ?? 200_000)
const ASKED = Number(process.argv[3] ?? 2_000)
/** Another seed asks other questions of other children, by the same rules. */
const SEED = process.argv[4] ?? 'search/held'
/** By name alone nobody can be told from more namesakes than fit among the first three. */
const NAMESAKES = 3

const viewer: Viewer = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  name: 'Bench',
  role: 'social-worker',
  team: null,
}
const NOW = '2026-03-10T12:00:00.000Z' as Instant

const written = (d: Day): string => {
  const { year, month, date } = parts(d)
  return `${date}/${month}/${year}`
}

/** A date of birth as it is given: mostly right; else day and month swapped, or a day or a year off. */
function bornAsGiven(chance: Rand, born: Day): { readonly text: string; readonly how: string } {
  const { year, month, date } = parts(born)
  const how = chance.weighted([
    ['right', 60],
    ['swapped', 15],
    ['a day off', 15],
    ['a year off', 10],
  ] as const)
  const wrong = {
    right: born,
    swapped: dayOf(year, date, month) ?? born,
    'a day off': addDays(born, chance.pick([1, -1])),
    'a year off': dayOf(year + chance.pick([1, -1]), month, date) ?? born,
  }
  return { text: written(wrong[how]), how }
}

interface Question {
  readonly who: Somebody
  readonly text: string
  readonly kind: string
}

function questions(people: readonly Somebody[], hidden: ReadonlySet<string>): readonly Question[] {
  const chance = random(SEED)
  const nameOf = (p: Somebody) => `${p.givenName.split(' ')[0]} ${p.familyName}`
  const namesakes = new Map<string, number>()
  for (const p of people) namesakes.set(nameOf(p), (namesakes.get(nameOf(p)) ?? 0) + 1)
  const all: Question[] = []
  while (all.length < ASKED) {
    const who = chance.pick(people)
    const withBorn = all.length % 2 === 1
    if (hidden.has(who.subject) || (!withBorn && (namesakes.get(nameOf(who)) ?? 0) > NAMESAKES)) continue
    const { kind, text } = wronged(chance, who)
    if (!withBorn) all.push({ who, text, kind: `${kind}, name alone` })
    else all.push({ who, text: `${text} ${bornAsGiven(chance, who.born).text}`, kind: `${kind}, with birth` })
  }
  return all
}

const share = (n: number, of: number): string => `${((100 * n) / of).toFixed(1)} %`
const at = (sorted: readonly number[], p: number): string =>
  `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0).toFixed(1)} ms`

async function ask(db: Db, all: readonly Question[]) {
  const places: { readonly q: Question; readonly place: number; readonly ms: number }[] = []
  for (const q of all) {
    const begun = performance.now()
    const { children } = await db
      .transaction()
      .execute(tx => findChildren(tx, viewer, NOW, q.text, { limit: 20, offset: 0 }))
    const ms = performance.now() - begun
    places.push({ q, ms, place: children.findIndex(c => c.subject === q.who.subject) + 1 })
  }
  return places
}

function tell(places: Awaited<ReturnType<typeof ask>>) {
  const kinds = [...new Set(places.map(p => p.q.kind))].sort()
  const line = (name: string, list: typeof places) => {
    const first = list.filter(p => p.place === 1).length
    const three = list.filter(p => p.place >= 1 && p.place <= 3).length
    console.log(
      `${name.padEnd(26)} ${String(list.length).padStart(5)}   first ${share(first, list.length).padStart(7)}   first three ${share(three, list.length).padStart(7)}`,
    )
  }
  for (const kind of kinds)
    line(
      kind,
      places.filter(p => p.q.kind === kind),
    )
  line(
    'all, name alone',
    places.filter(p => p.q.kind.endsWith('name alone')),
  )
  line('all', places)
  const ms = places.map(p => p.ms).toSorted((a, b) => a - b)
  console.log(
    `time of the server: p50 ${at(ms, 0.5)}, p95 ${at(ms, 0.95)}, p99 ${at(ms, 0.99)}, most ${at(ms, 1)}`,
  )
  if (process.env.MISSED)
    for (const p of places.filter(q => q.place < 1 || q.place > 3))
      console.log(
        `missed (${p.place}): ${p.q.text} ← ${p.q.who.givenName} ${p.q.who.familyName} ${p.q.who.born}`,
      )
  if (process.env.SLOW)
    for (const p of places.toSorted((a, b) => b.ms - a.ms).slice(0, 30))
      console.log(`${p.ms.toFixed(0)} ms ${p.q.text}`)
}

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${system()} ${release()}, Node ${process.version}`,
)
const server = await startServer()
try {
  const store = await openStore({ url: server.url })
  const begun = performance.now()
  const people = await writePeople(store.db, PEOPLE)
  await sql`select refresh_statistics()`.execute(store.db)
  const hidden = await store.db
    .selectFrom('person')
    .select('subject')
    .where('restricted', '=', true)
    .execute()
  console.log(
    `${people.length} people, ${hidden.length} of them restricted, written in ${((performance.now() - begun) / 1000).toFixed(0)} s; ${new Set(people.map(p => p.familyName)).size} family names, ${new Set(people.map(p => p.givenName)).size} given names`,
  )
  const all = questions(people, new Set(hidden.map(h => h.subject)))
  await ask(store.db, all.slice(0, 50))
  tell(await ask(store.db, all))
  await store.close()
} finally {
  server.stop()
}
