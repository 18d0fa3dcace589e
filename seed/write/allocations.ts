import type { Held } from '../care/allocations.ts'
import { ageAt, type N, toDay } from '../time.ts'
import type { Case } from './case.ts'

const endings = {
  worker: ['Assessment finished; family help goes on', 'Work finished', 'Closed: no longer needed'],
  reviewing: ['No longer looked after or with a plan'],
} as const

/** The child has a plan or is looked after: the case does not close, whoever holds it. */
const running = ({ child }: Case, on: N) =>
  [...child.plans, ...child.stays].some(s => s.from <= on && (s.to === null || s.to > on))

/** Why the case closed, from what went before. */
function closure({ child }: Case, on: N): Readonly<Record<string, string>> {
  const stay = child.stays.findLast(s => s.to !== null && s.to <= on)
  const after = (reason: string, why: string) => ({ reason, why })
  if (stay?.ended === 'E11' || stay?.ended === 'E12')
    return after('RC1', 'The child is adopted. The adoption team goes on helping.')
  if (stay?.ended === 'E2') return after('RC2', 'The child has died.')
  if (ageAt(child.born, on) >= 18)
    return after('RC7', 'Now an adult. Leaving care support goes on where it was asked for.')
  if (stay || child.plans.some(p => p.to !== null && p.to <= on))
    return after(
      'RC7',
      'Safe and settled for some months, and the family says so. School and the health visitor go on.',
    )
  return child.number % 3 === 0
    ? after('RC9', 'Needs help, and not ours: early help goes on, with a lead professional the family chose.')
    : after('RC8', 'Assessed. The family has what it needs; school knows whom to ring.')
}

/** Who was given the child, and when that ended with nobody following. */
export function writeAllocations(c: Case): void {
  const { file, held, rand, setting } = c
  const author = (h: Held) =>
    h.as === 'reviewing' ? h.by.id : setting.staff.manager(h.by.team ?? setting.staff.teams[0]?.name ?? '').id
  for (const as of ['worker', 'reviewing'] as const) {
    const own = held.filter(h => h.as === as)
    own.forEach((h, i) => {
      const before = own[i - 1]
      const same = before?.to === h.from && before.by === h.by && h.by.does !== 'assessment'
      if (!same)
        file.write(
          'allocation',
          h.from,
          author(h),
          { from: toDay(h.from), as, worker: h.by.id, team: h.by.team ?? 'Reviewing officers' },
          { lag: rand.chance(0.8) ? 0 : rand.int(1, 9) },
        )
      if (h.to === null || own[i + 1]?.from === h.to || h.to > setting.today) return
      const gap = (own[i + 1]?.from ?? Number.POSITIVE_INFINITY) - h.to
      const why =
        gap < 14
          ? 'Worker left; to be given to another this week'
          : h.unfollowed
            ? 'Worker on long leave; not yet given to another'
            : rand.pick(endings[as])
      if (as === 'worker' && gap >= 14 && !h.unfollowed && !running(c, h.to)) {
        file.write(
          'case-closed',
          h.to,
          author(h),
          { on: toDay(h.to), ...closure(c, h.to) },
          { lag: rand.int(0, 4) },
        )
        return
      }
      file.write('allocation-ended', h.to, author(h), { on: toDay(h.to), as, why }, { lag: rand.int(0, 4) })
    })
  }
}
