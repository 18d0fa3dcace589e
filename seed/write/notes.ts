import { type N, toDay } from '../time.ts'
import { eveningNotes, managerDecisions, notes } from '../words/decisions.ts'
import { type Case, evenings, managerOn, say, workerOn } from './case.ts'

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
  const [what, about, note] = rand.pick(evening ? eveningNotes : notes)
  c.file.write(
    'case-note',
    on,
    evening ? evenings(c).id : workerOn(c, on).id,
    {
      on: toDay(on),
      what,
      about: say(c, on, [about]),
      note: say(c, on, [note]),
      significant: evening || rand.chance(0.12) ? 'yes' : 'no',
    },
    evening ? { evening } : {},
  )
}

function writeDecision(c: Case, on: N): void {
  const { rand } = c
  const [decision, reason, next] = rand.pick(managerDecisions)
  c.file.write(
    'managers-decision',
    on,
    managerOn(c, on).id,
    {
      on: toDay(on),
      decision,
      reason: say(c, on, [reason]),
      next: say(c, on, [next]),
      ...(rand.chance(0.6) ? { by: toDay(on + rand.int(7, 35)) } : {}),
    },
    { lag: rand.int(0, 3) },
  )
}
