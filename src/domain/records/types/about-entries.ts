import { yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/**
 * Entries about entries: they name the one they concern in `amends`. The corrected answers of an amendment are the
 * fields of the corrected type, so they are kept beside these under `becomes` and read by that type.
 */
export const amendment = recordType('amendment', {
  title: 'Amendment',
  fields: { why: line('Why is it being changed?', { most: 300 }) },
  summary: a => `Amended: ${a.why}`,
})

/** Takes an entry out of what counts, without taking it out of the file. */
export const withdrawal = recordType('withdrawal', {
  title: 'Withdrawal',
  fields: { why: line('Why should it not count?', { most: 300 }) },
  summary: a => `Withdrawn: ${a.why}`,
})

export const signature = recordType('signature', {
  title: 'Sign-off',
  fields: { comment: text('Anything to add?', { optional: true }) },
  summary: () => 'Signed off',
})

/** Why a timescale was missed, and who accepts it (rules 0.12). The clock stays late: a reason is not an excuse. */
export const lateReason = recordType('late-reason', {
  title: 'Reason for lateness',
  fields: {
    clock: line('Which timescale?', { most: 60 }),
    due: day('Which was due on', {}),
    reason: text('Why is it late, and what has been done about it?', {}),
  },
  summary: a => `Reason for lateness: ${a.reason}`,
})

/** A manager does not sign yet: why, and what must be done first. The author changes it, and it waits again. */
export const sentBack = recordType('sent-back', {
  title: 'Sent back',
  fields: {
    why: text('Why can’t it be signed off yet?', {}),
    next: text('What must be done first?', {}),
    by: day('By when?', { optional: true }),
  },
  summary: a => `Sent back: ${a.why}`,
})

/** Puts an entry into the chronology, or leaves it out, against what its type does: with the reason. */
export const chronologyChoice = recordType('chronology-choice', {
  title: 'Choice for the chronology',
  fields: {
    include: yesNo('Should it stand in the chronology?', {}),
    line: line('In a line', { optional: true, most: 200, when: a => a.include === true }),
    why: line('Why?', { most: 300 }),
  },
  summary: a => (a.include ? `Put into the chronology: ${a.why}` : `Left out of the chronology: ${a.why}`),
})
