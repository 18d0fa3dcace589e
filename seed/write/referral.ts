import { toDay } from '../time.ts'
import { concerns, notes, referralNext, referralReasons } from '../words/decisions.ts'
import { type Case, dutyManager, evenings, say, workerOn } from './case.ts'

const sources = [
  ['2A', 24],
  ['6', 27],
  ['3B', 9],
  ['3A', 4],
  ['3E', 6],
  ['1A', 9],
  ['1D', 4],
  ['1C', 2],
  ['5D', 6],
  ['4', 3],
  ['9', 4],
  ['5C', 2],
] as const
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
    const taker = evening ? evenings(c) : workerOn(c, r.on)
    const how = evening ? { evening } : { prompt: true }
    const came = file.write(
      'referral-received',
      r.on,
      taker.id,
      {
        receivedOn: toDay(r.on),
        source: evening ? '6' : rand.weighted(sources),
        concern: say(c, r.on, concerns),
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
        ...(accepted ? { need: rand.weighted(needWeights) } : {}),
        reasons: say(c, on, [referralReasons[r.decision]]),
        ...(accepted ? { next: say(c, on, referralNext) } : {}),
      },
      evening && on === r.on ? { evening, after: came } : { lag: 0, after: came },
    )
    if (!accepted && rand.chance(0.5)) {
      const [what, about, note] = rand.pick(notes.slice(0, 4))
      file.write('case-note', on, workerOn(c, on).id, {
        on: toDay(on),
        what,
        about,
        note: say(c, on, [note]),
        significant: 'no',
      })
    }
  }
}
