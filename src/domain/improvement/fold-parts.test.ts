import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anAction } from '../../../test/support/plan.ts'
import { addDays, day, type Instant } from '../kernel/day.ts'
import type { PlanEntry, PlanFacts, PlanFactType } from './facts.ts'
import { mayNotClose, names } from './fold-closing.ts'
import { foldPlan } from './fold-plan.ts'
import { nextSteps } from './next-steps.ts'
import { isOverdue, isRetestDue } from './plan.ts'
import { superseded } from './standing.ts'

let made = 0
function entry<T extends PlanFactType>(
  type: T,
  on: string,
  answers: PlanFacts[T],
  more: Partial<PlanEntry> = {},
): PlanEntry {
  made += 1
  const recorded = `${on}T09:00:00.000Z` as Instant
  const subject = type.startsWith('source') || type.startsWith('finding') ? 'src' : 'act'
  const id = `e${made}`
  return { id, subject, type, happened: day(on), recorded, author: 'ada', answers: { ...answers }, ...more }
}

const source = entry('source-added', '2026-03-02', {
  kind: 'peer-review',
  title: 'Peer review of the front door',
  body: 'Holt Council',
  date: day('2026-03-02'),
  recommendations: 'Write down why\n\n  Answer sooner  ',
})
const planned = entry('action-planned', '2026-03-10', {
  inspection: 'src',
  finding: '1',
  what: 'Train managers',
  outcome: 'Plans do not drift',
  lead: 'Bo Marsh',
  owner: 'bo',
  due: day('2026-09-12'),
})
const survey = entry('survey-measure-bound', '2026-03-11', {
  question: 'Were you told?',
  whom: 'carers',
  counted: 'yes',
  target: 80,
  targetBy: day('2026-12-31'),
})
const visit = entry('visit-measure-bound', '2026-03-12', {
  toSee: 'The list is on the wall',
  targetBy: day('2026-12-31'),
})
const base = [source, planned]
const folded = (...more: readonly PlanEntry[]) => {
  const plan = foldPlan([...base, ...more])
  const [action] = plan.actions
  if (!action) throw new Error(plan.faults.map(f => f.why).join())
  return { action, faults: plan.faults }
}
const propose = entry('closure-proposed', '2026-05-01', { why: 'It runs' })
const decide = (by: string, agreed: 'yes' | 'no' = 'yes', more: Partial<PlanEntry> = {}) =>
  entry('closure-decided', '2026-05-04', { agreed, why: 'Seen' }, { author: by, ...more })

describe('a source that is no inspection', () => {
  it('gives its recommendations line by line, to be confirmed, and follows no framework', () => {
    const [found] = foldPlan([source]).inspections
    expect(found).toMatchObject({ kind: 'peer-review', framework: null, published: '2026-03-02' })
    expect(found?.findings.map(f => [f.id, f.text, f.confirmed])).toEqual([
      ['1', 'Write down why', undefined],
      ['2', 'Answer sooner', undefined],
    ])
  })

  it('shares an action with another recommendation, whose corrected words show', () => {
    const also = entry('action-answers-too', '2026-03-20', { inspection: 'src', finding: '2' })
    const right = entry('finding-confirmed', '2026-03-21', { finding: '2', text: 'Answer within a day' })
    expect(folded(also, right).action.also).toMatchObject([{ finding: '2', text: 'Answer within a day' }])
    const stray = entry('action-answers-too', '2026-03-20', { inspection: 'src', finding: '9' })
    expect(folded(stray).faults).toMatchObject([{ entry: stray.id }])
  })
})

