import { ageAt, type N, toDay } from '../time.ts'
import { learned, missingTold } from '../words/decisions.ts'
import { type Case, evenings, say, workerOn } from './case.ts'

/** Episodes of going missing, for some of those of an age to, while a plan or a stay lasts. */
export function writeMissing(c: Case): void {
  const { child, rand, setting } = c
  const { start, today } = setting
  const spans = [...child.plans, ...child.stays]
  for (const s of spans) {
    const until = Math.min(today, s.to === null ? today : s.to - 12)
    for (let at = Math.max(s.from, start) + 5; at < until; ) {
      const age = ageAt(child.born, at)
      const often = age >= 14 ? 0.16 : age >= 11 ? 0.05 : 0
      const runs = rand.chance(often / 2)
        ? rand.weighted([
            [1, 60],
            [2, 22],
            [3, 12],
            [5, 6],
          ])
        : 0
      for (let i = 0, on = at; i < runs && on < until; i += 1) on = writeEpisode(c, on) + rand.int(3, 24)
      at += 182
    }
  }
}

/** One episode; gives the day it was over, or today where it lasts. */
function writeEpisode(c: Case, on: N): N {
  const { file, rand, setting } = c
  const { slips, today } = setting
  const evening = rand.chance(0.6) && on < today
  const gone = file.write(
    'missing-episode',
    on,
    evening ? evenings(c).id : workerOn(c, on).id,
    { from: toDay(on), kind: rand.chance(0.8) ? 'M' : 'A', told: say(c, on, missingTold) },
    evening ? { evening } : { prompt: true },
  )
  const back =
    on +
    rand.weighted([
      [0, 45],
      [1, 38],
      [2, 10],
      [4, 5],
      [9, 2],
    ])
  if (back > today) return today
  const slip = rand.chance(slips.rate('returnInterview', back))
  const offered = !slip || rand.chance(0.55)
  const held = slip ? (rand.chance(0.35) ? back + rand.int(4, 12) : null) : back + rand.int(0, 3)
  const known = offered && held !== null && held <= today ? held : null
  file.write(
    'returned',
    back,
    workerOn(c, back).id,
    {
      on: toDay(back),
      interviewOffered: offered,
      ...(known === null ? {} : { interviewOn: toDay(known) }),
      ...(known === null ? {} : { learned: say(c, back, learned) }),
    },
    // The interview stands in the entry of the return, so that is written when it has been held.
    { lag: known === null ? rand.int(0, 3) : known - back + rand.int(0, 1), after: gone },
  )
  return back
}
