import type { CaseFile } from '../../../casework/file.ts'
import { assessmentFactors } from '../../../records/codes-factors.ts'
import type { Standing } from '../../../records/entry.ts'
import type { Spell, SpellKindCode } from '../../../records/spell.ts'
import { block, type Content } from './content.ts'
import { cutTo, joinedSpans, touches, without } from './days.ts'
import { type Episode, within } from './episodes.ts'
import type { CensusYear } from './shape.ts'

export const ofKind = (file: CaseFile, kind: SpellKindCode): readonly Spell[] =>
  file.spells.filter(s => s.kind === kind)

const chosen = (answer: unknown): readonly string[] =>
  Array.isArray(answer) ? answer.filter(a => typeof a === 'string') : []

/** The factors of an assessment, each once, in the order of the code set. */
export function factorsOf(assessment: Standing): readonly string[] {
  const found = new Set(chosen(assessment.answers.factors))
  return Object.keys(assessmentFactors).filter(code => found.has(code))
}

/** The assessment whose signature ended a time of assessing. */
export const authorisedBy = (file: CaseFile, spell: Spell): Standing | undefined =>
  spell.closedBy === null
    ? undefined
    : file.happenings.find(e => e.type === 'assessment' && e.signedBy?.id === spell.closedBy)

/** Assessments of an episode: authorised in the year, or going on at its end. One begun anew before it was finished is left out. */
export function assessmentsOf(file: CaseFile, of: CensusYear, episode: Episode): readonly Content[] {
  return ofKind(file, 'assessment').flatMap(s => {
    if (!within(episode, s.from) || !touches(s, of)) return []
    const done = authorisedBy(file, s)
    const superseded =
      done === undefined && s.to !== null && file.spells.some(o => o !== s && o.openedBy === s.closedBy)
    if (superseded) return []
    const factors = done ? factorsOf(done) : []
    return [
      block(
        {
          AssessmentActualStartDate: s.from,
          AssessmentAuthorisationDate: done ? (s.to ?? undefined) : undefined,
          FactorsIdentifiedAtAssessment: factors.length > 0 ? { AssessmentFactors: factors } : undefined,
        },
        [done?.id, s.openedBy],
      ),
    ]
  })
}

/**
 * Child in need plans of an episode. While a child has a protection plan or is looked after, that plan is the plan
 * (rules 4001, 4016): the time is taken out, and a plan that goes on after it is a second one.
 */
export function needPlansOf(file: CaseFile, of: CensusYear, episode: Episode): readonly Content[] {
  const plans = ofKind(file, 'need-plan').filter(s => within(episode, s.from))
  const other = [...ofKind(file, 'protection-plan'), ...ofKind(file, 'looked-after')]
  const parts = plans.flatMap(s => without(s, other))
  return joinedSpans(parts).flatMap(span => {
    const inside = cutTo(span, episode)
    if (!inside || !touches(inside, of)) return []
    return [
      block(
        { CINPlanStartDate: inside.from, CINPlanEndDate: inside.to ?? undefined },
        plans.filter(p => p.from <= inside.from).map(p => p.openedBy),
      ),
    ]
  })
}
