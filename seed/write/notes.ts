import { type N, toDay } from '../time.ts'
import { babyNotes, decisions, eveningNotes, notes, schoolNotes } from '../words/notes.ts'
import { ageInYears, type Case, evenings, managerOn, sayAll, workerOn } from './case.ts'

/** What is written between visits: notes, calls in the evening, and what the manager decided and why. */
export function writeNotes(c: Case): void {
  const { child, rand, setting } = c
  const { start, today, slips } = setting
  for (const s of [...child.plans, ...child.stays]) {
    const until = Math.min(today, (s.to ?? today + 1) - 1)
    for (let on = Math.max(s.from, start) + rand.int(3, 120); on <= until; on += rand.int(200, 620))
      writeNote(c, on)
    for (let on = Math.max(s.from, start) + rand.int(2, 25); on <= until; on += rand.int(150, 380))
      if (!rand.chance(slips.rate('oversight', on))) writeDecision(c, on)
  }
}

function writeNote(c: Case, on: N): void {
  const { rand, setting } = c
  const evening = rand.chance(0.1) && on < setting.today
  const age = ageInYears(c, on)
  const own = rand.chance(0.4) ? (age < 2 ? babyNotes : age > 4 ? schoolNotes : notes) : notes
  const [what, about, note] = sayAll(c, on, evening ? eveningNotes : own)
  c.file.write(
    'case-note',
    on,
    evening ? evenings(c).id : workerOn(c, on).id,
    {
      on: toDay(on),
      what,
      about,
      note,
      significant: evening || rand.chance(0.12) ? 'yes' : 'no',
    },
    evening ? { evening } : {},
  )
}

function writeDecision(c: Case, on: N): void {
  const { rand } = c
  const inCare = c.child.stays.some(s => s.from <= on && (s.to === null || s.to > on))
  const [decision, reason, next] = sayAll(c, on, decisions[inCare ? 'care' : 'plan'])
  c.file.write(
    'managers-decision',
    on,
    managerOn(c, on).id,
    {
      on: toDay(on),
      decision,
      reason,
      next,
      ...(rand.chance(0.6) ? { by: toDay(on + rand.int(7, 35)) } : {}),
    },
    { lag: rand.int(0, 3) },
  )
}
