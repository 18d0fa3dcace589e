import { isAccepted } from '../../src/domain/records/codes-front-door.ts'
import { type N, plusWorking, toDay, workingOnOrAfter, workingOnOrBefore } from '../time.ts'
import { asked, assessed, sentBackFor } from '../words/assessment.ts'
import { type Closure, closure, factors, outcome } from './assessed.ts'
import { ageInYears, type Case, managerOn, say, workerOn } from './case.ts'
import type { Draft } from './file.ts'

/** Single assessments began on this day; before it, initial ones were made first (rules R05, R07). */
const SINGLE = '2013-04-15'
export const kindOn = (on: N): 'initial' | 'single' => (toDay(on) < SINGLE ? 'initial' : 'single')

function answers(c: Case, kind: string, on: N, closed: Closure) {
  const end = outcome(c, on, closed)
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
    factors: factors(c, on, end),
    outcome: end,
    ...(end === 'close' ? {} : { plan: say(c, on, assessed.plan) }),
  }
}

/** The manager signs, some days later; some were sent back first. */
function writeSigning(c: Case, draft: Draft, kind: string, on: N, until: N): void {
  const { file, rand, setting } = c
  const author = workerOn(c, on).id
  const manager = managerOn(c, on)
  const signer = manager.id === author ? setting.staff.one('director').id : manager.id
  let about = draft
  const day = (d: Draft) => Math.floor(d.recorded / 1440)
  const sign = (about: Draft): void => {
    const usual = workingOnOrAfter(day(about) + rand.int(0, kind === 'initial' ? 2 : 5))
    // What was changed as asked is signed on a later day: a signature holds for the words before it.
    const signed = Math.max(day(about) + (about === draft ? 0 : 1), Math.min(usual, until))
    // Some wait for their manager today.
    const waits = until === setting.today && signed > setting.today - 10 && rand.chance(0.7)
    if (signed > setting.today || waits) return
    file.write('signature', null, signer, {}, { amends: draft, lag: signed - day(draft), after: about })
  }
  const hurried = until < setting.today && day(draft) + 8 > until
  if (rand.chance(0.12) && !hurried) {
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
  sign(about)
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
    const usual = workingOnOrAfter(late ? due + rand.int(1, 14) : due - early)
    // It is finished while the case is open, and not before the child is born.
    const closed = closure(c, from)
    const until = closed ? workingOnOrBefore(closed.on - 1) : setting.today
    const born = child.unborn ? usual : workingOnOrAfter(child.born + 2)
    const on = Math.max(
      from + 1,
      Math.min(Math.max(usual, born), closed ? workingOnOrBefore(until - 3) : usual + 400),
    )
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
    const lag = rand.int(0, 1)
    const draft = file.write('assessment', on, workerOn(c, on).id, answers(c, kind, on, closed), {
      lag: closed ? 0 : lag,
    })
    writeSigning(c, draft, kind, on, until)
  }
}
