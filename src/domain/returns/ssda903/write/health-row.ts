import type { CaseFile } from '../../../casework/file.ts'
import { ageOn, birthday, type Day } from '../../../kernel/day.ts'
import type { Standing } from '../../../records/entry.ts'
import {
  answer,
  entriesOf,
  row,
  type WrittenChild,
  type WrittenRow,
  within,
  written,
  type YearDays,
} from './written.ts'

const yes = (is: boolean): '1' | '0' => (is ? '1' : '0')

/** The questionnaire is asked of children who were four to sixteen at some time of the year. */
function questionnaire(born: Day, y: YearDays, last: Standing | undefined) {
  const none = { SDQ_SCORE: null, SDQ_REASON: null }
  if (birthday(born, 4) > y.end || birthday(born, 17) <= y.start) return none
  if (!last) {
    // Who became four or seventeen in the year was too young or too old when it was due: nobody need write that down.
    const partly = birthday(born, 4) > y.start || birthday(born, 17) <= y.end
    return { ...none, SDQ_REASON: partly ? 'SDQ1' : null }
  }
  const { score } = last.answers
  return typeof score === 'number'
    ? { ...none, SDQ_SCORE: String(score) }
    : { ...none, SDQ_REASON: answer(last, 'reason') }
}

/** A problem with drink or drugs in the year, and whether help with it was taken up. */
function substances(entries: readonly Standing[]) {
  const problems = entries.filter(e => e.answers.problem === true)
  if (problems.length === 0)
    return { SUBSTANCE_MISUSE: '0', INTERVENTION_RECEIVED: null, INTERVENTION_OFFERED: null }
  const helped = problems.some(e => e.answers.help === 'received')
  const offered = problems.some(e => e.answers.help === 'refused')
  return {
    SUBSTANCE_MISUSE: '1',
    INTERVENTION_RECEIVED: yes(helped),
    INTERVENTION_OFFERED: helped ? null : yes(offered),
  }
}

/**
 * Health and outcomes of a child who was looked after for the twelve months of the year. What is not recorded in it was
 * not done; the score alone is left blank, as its lack wants a reason.
 */
export function healthRow({ code, file }: WrittenChild, born: Day, y: YearDays): WrittenRow {
  const inYear = (type: string) => entriesOf(file, type).filter(e => within(e.happened, y))
  const held = inYear('health-assessment').filter(e => e.answers.outcome === 'held')
  const [teeth, drugs, offences] = [
    inYear('dental-check'),
    inYear('substance-misuse'),
    inYear('offence').filter(e => e.answers.convicted === true),
  ]
  const [score, jabs, checks] = [
    latest(file, 'sdq', y),
    latest(file, 'immunisation', y),
    latest(file, 'development-check', y),
  ]
  return row(
    'OC2',
    {
      CHILD: code,
      DOB: written(born),
      ...questionnaire(born, y, score),
      CONVICTED: ageOn(born, y.end) >= 10 ? yes(offences.length > 0) : null,
      HEALTH_CHECK: ageOn(born, y.end) < 5 ? yes(checks?.answers.upToDate === true) : null,
      IMMUNISATIONS: yes(jabs?.answers.upToDate === true),
      TEETH_CHECK: yes(teeth.length > 0),
      HEALTH_ASSESSMENT: yes(held.length > 0),
      ...substances(drugs),
    },
    [...held, ...teeth, ...drugs, ...offences, score, jabs, checks].map(e => e?.id),
  )
}

/** The last of a kind in the year. A score counts before a later reason for none: it is the year's score. */
function latest(file: CaseFile, type: string, y: YearDays): Standing | undefined {
  const all = entriesOf(file, type).filter(e => within(e.happened, y))
  return all.findLast(e => e.answers.scored === true) ?? all.at(-1)
}
