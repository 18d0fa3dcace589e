import { day } from '../kernel/day.ts'
import {
  draftPlan,
  finalPlan,
  jointStatement,
  monitoringVisit,
  planningVisit,
  publishReport,
  reinspection,
  statementOfAction,
} from './follow-ups.ts'
import type { Framework, FrameworkCode } from './framework.ts'
import { ilacsJudgements, sifJudgements } from './framework-judgements.ts'
import { BOARD, LEADERSHIP, LOOKED_AFTER, OVERALL, SAFEGUARDING } from './framework-parts.ts'
import { areasBand, laterScale, priorityBand, shortScale } from './framework-scales.ts'
import { pastFrameworks } from './frameworks-past.ts'

/** The inspection frameworks for children's services since 2009, oldest first. Source: rules 3A, 3B, 1N. */
export const frameworks: readonly Framework[] = [
  ...pastFrameworks,
  {
    code: 'sif-2013',
    name: 'Inspection of services for children in need of help and protection, children looked after and care leavers',
    shortName: 'SIF',
    from: day('2013-11-01'),
    to: day('2017-12-31'),
    datesKnownTo: 'month',
    law: 'Education and Inspections Act 2006 s136; Local Safeguarding Children Boards (Review) Regulations 2013',
    source: 'Published reports, 2014–15',
    status: 'confirmed',
    covers: ['safeguarding', 'looked-after'],
    sections: [OVERALL, SAFEGUARDING, LOOKED_AFTER, LEADERSHIP, BOARD],
    grades: shortScale,
    judgements: sifJudgements,
    bands: [priorityBand, areasBand],
    followUps: [statementOfAction, publishReport, planningVisit, monitoringVisit, reinspection],
  },
  {
    code: 'jtai-2016',
    name: 'Joint targeted area inspection',
    shortName: 'JTAI',
    from: day('2016-01-01'),
    datesKnownTo: 'year',
    law: 'Children Act 2004 s20; SI 2015/1792',
    source: 'The regulations; published guidance',
    status: 'supported',
    covers: ['partnership'],
    sections: [OVERALL],
    grades: [],
    judgements: [],
    bands: [priorityBand],
    followUps: [jointStatement],
  },
  {
    code: 'ilacs-2018',
    name: 'Inspection of local authority children’s services',
    shortName: 'ILACS',
    from: day('2018-01-01'),
    datesKnownTo: 'month',
    law: 'Education and Inspections Act 2006 s136',
    source: 'Published reports, 2021–26',
    status: 'confirmed',
    covers: ['safeguarding', 'looked-after'],
    sections: [OVERALL, SAFEGUARDING, LOOKED_AFTER, LEADERSHIP],
    grades: laterScale,
    judgements: ilacsJudgements,
    bands: [priorityBand],
    followUps: [
      statementOfAction,
      publishReport,
      draftPlan,
      finalPlan,
      planningVisit,
      monitoringVisit,
      reinspection,
    ],
  },
]

/** The framework with a code. */
export function frameworkOf(code: FrameworkCode): Framework {
  const found = frameworks.find(f => f.code === code)
  if (!found) throw new Error(`There is no inspection framework "${code}"`)
  return found
}
