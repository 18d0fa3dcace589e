import { addressAt } from '../people/postcodes.ts'
import { toDay } from '../time.ts'
import { meant, seen } from '../words/seen.ts'
import { ageInYears, type Case, managerOn, say, workerOn } from './case.ts'

/** What is rare and real: a file closed to all but a few, an entry in the wrong file, a correction of who a child is. */
export function writeUntidiness(c: Case, named: readonly string[] | null, strayVisit: boolean): void {
  const { child, file, rand, setting } = c
  const last = setting.today - rand.int(20, 120)
  const on = Math.max(c.first, child.born, last, setting.start)
  if (named)
    file.write(
      'restriction',
      on,
      managerOn(c, on).id,
      {
        from: toDay(on),
        restricted: true,
        named: named.join(' '),
        reason: 'A relative of the child works for the council. Only those who work with the child may look.',
      },
      { prompt: true },
    )
  if (strayVisit) {
    const author = workerOn(c, on).id
    const stray = file.write(
      'statutory-visit',
      on,
      author,
      {
        visitedOn: toDay(on),
        seen: 'with-others',
        views: say(c, on, seen[ageInYears(c, on) < 5 ? 'small' : 'middle']),
        next: say(c, on, meant),
      },
      { lag: 1 },
    )
    file.write(
      'withdrawal',
      null,
      author,
      { why: 'Written in the wrong child’s file; now in the right one' },
      { amends: stray, lag: 2 },
    )
  }
  const first = file.drafts.find(d => d.type === 'person-details' && d.answers.unborn === false)
  if (first && rand.chance(0.012) && first.source === null)
    file.write(
      'amendment',
      null,
      first.author,
      {
        why: 'House number was wrong',
        becomes: { ...first.answers, address: addressAt(rand.int(100, 140), 'Old Ropewalk', 'Saltings') },
      },
      { amends: first },
    )
}