describe('what stands beside the marks', () => {
  it('keeps readings with the measure they are of, oldest first, and refuses those of none', () => {
    const late = entry('survey-read', '2026-06-01', { measure: survey.id, asked: 30, answered: 20, yes: 15 })
    const early = entry('survey-read', '2026-04-01', { measure: survey.id, asked: 30, answered: 10, yes: 5 })
    const seen = entry('visit-read', '2026-06-02', {
      measure: visit.id,
      who: 'Cy',
      met: 'partly',
      seen: 'Half',
    })
    const wrong = entry('visit-read', '2026-06-02', { measure: survey.id, who: 'Cy', met: 'yes', seen: 'x' })
    const { action, faults } = folded(survey, visit, late, early, seen, wrong)
    expect(action.measures).toMatchObject([
      { kind: 'survey', unit: 'percent', readings: [{ yes: 5 }, { yes: 15 }] },
      { kind: 'visit', unit: 'met', readings: [{ met: 'partly', who: 'Cy' }] },
    ])
    expect(faults.map(f => f.entry)).toEqual([wrong.id])
  })

  it('clears barriers, answers challenges, and keeps evidence, decisions and what it waits for', () => {
    const barrier = entry('barrier-raised', '2026-04-01', { what: 'A post is empty', who: 'Director' })
    const asked = entry('challenge-asked', '2026-04-02', { question: 'Who chose?', askedBy: 'Chair' })
    const { action, faults } = folded(
      barrier,
      entry('barrier-cleared', '2026-05-01', { barrier: barrier.id, how: 'Filled' }),
      asked,
      entry('challenge-answered', '2026-04-09', { challenge: asked.id, answer: 'The auditors' }),
      entry('evidence-added', '2026-04-03', {
        kind: 'voice',
        what: 'They said so',
        quality: 'weak',
        why: 'Two',
      }),
      entry('board-decided', '2026-04-04', { board: 'Board', decision: 'Go on' }),
      entry('action-depends', '2026-04-05', { action: 'other' }),
      entry('action-depends', '2026-04-05', { action: 'act' }),
      entry('barrier-cleared', '2026-05-01', { barrier: 'none', how: 'x' }),
      entry('challenge-answered', '2026-05-01', { challenge: 'none', answer: 'x' }),
    )
    expect(action.barriers).toMatchObject([{ who: 'Director', cleared: { how: 'Filled' } }])
    expect(action.challenges).toMatchObject([{ askedBy: 'Chair', answers: [{ text: 'The auditors' }] }])
    expect(action.evidence).toMatchObject([{ kind: 'voice', quality: 'weak', documents: [] }])
    expect(action.decisions).toMatchObject([{ board: 'Board' }])
    expect(action.depends.map(d => d.action)).toEqual(['other'])
    expect(faults).toHaveLength(3)
  })
})

describe('closing', () => {
  it('is decided by somebody who neither owns it nor proposed it, and sets a day to look again', () => {
    const { action, faults } = folded(propose, decide('ada'), decide('bo'), decide('cy'))
    expect(faults).toHaveLength(2)
    expect(action).toMatchObject({ state: 'closed', retestDue: '2026-11-04', claimedComplete: '2026-05-01' })
    expect(action.closures).toMatchObject([{ by: 'ada', decided: { by: 'cy', agreed: true } }])
    expect(isOverdue(action, day('2027-01-01'))).toBe(false)
    expect([isRetestDue(action, day('2026-11-03')), isRetestDue(action, day('2026-11-04'))]).toEqual([
      false,
      true,
    ])
  })

  it('can be refused; the second of two who decide is told, and the first stands', () => {
    const { action, faults } = folded(propose, decide('cy', 'no'), decide('di'))
    expect(action).toMatchObject({ state: 'open', closures: [{ decided: { agreed: false, by: 'cy' } }] })
    expect(action.claimedComplete).toBeUndefined()
    expect(faults).toHaveLength(1)
  })

  it('is undone by a look again that fails: it is open, and said to be complete no more', () => {
    const blue = entry('delivery-marked', '2026-04-20', { brag: 'blue' })
    const fails = entry('retest-done', '2026-11-05', { stands: 'no', why: 'The list is gone' })
    const { action } = folded(blue, propose, decide('cy'), fails)
    expect(action).toMatchObject({ state: 'open', retests: [{ stands: false }] })
    expect(action.retestDue).toBeUndefined()
    expect(action.claimedComplete).toBeUndefined()
    expect(action.deliveries.at(-1)).toMatchObject({ brag: 'amber', why: 'Opened again: The list is gone' })
    const again = entry('closure-proposed', '2026-12-01', { why: 'Mended' })
    expect(folded(blue, propose, decide('cy'), fails, again).action.state).toBe('proposed')
  })

  it('holds after a look that finds it so, until the next day to look', () => {
    const holds = entry('retest-done', '2026-11-05', {
      stands: 'yes',
      why: 'Still there',
      next: day('2027-05-05'),
    })
    expect(folded(propose, decide('cy'), holds).action).toMatchObject({
      state: 'closed',
      retestDue: '2027-05-05',
    })
    expect(folded(holds).faults).toHaveLength(1)
  })
})

describe('who may close', () => {
  const action = anAction({
    state: 'proposed',
    lead: 'Bo Marsh, team manager',
    closures: [{ id: 'c', on: day('2026-05-01'), by: 'ada', why: 'Done' }],
  })
  it.each([
    ['who proposed it', { id: 'ada', name: 'Ada Finch' }, /You proposed/],
    ['whom the action names as its lead', { id: 'x', name: 'Bo Marsh' }, /You lead/],
    ['its owner by id, whatever they are called now', { id: 'bo', name: 'Bo Reed' }, /You lead/],
    ['anybody else', { id: 'cy', name: 'Cy Reed' }, undefined],
    ['somebody whose name is only part of another', { id: 'm', name: 'Bo Mar' }, undefined],
  ])('%s', (_, person, says) => {
    const not = mayNotClose({ ...action, owner: 'bo' }, person)
    if (says) expect(not).toMatch(says)
    else expect(not).toBeUndefined()
  })

  it('nobody, where nothing waits', () => {
    expect(mayNotClose(anAction(), { id: 'cy', name: 'Cy' })).toMatch(/Propose it first/)
  })

  it('a name is found whole, however it is written', () => {
    expect(names('MARSH, Bo (team manager)', 'Bo Marsh')).toBe(true)
    expect(names('Bo Marshall', 'Bo Marsh')).toBe(false)
    expect(names('bo  marsh; team manager', 'Bo Marsh')).toBe(true)
    expect(names('Anyone', '')).toBe(false)
  })
})

