import { type N, toDay, turns, workingOnOrAfter } from '../time.ts'
import type { Case } from './case.ts'

const homes: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  E17: [
    ['Z', 90],
    ['U', 10],
  ],
  E5: [
    ['D', 70],
    ['E', 15],
    ['U', 15],
  ],
  E6: [
    ['U', 60],
    ['K', 30],
    ['B', 10],
  ],
  E9: [
    ['X', 80],
    ['U', 20],
  ],
}
const otherHomes = [
  ['B', 45],
  ['U', 35],
  ['D', 15],
  ['Y', 5],
] as const
const activities = [
  ['F2', 30],
  ['F5', 22],
  ['P5', 6],
  ['F4', 10],
  ['F1', 8],
  ['G5', 16],
  ['G4', 5],
  ['G6', 3],
] as const
const notes = [
  'Rang and met for a coffee. College goes well; rent is the worry. Form for help with it filled in together.',
  'Came to the office. Wants to find their own place by summer; housing form sent.',
  'A text, then a walk in the park. Settled. Sees a brother each week.',
] as const

/** Whoever goes on with young people once they have left care. */
const adviser = ({ setting, child }: Case, on: N): string => {
  const team = setting.staff.teams.find(t => t.does === 'leaving-care') ?? setting.staff.teams[0]
  const workers = setting.staff.workers(team?.name ?? '', on)
  return (workers[child.number % Math.max(1, workers.length)] ?? setting.staff.manager(team?.name ?? '')).id
}

/** Contacts around each birthday with those who left care at sixteen or later, until they are 21. */
export function writeCareLeaver(c: Case): void {
  const { child, file, setting } = c
  const last = child.stays.at(-1)
  if (!last || last.to === null || turns(child.born, 16) >= last.to) return
  if (['E11', 'E12', 'E2', 'E3'].includes(last.ended ?? '')) return
  const rand = child.rand.fork('leaving care')
  for (const age of [17, 18, 19, 20, 21]) {
    const birthday = turns(child.born, age)
    const on = Math.max(last.to, workingOnOrAfter(birthday + rand.int(-12, 20)))
    if (birthday < last.to || birthday <= setting.start || on > setting.today) continue
    const lost = rand.chance(0.07)
    const home = rand.weighted(homes[last.ended ?? ''] ?? otherHomes)
    file.write(
      'care-leaver-contact',
      on,
      adviser(c, on),
      lost
        ? { on: toDay(on), touch: 'NO', activity: '0', home: '0' }
        : {
            on: toDay(on),
            touch: 'YES',
            activity: rand.weighted(activities),
            home,
            ...(home === 'X' ? {} : { suitable: rand.chance(0.93) }),
            note: rand.pick(notes),
          },
    )
  }
}
