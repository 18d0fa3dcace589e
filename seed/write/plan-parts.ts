import type { Day } from '../../src/domain/kernel/day.ts'
import type { NewEntry } from '../../src/domain/records/entry.ts'
import type { AuditWords, Step, SurveyWords, VisitWords } from '../words/plan.ts'
import type { Pen, Places } from './plan.ts'

interface Writing {
  readonly p: Pen
  readonly id: string
  readonly on: Day
  readonly by: { readonly analyst: string; readonly director: string }
}

const aimed = (p: Pen, w: { readonly target: string; readonly by: number; readonly baseline?: string }) => ({
  target: w.target,
  targetBy: p.exactly(w.by),
  ...(w.baseline === undefined ? {} : { baseline: w.baseline, baselineOn: p.exactly(0) }),
})

function surveyed({ p, id, on, by }: Writing, w: SurveyWords): NewEntry[] {
  const { question, whom } = w
  const bound = p.entry(id, 'survey-measure-bound', on, by.analyst, {
    question,
    whom,
    counted: 'yes',
    good: 'high',
    ...aimed(p, w),
  })
  const read = w.readings.map(([after, asked, answered, yes, note]) => {
    const when = p.after(after)
    const answers = { measure: bound.id, on: when, asked, answered, yes, ...(note ? { note } : {}) }
    return p.entry(id, 'survey-read', when, by.analyst, answers)
  })
  return [bound, ...read]
}

function visited({ p, id, on, by }: Writing, w: VisitWords): NewEntry[] {
  const { toSee, place } = w
  const answers = { toSee, ...(place ? { place } : {}), targetBy: p.exactly(w.by) }
  const bound = p.entry(id, 'visit-measure-bound', on, by.analyst, answers)
  const read = w.readings.map(([after, who, met, seen]) => {
    const when = p.after(after)
    return p.entry(id, 'visit-read', when, by.analyst, { measure: bound.id, on: when, who, met, seen })
  })
  return [bound, ...read]
}

function audited({ p, id, on, by }: Writing, w: AuditWords): NewEntry[] {
  const { tool, standard } = w
  return [p.entry(id, 'audit-measure-bound', on, by.analyst, { tool, standard, ...aimed(p, w) })]
}

/** What happened to an action beside its marks: evidence, barriers, challenge, closing, and its other measures. */
export function partEntries(
  p: Pen,
  id: string,
  on: Day,
  step: Step[1],
  by: Writing['by'],
  { sources, actions }: Places,
): readonly NewEntry[] {
  const writing = { p, id, on, by }
  if ('survey' in step) return surveyed(writing, step.survey)
  if ('visit' in step) return visited(writing, step.visit)
  if ('audits' in step) return audited(writing, step.audits)
  if ('evidence' in step) {
    const { evidence: kind, shows: what, quality, because: why } = step
    return [p.entry(id, 'evidence-added', on, by.analyst, { on, kind, what, quality, why })]
  }
  if ('barrier' in step) {
    const raised = p.entry(id, 'barrier-raised', on, by.analyst, {
      on,
      what: step.barrier,
      ...(step.who ? { who: step.who } : {}),
    })
    if (step.cleared === undefined) return [raised]
    const when = p.after(step.cleared)
    const answers = { barrier: raised.id, on: when, how: step.how ?? '' }
    return [raised, p.entry(id, 'barrier-cleared', when, by.director, answers)]
  }
  if ('question' in step) {
    const { question, by: askedBy, board } = step
    const answers = { on, question, askedBy, ...(board ? { board } : {}) }
    const asked = p.entry(id, 'challenge-asked', on, by.analyst, answers)
    if (step.answered === undefined) return [asked]
    const when = p.after(step.answered)
    const answer = { challenge: asked.id, on: when, answer: step.answer ?? '' }
    return [asked, p.entry(id, 'challenge-answered', when, by.director, answer)]
  }
  if ('close' in step) {
    const proposed = p.entry(id, 'closure-proposed', on, by.analyst, { on, why: step.close })
    if (step.decided === undefined) return [proposed]
    const when = p.after(step.decided)
    const decided = {
      on: when,
      agreed: 'yes',
      why: step.because ?? '',
      ...(step.retest === undefined ? {} : { retest: p.exactly(step.retest) }),
    }
    return [proposed, p.entry(id, 'closure-decided', when, by.director, decided)]
  }
  if ('board' in step && 'decided' in step) {
    const { board, decided: decision } = step
    return [p.entry(id, 'board-decided', on, by.analyst, { on, board, decision })]
  }
  if ('alsoAnswers' in step) {
    const inspection = sources[step.alsoAnswers - 1] ?? ''
    const answers = { inspection, finding: String(step.ask) }
    return [p.entry(id, 'action-answers-too', on, by.analyst, answers)]
  }
  if ('waitsFor' in step) {
    const answers = { action: actions[step.waitsFor - 1] ?? '', why: step.because }
    return [p.entry(id, 'action-depends', on, by.analyst, answers)]
  }
  return []
}
