import type { Answers } from '../../src/domain/records/kinds/field.ts'
import { type N, toDay, turns, workingOnOrBefore } from '../time.ts'
import { lastTimes } from '../words/care.ts'
import { pathwayHome, pathwaySaid, pathwayWell, pathwayWork } from '../words/education.ts'
import { type Case, say } from './case.ts'

/** The pathway plans of a young person who was in care at sixteen, about every six months until 21. */
export function writePathway(c: Case): void {
  const { child, file, rand, setting } = c
  const stay = child.stays.at(-1)
  if (!stay || stay.ended === 'E11' || stay.ended === 'E12' || stay.ended === 'E2') return
  const first = Math.max(stay.from, turns(child.born, 16))
  if (stay.to !== null && first >= stay.to) return
  const until = Math.min(setting.today, turns(child.born, 21) - 1)
  const adviser = setting.staff.one('personal-adviser').id
  const all: N[] = []
  let at = workingOnOrBefore(first + rand.int(50, 95))
  while (at <= until) {
    all.push(at)
    at = workingOnOrBefore(at + rand.int(150, 183) + (rand.chance(0.12) ? rand.int(20, 120) : 0))
  }
  const kept = all.filter(
    (on, i) => on >= setting.start || (all[i + 1] ?? Number.POSITIVE_INFINITY) >= setting.start,
  )
  for (const on of kept) {
    const isFirst = on === all[0]
    file.write('pathway-plan', on, adviser, {
      on: toDay(on),
      stage: isFirst ? 'first' : 'reviewed',
      said: say(c, on, pathwaySaid),
      ...(isFirst ? {} : { lastDone: say(c, on, lastTimes) }),
      home: say(c, on, pathwayHome),
      work: say(c, on, pathwayWork),
      well: say(c, on, pathwayWell),
      agreed: rand.chance(0.9),
    })
  }
  writeTouch(c, adviser, stay.to, all[0], until)
}

const fresh: Answers = { touch: 'YES', activity: 'F2', home: 'U', suitable: true }

/** Between the yearly questions of the return, the adviser is in touch about every six weeks: the last months of it. */
function writeTouch(c: Case, adviser: string, left: N | null, planned: N | undefined, until: N): void {
  const { file, rand, setting } = c
  const asked = file.drafts.findLast(d => d.type === 'care-leaver-contact')
  if (left === null || planned === undefined || asked?.answers.touch === 'NO') return
  const { note: _, on: __, ...same } = asked?.answers ?? fresh
  const begins = Math.max(planned, left, asked?.happened ?? 0, setting.today - 300)
  let touch = workingOnOrBefore(setting.today - (rand.chance(0.9) ? rand.int(3, 55) : rand.int(62, 95)))
  while (touch > begins) {
    if (touch <= until) file.write('care-leaver-contact', touch, adviser, { ...same, on: toDay(touch) })
    touch = workingOnOrBefore(touch - rand.int(32, 57))
  }
}
