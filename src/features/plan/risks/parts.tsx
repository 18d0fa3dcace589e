import {
  type Grade,
  gradeWords,
  IMPACTS,
  LIKELIHOODS,
  levelOf,
  RISK_LEVELS,
  type Risk,
  reviewOverdue,
} from '../../../domain/improvement/risk.ts'
import { type Day, shortDay } from '../../../domain/kernel/day.ts'

export const riskHref = (risk: Pick<Risk, 'code'>, more = ''): string => `/plan/risks/${risk.code}${more}`

/** "High: 4 × 3 = 12", in words and colour. */
export function GradeTag({ grade }: { grade: Grade }) {
  const level = levelOf(grade)
  return (
    <strong class={`gt-risk gt-risk--${level}`}>
      {RISK_LEVELS[level]}: <span class="gt-nowrap">{gradeWords(grade)}</span>
    </strong>
  )
}

/** "Likely, and major for children" */
export const gradeSaid = (g: Grade): string =>
  `${LIKELIHOODS[g.likelihood]}, and ${IMPACTS[g.impact].toLowerCase()} for children`

/** When a risk is looked at again; that the day has passed. */
export function Review({ risk, on }: { risk: Risk; on: Day }) {
  if (risk.closed) return <span class="gt-quiet">Closed {shortDay(risk.closed.on)}</span>
  return (
    <>
      <span class="gt-nowrap">{shortDay(risk.review)}</span>
      {reviewOverdue(risk, on) && <span class="gt-line gt-overdue">Review past its date</span>}
    </>
  )
}
