import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/**
 * A child in need plan that did not come from an assessment: a step down from a protection plan, or home from care.
 * The plan of an assessment begins when that is signed off, and is not recorded again.
 */
export const needPlanStarted = recordType('need-plan-started', {
  title: 'Child in need plan started',
  fields: {
    on: day('From which day?', { notAfter: 'today', start: 'today' }),
    views: text('What does the child want to change?', {}),
    plan: text('What must change, who does what, and by when?', {}),
  },
  happened: a => a.on,
  spells: () => [{ opens: 'need-plan', keeps: true }],
  chronology: () => 'Child in need plan started',
  summary: () => 'Child in need plan started',
})

const reasons = {
  met: 'What was needed has been done',
  protect: 'The child has a protection plan now',
  care: 'Became looked after',
  moved: 'Moved to another council',
  refused: 'The family does not want it',
} as const

/** Closing the case ends the plan too. */
export const needPlanEnded = recordType('need-plan-ended', {
  title: 'Child in need plan ended',
  fields: {
    on: day('On which day?', { notAfter: 'today', start: 'today' }),
    reason: oneOf('Why?', reasons),
    changed: text('What is different for the child now?', {}),
  },
  happened: a => a.on,
  spells: a => [{ closes: 'need-plan', facts: { ended: a.reason } }],
  chronology: a => `Child in need plan ended: ${reasons[a.reason].toLowerCase()}`,
  summary: a => `Plan ended: ${reasons[a.reason].toLowerCase()}`,
})
