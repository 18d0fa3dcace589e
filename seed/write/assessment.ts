import { isAccepted } from '../../src/domain/records/codes-front-door.ts'
import { type N, plusWorking, toDay, workingOnOrAfter } from '../time.ts'
import { asked, assessed, sentBackFor } from '../words/assessment.ts'
import { ageInYears, type Case, managerOn, say, workerOn } from './case.ts'
import type { Draft } from './file.ts'

/** Single assessments began on this day; before it, initial ones were made first (rules R05, R07). */
const SINGLE = '2013-04-15'
export const kindOn = (on: N): 'initial' | 'single' => (toDay(on) < SINGLE ? 'initial' : 'single')

function outcome(c: Case, on: N): string {
  const soon = (from: N) => from > on - 90 && from <= on + 60
  if (c.child.plans.some(p => soon(p.from))) return 'protect'
  if (c.child.stays.some(s => soon(s.from))) return 'care'
  const held = c.held.some(h => h.as === 'worker' && h.from <= on && (h.to === null || h.to > on + 45))
  return held ? 'child-in-need' : c.rand.chance(0.4) ? 'early-help' : 'close'
}

function answers(c: Case, kind: string, on: N) {
  const end = outcome(c, on)
  return {
    on: toDay(on),
    kind,
    seen: ageInYears(c, on) >= 4 && c.rand.chance(0.8) ? 'alone' : 'with-others',
    seenOn: toDay(Math.max(c.child.born, on - c.rand.int(1, 9))),
    views: say(c, on, assessed.views),
    identity: say(c, on, assessed.identity),
    history: say(c, on, assessed.history),
    risks: say(c, on, assessed.risks),
    protects: say(c, on, assessed.protects),
    parenting: say(c, on, assessed.parenting),
    family: say(c, on, assessed.family),
    agencies: say(c, on, assessed.agencies),
    parents: say(c, on, assessed.parents),
    impact: say(c, on, assessed.impact),
    analysis: say(c, on, assessed.analysis),
    outcome: end,
    ...(end === 'close' ? {} : { plan: say(c, on, assessed.plan) }),
  }
}

/** The manager signs, some days later; some were sent back first. */
function writeSigning(c: Case, draft: Draft, kind: string, on: N): void {
  const { file, rand, setting } = c
  const author = workerOn(c, on).id
  const manager = managerOn(c, on)
  const signer = manager.id === author ? setting.staff.one('director').id : manager.id
  let about = draft
  const day = (d: Draft) => Math.floor(d.recorded / 1440)
  if (rand.chance(0.12)) {
    const [why, next] = rand.pick(sentBackFor)
    const back = workingOnOrAfter(day(draft) + rand.int(1, 2))
    if (back > setting.today) return
    const said = { why: why.replaceAll('{n}', c.child.given), next: next.replaceAll('{n}', c.child.given) }
    file.write('sent-back', null, signer, said, { amends: draft, lag: back - day(draft) })
    const again = workingOnOrAfter(back + rand.int(1, 3))
    if (again >= setting.today) return
    const becomes = {
      ...draft.answers,
      analysis: `${String(draft.answers.analysis)} ${say(c, on, assessed.impact)}`,
    }
    about = file.write(
      'amendment',
      null,
      author,
      { why: 'Changed as asked', becomes },
      { amends: draft, lag: again - day(draft) },
    )
  }
  const signed = workingOnOrAfter(day(about) + rand.int(0, kind === 'initial' ? 2 : 5))
  if (signed > setting.today || (signed === setting.today && rand.chance(0.7))) return
  file.write('signature', null, signer, {}, { amends: draft, lag: signed - day(draft), after: about })
}

/** What follows each accepted referral: other services asked, and the assessment, late where work slips. */
export function writeAssessments(c: Case): void {
  const { child, file, rand, setting, decided } = c
  for (const r of child.referrals) {
    const from = decided.get(r.on)
    if (!isAccepted(r.decision) || from === undefined || from > setting.today) continue
    const kind = kindOn(from)
    const due = plusWorking(r.on, kind === 'initial' ? 10 : 45)
    const late = rand.chance(setting.slips.rate('referral', r.on) * 1.4)
    const early = kind === 'initial' ? rand.int(0, 3) : rand.int(3, 24)
    const on = Math.max(from + 1, workingOnOrAfter(late ? due + rand.int(1, 14) : due - early))
    const author = workerOn(c, from).id
    if (from + 3 <= setting.today && from > setting.today - 120)
      for (const [agency, question, answer] of rand.shuffle(asked).slice(0, rand.int(1, 3))) {
        const gave = from + 2 + rand.int(2, 14)
        const first = { asked: toDay(from + 2), agency, question }
        const asking = file.write('agency-information', from + 2, author, first, { lag: 0 })
        const day = Math.floor(asking.recorded / 1440)
        if (gave <= day || gave >= setting.today || child.born > from || !rand.chance(0.8)) continue
        const becomes = { ...first, answered: toDay(gave), answer }
        file.write(
          'amendment',
          null,
          author,
          { why: 'They answered', becomes },
          { amends: asking, lag: gave - day },
        )
      }
    const seen = workingOnOrAfter(from + rand.int(1, 8))
    if (seen <= setting.today && seen >= child.born)
      file.write('case-note', seen, author, {
        on: toDay(seen),
        what: 'seen',
        about: 'First visit of the assessment',
        note: say(c, seen, assessed.views),
        significant: 'no',
      })
    if (on > setting.today || on < child.born) continue
    const draft = file.write('assessment', on, workerOn(c, on).id, answers(c, kind, on), {
      lag: rand.int(0, 1),
    })
    writeSigning(c, draft, kind, on)
  }
}