describe('putting right and taking out', () => {
  it('takes an entry out of what counts, puts it back, and keeps all to be seen', () => {
    const note = entry('action-progress', '2026-04-01', { note: 'Wrong file' })
    const out = entry('plan-entry-withdrawn', '2026-04-02', { entry: note.id, why: 'Another action' })
    const back = entry('plan-entry-withdrawn', '2026-04-03', { entry: out.id, why: 'It was right' })
    expect(folded(note, out).action.progress).toEqual([])
    expect(folded(note, out, back).action.progress).toHaveLength(1)
    expect([...superseded([...base, note, out])]).toEqual([note.id])
    expect([...superseded([...base, note, out, back])]).toEqual([out.id])
  })

  it('reaches no entry of another file', () => {
    const out = entry(
      'plan-entry-withdrawn',
      '2026-04-02',
      { entry: planned.id, why: 'x' },
      { subject: 'other' },
    )
    expect(folded(out).action.what).toBe('Train managers')
  })

  it('withdraws an amended entry whole, whichever of its versions is named', () => {
    const note = entry('action-progress', '2026-04-01', { note: 'First' })
    const better = entry('action-progress', '2026-04-02', { note: 'Second' }, { amends: note.id })
    const out = (id: string) => entry('plan-entry-withdrawn', '2026-04-03', { entry: id, why: 'x' })
    expect(folded(note, better).action.progress).toMatchObject([{ text: 'Second' }])
    expect([...superseded([note, better])]).toEqual([note.id])
    expect(folded(note, better, out(note.id)).action.progress).toEqual([])
    expect(folded(note, better, out(better.id)).action.progress).toEqual([])
  })
})

it('comes to the same in whatever order entries that have nothing to do with each other were written', () => {
  const loose: readonly PlanEntry[] = [
    survey,
    visit,
    ...[1, 2, 3].map(n => entry('delivery-marked', addDays(day('2026-04-01'), n), { brag: 'green' })),
    entry('delivery-marked', '2026-04-09', { brag: 'blue' }),
    entry('impact-marked', '2026-04-10', { brag: 'amber' }),
    entry('milestone-set', '2026-04-11', { what: 'List', by: day('2026-05-01') }),
    entry('due-date-revised', '2026-04-12', { due: day('2026-10-01'), why: 'x', agreedBy: 'Board' }),
    entry('due-date-revised', '2026-04-13', { due: day('2026-11-01'), why: 'x', agreedBy: 'Board' }),
    entry('barrier-raised', '2026-04-14', { what: 'Post' }),
    entry('challenge-asked', '2026-04-15', { question: 'Why?', askedBy: 'Chair' }),
    propose,
  ]
  const order = (list: readonly { readonly id?: string }[]) =>
    list.toSorted((a, b) => String(a.id).localeCompare(String(b.id)))
  const shape = (entries: readonly PlanEntry[]) => {
    const { action } = folded(...entries)
    return { ...action, measures: order(action.measures), milestones: order(action.milestones) }
  }
  fc.assert(
    fc.property(fc.shuffledSubarray([...loose], { minLength: loose.length }), shuffled => {
      expect(shape(shuffled)).toEqual(shape(loose))
    }),
    { numRuns: 50 },
  )
})

it('says what is next, the pressing first: questions, barriers, milestones, then the whole', () => {
  const { action } = folded(
    survey,
    entry('milestone-set', '2026-04-11', { what: 'List', by: day('2026-05-01') }),
    entry('challenge-asked', '2026-04-15', { question: 'Why?', askedBy: 'Chair' }),
    entry('action-depends', '2026-04-16', { action: 'other' }),
  )
  const other = { id: 'other', what: 'Buy chairs', state: 'open' as const }
  const next = nextSteps(action, day('2026-05-02'), [action, other])
  expect(next.map(s => [s.what, s.presses])).toEqual([
    ['Answer Chair, who asked on 15 April 2026: Why?', true],
    ['Wait for another action: Buy chairs', false],
    ['List', true],
    ['The whole of it is due', false],
  ])
  expect(nextSteps(folded(propose, decide('cy')).action, day('2026-11-05'), [])).toMatchObject([
    { presses: true },
  ])
})
