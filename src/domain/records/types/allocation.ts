import { workerChanges } from '../codes-care.ts'
import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { worker } from '../kinds/reference.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const roles = {
  worker: 'Allocated social worker',
  reviewing: 'Reviewing officer',
  chairing: 'Conference chair',
} as const

/** A child given to a named worker. "To the team" is not an allocation (rules R04), so a worker is always named. */
export const allocation = recordType('allocation', {
  title: 'Allocation',
  fields: {
    from: day('From', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    as: oneOf('As', roles, { start: 'worker' }),
    worker: worker('To whom?', {}),
    team: line('In which team?', { most: 60 }),
    change: oneOf('Why this worker now?', workerChanges, { optional: true, when: a => a.as === 'worker' }),
    despite: text('Why all the same?', {
      optional: true,
      hint: 'Only where a warning is set aside: too much work, or newly qualified.',
    }),
  },
  happened: a => a.from,
  marks: a => (a.as === 'worker' ? ['allocated'] : []),
  spells: a => [{ opens: 'allocation', key: a.as, facts: { worker: a.worker, team: a.team } }],
  summary: a => `${roles[a.as]}, ${a.team}`,
  writtenBy: ['team-manager', 'reviewing-officer', 'out-of-hours'],
})

/** The end of an allocation with nobody following: the child shows as unallocated from that day. */
export const allocationEnded = recordType('allocation-ended', {
  title: 'Allocation ended',
  fields: {
    on: day('On', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    as: oneOf('Which allocation?', roles, { start: 'worker' }),
    why: line('Why?', {}),
  },
  happened: a => a.on,
  spells: a => [{ closes: 'allocation', key: a.as }],
  summary: a => `${roles[a.as]} ended: ${a.why}`,
  writtenBy: ['team-manager', 'reviewing-officer', 'out-of-hours'],
})
