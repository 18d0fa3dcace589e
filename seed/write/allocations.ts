import type { Held } from '../care/allocations.ts'
import { toDay } from '../time.ts'
import type { Case } from './case.ts'

const endings = {
  worker: ['Assessment finished; family help goes on', 'Work finished', 'Closed: no longer needed'],
  reviewing: ['No longer looked after or with a plan'],
} as const

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
      file.write('allocation-ended', h.to, author(h), { on: toDay(h.to), as, why }, { lag: rand.int(0, 4) })
    })
  }
}
