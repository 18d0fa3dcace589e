import type { PlannedStay } from '../population/child.ts'
import { type N, plusMonths, toDay } from '../time.ts'
import { healthNeeds, missedHealth } from '../words/care.ts'
import { ageInYears, type Case, say, workerOn } from './case.ts'

/** What was kept of the time before records were moved over: the last of each. */
const kept = <T>(list: readonly T[], on: (x: T) => N, start: N): T[] => {
  const inOrder = list.toSorted((a, b) => on(a) - on(b))
  const before = inOrder.filter(x => on(x) < start)
  return [...before.slice(-1), ...inOrder.filter(x => on(x) >= start)]
}

const self = (n: N) => n

/** The health rounds of one stay: assessments, teeth, immunisations, the questionnaire. */
export function writeHealth(c: Case, stay: PlannedStay): void {
  const { file, rand, setting } = c
  const plan = setting.health.get(stay)
  if (!plan) return
  const author = (on: N) => workerOn(c, on).id
  const since = (n: N) => n >= stay.from
  const { start, today } = setting
  const assessments = plan.assessments.filter(since)
  for (const on of kept(assessments, self, start))
    file.write('health-assessment', on, author(on), {
      on: toDay(on),
      outcome: 'held',
      ...(rand.chance(0.8)
        ? { needs: say(c, on, healthNeeds[ageInYears(c, on) < 5 ? 'young' : 'older']) }
        : {}),
    })
  // One that was booked and not held, where none has been held for long.
  const last = Math.max(stay.from, ...assessments)
  const missed = plusMonths(last, 12) + rand.int(-10, 30)
  if (stay.to === null && missed > start && missed < today && rand.chance(0.5)) {
    const outcome = rand.chance(0.75) ? 'missed' : 'refused'
    file.write('health-assessment', missed, author(missed), {
      on: toDay(missed),
      outcome,
      why:
        outcome === 'refused'
          ? 'Said no, and may change their mind: nurse will write'
          : rand.pick(missedHealth),
    })
  }
  for (const on of kept(plan.dental.filter(since), self, start))
    file.write('dental-check', on, author(on), {
      on: toDay(on),
      ...(rand.chance(0.2) ? { note: 'Come back in six months' } : {}),
    })
  for (const i of kept(plan.immunisations, x => x.on, start))
    if (since(i.on))
      file.write('immunisation', i.on, author(i.on), {
        on: toDay(i.on),
        upToDate: i.upToDate,
        ...(i.upToDate ? {} : { missing: 'Pre-school booster; nurse to give it within a month' }),
      })
  for (const on of kept(plan.sdq.filter(since), self, start)) writeScore(c, on)
}

function writeScore(c: Case, on: N): void {
  const { file, rand } = c
  const scored = rand.chance(0.94)
  const score = Math.min(40, Math.max(0, Math.round(8 + rand.exponential(6) - rand.next() * 6)))
  file.write('sdq', on, workerOn(c, on).id, {
    on: toDay(on),
    scored,
    ...(scored ? { score } : { reason: rand.pick(['SDQ2', 'SDQ4', 'SDQ5']) }),
  })
}
