import type { CaseFile } from '../casework/file.ts'
import { type Day, longDay } from '../kernel/day.ts'
import type { Standing } from '../records/entry.ts'
import { formDay } from '../records/kinds/day.ts'
import type { Typed } from '../records/parse.ts'
import { knownRecordType } from '../records/registry.ts'
import type { Spell } from '../records/spell.ts'
import { agencyInformation, assessment } from '../records/types/assessment.ts'
import { assessmentKindOn } from './kind-on.ts'
import { assessments, carried, knownBefore } from './known.ts'

const words = (v: unknown): string => (typeof v === 'string' ? v.trim() : '')

/** The assessment that is being made, as a spell: the first begun of those that are open. */
export const openAssessment = (file: CaseFile): Spell | undefined =>
  file.spells.find(s => s.kind === 'assessment' && s.to === null)

/** Since when what was seen and heard belongs to the assessment being made: since it began, or since the last. */
export const gatheredSince = (file: CaseFile): Day | undefined =>
  openAssessment(file)?.from ?? assessments(file).at(-1)?.happened

const since = (file: CaseFile): readonly Standing[] => {
  const from = gatheredSince(file)
  return file.happenings.filter(
    e => !e.withdrawn && e.type !== assessment.code && (from === undefined || e.happened >= from),
  )
}

/** What shows that the child was seen, oldest first. */
export const seenSince = (file: CaseFile): readonly Standing[] =>
  since(file).filter(e => knownRecordType(e.type).marks(e.answers).includes('child-seen'))

/** What the child said, or was seen to feel, in the words of the time; oldest first. */
export const viewsSince = (file: CaseFile): readonly Standing[] =>
  since(file).filter(e => words(e.answers.views) !== '')

/** Other services that were asked: those of this assessment, and whoever has not answered yet. */
export function asked(file: CaseFile): readonly Standing[] {
  const now = new Set(since(file).map(e => e.id))
  return file.happenings.filter(
    e => e.type === agencyInformation.code && !e.withdrawn && (now.has(e.id) || !answered(e)),
  )
}

/** True where a service has answered. */
export const answered = (e: Standing): boolean => e.answers.answered !== undefined

/** "Mill School, Mrs Oak (answered 3 March 2026): He is tired." */
export function agencyLine(e: Standing): string {
  const agency = words(e.answers.agency)
  if (!answered(e)) return `${agency}: asked ${longDay(e.happened)}, no answer yet.`
  const on = longDay(e.answers.answered as Day)
  return `${agency} (answered ${on}): ${words(e.answers.answer) || 'nothing to add.'}`
}

function seen(file: CaseFile): Typed {
  const shown = seenSince(file)
  const last = shown.at(-1)
  if (!last) return {}
  const alone = shown.some(e => e.answers.seen === 'alone')
  return { seen: alone ? 'alone' : 'with-others', seenOn: formDay(last.happened) }
}

/**
 * What an assessment is filled in with before anybody types, from what the file knows already.
 * @param singleFrom the first day on which the council makes single assessments
 */
export function startAnswers(file: CaseFile, today: Day, singleFrom: Day): Typed {
  const open = openAssessment(file)
  const need = file.spells.findLast(s => s.kind === 'in-need' && s.to === null)
  const agencies = asked(file).map(agencyLine).join('\n')
  return {
    on: formDay(today),
    kind: open?.key ?? assessmentKindOn(need?.from ?? today, singleFrom),
    ...seen(file),
    ...Object.fromEntries(
      carried.flatMap(name => {
        const known = knownBefore(file, name)
        return known ? [[name, known.text]] : []
      }),
    ),
    ...(agencies === '' ? {} : { agencies }),
  }
}
