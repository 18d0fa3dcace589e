import { toDay } from '../time.ts'
import { calls, concerns, nextSteps, reasons, referrers } from '../words/referral.ts'
import { kindOn } from './assessment.ts'
import { type Case, dutyManager, evenings, say, sayAll, workerOn } from './case.ts'
import { referenceOf } from './contacts.ts'

export const needWeights = [
  ['N1', 56],
  ['N2', 6],
  ['N3', 7],
  ['N4', 10],
  ['N5', 14],
  ['N6', 4],
  ['N8', 3],
] as const

/** Referrals as they came and as they were decided; some come in the evening and are taken by those on then. */
export function writeReferrals(c: Case): void {
  const { child, file, rand, setting, decided } = c
  for (const r of child.referrals) {
    const evening = rand.chance(0.09) && r.on < setting.today
    const [source, , who] = evening
      ? (['6', 0, 'police'] as const)
      : rand.weighted(referrers.map(x => [x, x[1]] as const))
    const taker = evening ? evenings(c) : workerOn(c, r.on)
    const reference = referenceOf(child, r.on, setting.today)
    const how = evening ? { evening } : { prompt: true }
    const came = file.write(
      'referral-received',
      r.on,
      taker.id,
      {
        receivedOn: toDay(r.on),
        source,
        concern: say(c, r.on, concerns[who]),
        ...(reference ? { reference } : {}),
      },
      how,
    )
    const on = decided.get(r.on)
    if (on === undefined || on > setting.today) continue
    const accepted = r.decision === 'assess' || r.decision === 'protect'
    file.write(
      'referral-decided',
      on,
      evening && on === r.on ? taker.id : dutyManager(c).id,
      {
        decidedOn: toDay(on),
        decision: r.decision,
        ...(accepted ? { need: rand.weighted(needWeights), assessment: kindOn(on) } : {}),
        reasons: say(c, on, reasons[r.decision]),
        ...(accepted ? { next: say(c, on, nextSteps) } : {}),
      },
      evening && on === r.on ? { evening, after: came } : { lag: 0, after: came },
    )
    if (!accepted && rand.chance(0.5)) {
      const [what, about, note] = sayAll(c, on, calls)
      file.write('case-note', on, workerOn(c, on).id, {
        on: toDay(on),
        what,
        about,
        note,
        significant: 'no',
      })
    }
  }
}
