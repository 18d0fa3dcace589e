import type { PlannedStay } from '../population/child.ts'
import { ageAt, type N, plusWorking, toDay, turns, workingOnOrAfter, workingOnOrBefore } from '../time.ts'
import { lastTargets, premium, ratings, schools, schoolViews, targets } from '../words/education.ts'
import { ageInYears, type Case, say, workerOn } from './case.ts'

/** Plans that were made in time or late, from the first to the last of a stay; some terms go without one. */
function days(c: Case, stay: PlannedStay): readonly N[] {
  const { child, setting } = c
  const { rand } = c
  const until = Math.min(setting.today, (stay.to ?? setting.today + 1) - 1, turns(child.born, 18) - 1)
  const first = Math.max(stay.from, turns(child.born, 3))
  const made: N[] = []
  let at = workingOnOrBefore(plusWorking(first, 20) - rand.int(0, 9))
  if (rand.chance(0.12)) at = workingOnOrAfter(at + rand.int(12, 50))
  while (at <= until) {
    made.push(at)
    at = workingOnOrBefore(at + rand.int(92, 118) + (rand.chance(0.07) ? rand.int(30, 90) : 0))
  }
  const before = made.filter(n => n < setting.start)
  return [...before.slice(-1), ...made.filter(n => n >= setting.start)]
}

/** Where the child learns: named when care began, and again where the school was changed with the home. */
function writePlace(c: Case, stay: PlannedStay): void {
  const { child, file, rand, setting } = c
  const on = Math.max(stay.from, turns(child.born, 4), setting.start)
  if (on > setting.today || (stay.to !== null && on >= stay.to) || ageAt(child.born, on) >= 18) return
  const age = ageInYears(c, on)
  const away = rand.chance(0.2)
  const at = age < 11 ? rand.int(0, 2) : rand.int(3, 5)
  const none = rand.chance(0.02)
  file.write('education-place', on, workerOn(c, on).id, {
    from: toDay(on),
    ...(none
      ? { kind: 'none', why: 'Moved out of reach of the last school; a place is asked for in the new one' }
      : {
          kind: age < 5 ? 'early' : age >= 16 ? 'college' : rand.chance(0.08) ? 'special' : 'school',
          name:
            age < 5
              ? 'Little Saltings Nursery'
              : age >= 16
                ? 'Eastmere College'
                : (schools[at] ?? schools[0]).replace('{y}', String(Math.max(1, age - 4))),
          away,
        }),
  })
}

/** The education plans of one stay, and what the virtual school head thought of the latest. */
export function writeEducation(c: Case, stay: PlannedStay): void {
  const { child, file, rand, setting } = c
  if (child.unborn) return
  const planned = days(c, stay)
  if (stay.to === null || stay.to > setting.start) writePlace(c, stay)
  planned.forEach((on, i) => {
    const group = ageInYears(c, on) < 5 ? 'young' : 'older'
    file.write('education-plan', on, workerOn(c, on).id, {
      on: toDay(on),
      stage: 'agreed',
      views: say(c, on, schoolViews[group]),
      progress: rand.weighted([
        ['expected', 55],
        ['less', 28],
        ['more', 12],
        ['unknown', 5],
      ]),
      ...(group === 'older'
        ? { attendance: rand.int(78, 100), missed: rand.chance(0.08) ? rand.int(1, 6) : 0 }
        : {}),
      ...(i > 0 ? { lastTargets: say(c, on, lastTargets) } : {}),
      targets: say(c, on, targets[group]),
      knows: rand.chance(0.84),
      ...(group === 'older' ? { premium: say(c, on, premium) } : {}),
    })
    writeRating(c, on)
  })
}

/** What the virtual school head thought of a plan of the last months, some weeks later. */
function writeRating(c: Case, plan: N): void {
  const { file, rand, setting } = c
  const on = workingOnOrAfter(plan + rand.int(6, 25))
  const grade = rand.weighted([
    ['good', 58],
    ['mend', 31],
    ['weak', 11],
  ] as const)
  if (plan <= setting.today - 200 || on > setting.today || !rand.chance(0.7)) return
  file.write('education-plan-rating', on, setting.staff.one('virtual-head').id, {
    on: toDay(on),
    of: toDay(plan),
    grade,
    why: say(c, on, ratings[grade]),
  })
}
