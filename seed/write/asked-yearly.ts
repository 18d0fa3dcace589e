import { day } from '../../src/domain/kernel/day.ts'
import type { PlannedStay } from '../population/child.ts'
import { ageAt, type N, toDay, toNumber, turns, workingOnOrBefore } from '../time.ts'
import { type Case, workerOn } from './case.ts'

interface Year {
  readonly from: N
  readonly to: N
}

/** The collection years that the history reaches into, the one that runs too. */
function years(start: N, today: N): Year[] {
  const first = Number(toDay(start).slice(0, 4)) - 1
  const last = Number(toDay(today).slice(0, 4))
  const all: Year[] = []
  for (let y = first; y <= last; y += 1)
    all.push({ from: toNumber(day(`${y}-04-01`)), to: toNumber(day(`${y + 1}-03-31`)) })
  return all.filter(y => y.to > start && y.from <= today)
}

const written = (c: Case, type: string, y: Year) =>
  c.file.drafts.some(
    d => d.type === type && d.happened !== null && d.happened >= y.from && d.happened <= y.to,
  )

/** Where no questionnaire came back by March, the worker says why: the return asks. */
function writeNoScore(c: Case, y: Year): void {
  const { child, file, setting } = c
  const asked = turns(child.born, 4) <= y.to && turns(child.born, 17) > y.from
  if (!asked || y.to > setting.today || written(c, 'sdq', y)) return
  const rand = child.rand.fork(`no score ${y.from}`)
  const on = workingOnOrBefore(y.to - rand.int(2, 20))
  const reason =
    ageAt(child.born, on) < 4 || ageAt(child.born, on) >= 17 ? 'SDQ1' : rand.pick(['SDQ2', 'SDQ4', 'SDQ5'])
  file.write('sdq', on, workerOn(c, on).id, { on: toDay(on), scored: false, reason })
}

/** The health visitor's checks of the youngest. */
function writeDevelopment(c: Case, y: Year): void {
  const { child, file, setting } = c
  if (ageAt(child.born, y.to) >= 5) return
  const rand = child.rand.fork(`development ${y.from}`)
  const on = workingOnOrBefore(y.from + rand.int(40, 330))
  if (on > setting.today || on <= setting.start) return
  const upToDate = rand.chance(0.9)
  file.write('development-check', on, workerOn(c, on).id, {
    on: toDay(on),
    upToDate,
    ...(upToDate ? {} : { missing: 'The check at two years; health visitor to come this month' }),
  })
}

/** What a few young people are troubled by, and what the law made of it. */
function writeTrouble(c: Case, y: Year): void {
  const { child, file, setting } = c
  if (ageAt(child.born, y.from) < 13) return
  const rand = child.rand.fork(`trouble ${y.from}`)
  const on = workingOnOrBefore(y.from + rand.int(20, 340))
  const [drugs, offence] = [rand.chance(0.06), rand.chance(0.035)]
  if (on > setting.today || on <= setting.start) return
  const author = workerOn(c, on).id
  const held = { sensitivity: 'confidential' } as const
  if (drugs) {
    const help = rand.weighted([
      ['received', 6],
      ['refused', 4],
    ] as const)
    file.write('substance-misuse', on, author, { on: toDay(on), problem: true, help }, held)
  }
  if (offence)
    file.write(
      'offence',
      on,
      author,
      {
        on: toDay(on),
        convicted: true,
        what: rand.pick(['Criminal damage', 'Shoplifting', 'Common assault']),
      },
      held,
    )
}

/** What the national return asks of a child who is in care all year, and a worker writes down for the child's sake too. */
export function writeAskedYearly(c: Case, stay: PlannedStay): void {
  const { start, today } = c.setting
  for (const y of years(start, today)) {
    if (stay.from > y.from || (stay.to !== null && stay.to <= Math.min(y.to, today))) continue
    writeNoScore(c, y)
    writeDevelopment(c, y)
    writeTrouble(c, y)
  }
}
