import type { CaseFile } from '../../domain/casework/file.ts'
import { referralDue, stepUpWaiting } from '../../domain/early-help/lasting.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import { InsetText } from '../../web/govuk/index.ts'

/** On the form of a referral: that a step up from early help waits for it. */
export function StepUpNote({ file, on }: { file: CaseFile; on: Day }) {
  const step = stepUpWaiting(file, on)
  if (!step) return null
  const due = referralDue(step.happened)
  return (
    <InsetText>
      The step up of {longDay(step.happened)} is recorded. Social care hears of it only by this referral:{' '}
      {due < on ? `it was due by ${longDay(due)}.` : `send it now, by ${longDay(due)} at the latest.`}
    </InsetText>
  )
}
