import { type PlannedPlacement, placements } from '../care/placements.ts'
import { thin } from '../care/rounds.ts'
import { placementVisits } from '../care/visits.ts'
import type { PlannedStay } from '../population/child.ts'
import { ageAt, type N, toDay } from '../time.ts'
import { decisions, lastTimes, reasons, urgentReasons, views } from '../words/care.ts'
import { writeAdoption } from './adoption.ts'
import { type Case, evenings, managerOn, reviewerOn, say, workerOn } from './case.ts'
import type { Draft } from './file.ts'
import { lawful, writePlacement } from './placement.ts'
import { needWeights } from './referral.ts'
import { writeLateReason, writeVisit } from './visit.ts'

const adopted = (stay: PlannedStay) => stay.ended === 'E11' || stay.ended === 'E12'

/** A manager's signature on most of what needs one; what is new still waits. */
function sign(c: Case, draft: Draft, on: N): void {
  const { rand, setting } = c
  if (draft.source === null && on > setting.today - 12 ? !rand.chance(0.45) : !rand.chance(0.97)) return
  const comment = rand.chance(0.12)
    ? { comment: 'Thank you: clear, and the child’s own words are there.' }
    : {}
  c.file.write('signature', null, managerOn(c, on).id, comment, { amends: draft, lag: rand.int(0, 9) })
}

/** Under which law: often by agreement first, or by the court at once; then what the court decides. */
function writeLegal(
  c: Case,
  stay: PlannedStay,
  urgent: boolean,
  placed: N,
): readonly (readonly [string, N])[] {
  const { child, rand, setting } = c
  const age = ageAt(child.born, stay.from)
  const until = stay.to ?? setting.today + 1
  const first = urgent ? 'L1' : age >= 15 ? (rand.chance(0.94) ? 'V2' : 'J1') : rand.chance(0.5) ? 'V2' : 'C1'
  const path: [string, N][] = [[first, stay.from]]
  if (first === 'L1') path.push(['C1', stay.from + 3])
  if (first === 'V2' && (adopted(stay) || (age < 13 && rand.chance(0.5))))
    path.push(['C1', stay.from + rand.int(30, 120)])
  if (path.some(([s]) => s === 'C1')) path.push([adopted(stay) ? 'E1' : 'C2', stay.from + rand.int(170, 290)])
  // The court's order for adoption comes before the child is placed with the adopters.
  for (const step of path) if (step[0] === 'E1') step[1] = Math.min(step[1], placed)
  const known = path.filter(([, on], i) => {
    const next = path[i + 1]
    return on < until && (next === undefined || next[1] > setting.start)
  })
  for (const [status, on] of known)
    c.file.write('legal-status', on, workerOn(c, on).id, { from: toDay(on), status }, { lag: rand.int(0, 6) })
  return path
}

/** A guardian who fostered the child is one with whom the child was placed. */
const endOf = (stay: PlannedStay, last: PlannedPlacement | undefined) =>
  stay.ended === 'E46' && !last?.type.startsWith('U') ? 'E48' : stay.ended

/** Had the child left care for good before? Nobody asks where that care was here. */
function permanence({ child }: Case, stay: PlannedStay) {
  if (child.stays.some(s => s.from < stay.from && /^E(11|12|4[1-8])$/.test(s.ended ?? ''))) return {}
  const before = child.number % 37 === 5 && ageAt(child.born, stay.from) >= 6
  const on = `zz/05/${toDay(child.born + 1100).slice(0, 4)}`
  return before ? { permanence: 'P3', permanenceOn: on, permanenceBy: 'WAL' } : { permanence: 'Z1' }
}

function writeReviews(c: Case, stay: PlannedStay): void {
  const { file, rand, setting } = c
  const own = (setting.reviews.get(c.child) ?? []).filter(
    r => r.on >= stay.from && (stay.to === null || r.on < stay.to),
  )
  const kept = new Set(thin(own, setting.start, 2))
  own.forEach((r, i) => {
    if (!kept.has(r)) return
    const spoke = r.part !== 'PN0' && r.part !== 'PN4' && r.part !== 'PN7'
    const held = file.write('looked-after-review', r.on, reviewerOn(c, r.on).id, {
      heldOn: toDay(r.on),
      participation: r.part,
      ...(spoke && rand.chance(0.7)
        ? { views: say(c, r.on, views[ageAt(c.child.born, r.on) < 6 ? 'small' : 'older']) }
        : {}),
      ...(i > 0 && rand.chance(0.7) ? { lastDone: say(c, r.on, lastTimes) } : {}),
      decisions: say(c, r.on, decisions),
    })
    sign(c, held, r.on)
    writeLateReason(c, 'looked-after-review', r, held)
  })
}

/** One stay in care: how it began, the law, the homes, the visits and reviews, and how it ended. */
export function writeStay(c: Case, stay: PlannedStay): void {
  const { child, file, rand, setting } = c
  const { start, today, slips, profile } = setting
  const urgent =
    rand.chance(0.06) && ageAt(child.born, stay.from) < 16 && stay.from < today && stay.from > start
  const author = urgent ? evenings(c) : workerOn(c, stay.from)
  file.write(
    'became-looked-after',
    stay.from,
    author.id,
    {
      from: toDay(stay.from),
      need: rand.weighted(needWeights),
      ...permanence(c, stay),
      ...(urgent || rand.chance(0.8) ? { why: say(c, stay.from, urgent ? urgentReasons : reasons) } : {}),
    },
    urgent ? { evening: true } : { lag: rand.int(0, 2) },
  )
  const planned = placements(child, stay, today, profile.codes)
  const placed = planned.find(p => p.type.startsWith('A'))?.from ?? Number.POSITIVE_INFINITY
  const path = writeLegal(c, stay, urgent, placed)
  const all = planned.map(p => lawful(p, path))
  writeAdoption(c, stay, path.find(([status]) => status === 'E1')?.[1], all)
  for (const p of all) {
    if (p.to !== null && p.to <= start) continue
    sign(c, writePlacement(c, p), p.from)
    for (const t of thin(placementVisits(child, p, today, slips, rand.fork(`visits ${p.from}`)), start, 0))
      writeVisit(c, 'looked-after-visit', t)
  }
  writeReviews(c, stay)
  if (stay.to !== null)
    file.write(
      'ceased-looked-after',
      stay.to,
      workerOn(c, stay.to - 1).id,
      {
        on: toDay(stay.to),
        reason: endOf(stay, all.at(-1)),
        ...(adopted(stay) ? { named: managerOn(c, stay.to - 1).id } : {}),
      },
      { lag: rand.int(0, 7) },
    )
}
