import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client, type Seen } from '../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../test/support/children.ts'
import { type Changes, changed, changes, HOSTILE, hostile } from '../../test/support/hostile.ts'
import { cast } from '../../test/support/people.ts'
import { day } from '../domain/kernel/day.ts'
import { rawAnswers } from '../domain/records/parse.ts'
import { findRecordType } from '../domain/records/registry.ts'
import { pages, publicPages } from './pages.ts'

// How often is said by the environment where somebody wants to go on longer: see `npm run fuzz`.
const RUNS = Number(process.env.FUZZ_RUNS ?? 80)
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_121)

const file = givenFile()
const people = [cast.manager, cast.worker, cast.director, cast.auditor, cast.analyst, cast.reviewer]

let app: App
const clients: Client[] = []
const faults = new Set<string>()
beforeAll(async () => {
  app = await appWith(subjectsOf([file]), entriesOf([file]))
  for (const person of people) clients.push(await app.signInAs(person))
})
afterAll(async () => await app.close())

/** An address of a page: the child is ours, and what else it asks is as given. */
const at = (path: string, given: readonly string[]): string => {
  let n = 0
  return path.replace(/:(\w+)/g, (_, name: string) => {
    if (name === 'child') return file.code
    n += 1
    return encodeURIComponent(given[(n - 1) % given.length] || 'x')
  })
}

const asked = fc.record({
  params: fc.array(hostile, { minLength: 1, maxLength: 3 }),
  query: fc.array(
    fc.tuple(
      fc.constantFrom(
        'page',
        'q',
        'on',
        'from',
        'to',
        'team',
        'worker',
        'show',
        'done',
        'for',
        'then',
        'tool',
        'by',
        'kind',
        'look',
        'code',
        'known',
        '__proto__',
      ),
      hostile,
    ),
    { maxLength: 4 },
  ),
})

const withQuery = (path: string, query: readonly (readonly [string, string])[]): string =>
  query.length === 0 ? path : `${path}?${new URLSearchParams(query.map(([n, v]) => [n, v]))}`

/** Nothing that was sent is a tag of the page, or a header of its own; and nothing is a fault of ours. */
function sound(seen: Seen, what: string): void {
  const say = (fault: string) => faults.add(`${fault}: ${what.slice(0, 600)}`)
  if (seen.status >= 500) say(String(seen.status))
  if (/<script>alert\(1\)|<img src=x|href="\s*javascript:/i.test(seen.html)) say('markup')
  if (String(seen.headers['set-cookie'] ?? '').includes('a=b')) say('a header of its own')
  if (seen.to !== undefined && !/^\/(?![/\\])/.test(seen.to)) say(`leads to ${seen.to}`)
}

async function run<T>(
  of: fc.Arbitrary<T>,
  numRuns: number,
  work: (given: T) => Promise<void>,
): Promise<void> {
  await fc.assert(fc.asyncProperty(of, work), { seed: SEED, numRuns, endOnFailure: true })
  expect([...faults]).toEqual([])
}

const one = <T>(of: readonly T[], n: number): T => {
  const found = of[n % of.length]
  if (found === undefined) throw new Error('There is nothing to choose from')
  return found
}
const which = fc.record({ page: fc.nat(), person: fc.nat() })

describe('a page asked for in any words', () => {
  test('is answered, never with a fault of ours, and never with what was sent as markup', () =>
    run(fc.tuple(which, asked), RUNS * 2, async ([{ page, person }, { params, query }]) => {
      const path = withQuery(at(one(pages, page).path, params), query)
      sound(await one(clients, person).get(path), `GET ${path}`)
    }))

  test('names that every object has are not found in any table of ours', async () => {
    for (const [n, page] of pages.entries()) {
      const path = at(page.path, [n % 2 === 0 ? 'constructor' : '__proto__'])
      if (path.includes('const') || path.includes('__proto__'))
        sound(await one(clients, 2).get(path), `GET ${path}`)
    }
    expect([...faults]).toEqual([])
  })
})

const forms = pages.filter(p => p.submit)

async function send(path: string, client: Client, how: Changes): Promise<void> {
  const seen = await client.get(path)
  const form = seen.forms[how.strange.length % Math.max(1, seen.forms.length)]
  const fields = changed(form?.fields ?? {}, form?.names ?? [], how)
  const sent = { ...fields, _csrf: form?.fields._csrf ?? '' }
  sound(await client.raw(form?.is.action ?? path, sent), `POST ${path} ${JSON.stringify(fields)}`)
}

describe('a form sent with anything', () => {
  const params = fc.array(hostile, { minLength: 1, maxLength: 3 })

  test('is answered, never with a fault of ours', () =>
    run(fc.tuple(which, params, changes), RUNS, ([{ page, person }, given, how]) =>
      send(at(one(forms, page).path, given), one(clients, person), how),
    ))

  test('by anybody, without an account: the same', () =>
    run(fc.tuple(fc.nat(), params, changes), Math.ceil(RUNS / 4), ([page, given, how]) =>
      send(at(one(publicPages, page).path, given), app.browser(), how),
    ))

  test('what was written by all this reads back: every answer is one that its question takes', async () => {
    const entries = await app.store.db.selectFrom('entry').select(['type', 'answers']).execute()
    expect(entries.length).toBeGreaterThan(19)
    for (const { type, answers } of entries) {
      const known = findRecordType(type)
      expect(known, type).toBeDefined()
      if (!known) continue
      for (const [name, field] of Object.entries(known.fields)) {
        const value = Object(answers)[name]
        if (value === undefined || value === null) continue
        const raw = rawAnswers(known, { [name]: value })[name]
        const read =
          raw === undefined
            ? null
            : field.kind.parse(raw, { today: day('2026-03-10'), born: null, unborn: false })
        expect(read?.ok, `${type}.${name}: ${JSON.stringify(value)}`).toBe(true)
      }
    }
  })
})

test('what is hostile is of many kinds', () => expect(new Set(HOSTILE).size).toBe(HOSTILE.length))
