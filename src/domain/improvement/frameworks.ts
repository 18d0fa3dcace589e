import { day } from '../kernel/day.ts'
import {
  draftPlan,
  healthPlan,
  monitoringVisit,
  noPlanAsked,
  publishReport,
  statementOfAction,
} from './follow-ups.ts'
import type { Framework, FrameworkCode } from './framework.ts'
import {
  ilacsJudgements,
  lacJudgements,
  protectionJudgements,
  sifJudgements,
  slacJudgements,
} from './framework-judgements.ts'
import { areasBand, fourPoint, laterScale, priorityBand, shortScale, timeBands } from './framework-scales.ts'

const SAFEGUARDING = { code: 'safeguarding', title: 'Safeguarding services' } as const
const LOOKED_AFTER = { code: 'looked-after', title: 'Services for looked after children' } as const
const LEADERSHIP = { code: 'leadership', title: 'Leadership, management and governance' } as const
const OVERALL = { code: 'overall', title: 'Overall' } as const
const BOARD = { code: 'board', title: 'Local Safeguarding Children Board' } as const

/** The inspection frameworks for children's services since 2009, oldest first. Source: rules 3A, 3B, 1N. */
export const frameworks: readonly Framework[] = [
  {
    code: 'slac-2009',
    name: 'Inspection of safeguarding and looked after children services',
    shortName: 'SLAC',
    from: day('2009-06-01'),
    to: day('2012-05-31'),
    datesKnownTo: 'year',
    law: 'Children Act 2004; jointly with the Care Quality Commission',
    covers: ['safeguarding', 'looked-after'],
    sections: [SAFEGUARDING, LOOKED_AFTER],
    grades: fourPoint,
    judgements: slacJudgements,
    bands: timeBands,
    followUps: [noPlanAsked, healthPlan],
  },
  {
    code: 'protection-2012',
    name: 'Inspection of local authority arrangements for the protection of children',
    shortName: 'Child protection',
    from: day('2012-06-01'),
    to: day('2013-10-31'),
    datesKnownTo: 'month',
    law: 'Education and Inspections Act 2006 s136',
    covers: ['safeguarding'],
    sections: [SAFEGUARDING],
    grades: fourPoint,
    judgements: protectionJudgements,
    bands: timeBands,
    followUps: [statementOfAction, publishReport],
  },
  {
    code: 'lac-2013',
    name: 'Inspection of looked after children services',
    shortName: 'LAC',
    from: day('2013-01-01'),
    to: day('2013-10-31'),
    datesKnownTo: 'year',
    law: 'Education and Inspections Act 2006 s136',
    covers: ['looked-after'],
    sections: [LOOKED_AFTER],
    grades: fourPoint,
    judgements: lacJudgements,
    bands: timeBands,
    followUps: [statementOfAction, publishReport],
  },
  {
    code: 'sif-2013',
    name: 'Inspection of services for children in need of help and protection, children looked after and care leavers',
    shortName: 'SIF',
    from: day('2013-11-01'),
    to: day('2017-12-31'),
    datesKnownTo: 'month',
    law: 'Education and Inspections Act 2006 s136; Local Safeguarding Children Boards (Review) Regulations 2013',
    covers: ['safeguarding', 'looked-after'],
    sections: [OVERALL, SAFEGUARDING, LOOKED_AFTER, LEADERSHIP, BOARD],
    grades: shortScale,
    judgements: sifJudgements,
    bands: [priorityBand, areasBand],
    followUps: [statementOfAction, publishReport, monitoringVisit],
  },
  {
    code: 'ilacs-2018',
    name: 'Inspection of local authority children’s services',
    shortName: 'ILACS',
    from: day('2018-01-01'),
    datesKnownTo: 'month',
    law: 'Education and Inspections Act 2006 s136',
    covers: ['safeguarding', 'looked-after'],
    sections: [OVERALL, SAFEGUARDING, LOOKED_AFTER, LEADERSHIP],
    grades: laterScale,
    judgements: ilacsJudgements,
    bands: [],
    followUps: [statementOfAction, publishReport, draftPlan, monitoringVisit],
  },
]

/** The framework with a code. */
export function frameworkOf(code: FrameworkCode): Framework {
  const found = frameworks.find(f => f.code === code)
  if (!found) throw new Error(`There is no inspection framework "${code}"`)
  return found
}
