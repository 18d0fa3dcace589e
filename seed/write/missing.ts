import { ageAt, type N, toDay } from '../time.ts'
import { learned, missingTold } from '../words/care.ts'
import { type Case, evenings, say, workerOn } from './case.ts'
import type { Draft } from './file.ts'

const times = [
  [1, 60],
  [2, 22],
  [3, 12],
  [5, 6],
] as const
const nights = [
  [0, 45],
  [1, 38],
  [2, 10],
  [4, 5],
  [9, 2],
] as const

/** Episodes of going missing, for some of those of an age to, while a plan or a stay lasts. */
export function writeMissing(c: Case, missingNow: boolean): void {
  const { child, rand, setting } = c
  const { start, today } = setting
  for (const s of [...child.plans, ...child.stays]) {
    const until = s.to === null ? today - (missingNow ? 16 : 0) : s.to - 12
    for (let at = Math.max(s.from, start) + rand.int(5, 187); at < until; at += 182) {
      const age = ageAt(child.born, at)
      const often = age >= 14 ? 0.17 : age >= 11 ? 0.05 : 0
      const runs = rand.chance(often) ? rand.weighted(times) : 0
      for (let i = 0, on = at; i < runs && on < until; i += 1) on = writeEpisode(c, on) + rand.int(3, 24)
    }
  }
  // Not yet found.
  if (missingNow) writeGone(c, today - rand.int(0, 3))
}

function writeGone(c: Case, on: N): Draft {
  const { file, rand, setting } = c
  const evening = rand.chance(0.6) && on < setting.today
  return file.write(
    'missing-episode',
    on,
    evening ? evenings(c).id : workerOn(c, on).id,
    { from: toDay(on), kind: rand.chance(0.8) ? 'M' : 'A', told: say(c, on, missingTold) },
    evening ? { evening } : { prompt: true },
  )
}

/** One episode; gives the day it was over, or today where it lasts. */
function writeEpisode(c: Case, on: N): N {
  const { file, rand, setting } = c
  const { slips, today } = setting
  const gone = writeGone(c, on)
  const back = on + rand.weighted(nights)
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
      ...(known === null ? {} : { interviewOn: toDay(known), learned: say(c, back, learned) }),
    },
    // The interview stands in the entry of the return, so that is written when it has been held.
    { lag: known === null ? rand.int(0, 3) : known - back + rand.int(0, 1), after: gone },
  )
  return back
}
