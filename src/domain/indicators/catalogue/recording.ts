import { childBands } from '../bands.ts'
import { type Indicator, indicator } from '../indicator.ts'
import { clock, every, some } from '../say.ts'

const visits = clock('recording-visit').dueInThePeriod()

export const recordingIndicators: readonly Indicator[] = [
  indicator('RECORDING', 'Children whose visits are written down in time', {
    ageBands: childBands,
    question:
      'Of the children with a statutory visit to be written down in the 3 months to the day, for how many was every one written down within two working days?',
    of: some(visits),
    yes: every(visits).wasMetInTime(),
    good: 'high',
    months: 3,
    source: 'Local rule: two working days for a statutory visit. Set by the authority',
    standing: 'local',
    notes: ['A visit not written down at all is not counted here: the visit’s own timescale shows it.'],
  }),
]
