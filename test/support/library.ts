import type { Report } from '../../src/domain/improvement/reading/report.ts'
import { day } from '../../src/domain/kernel/day.ts'

/** A short report of an invented council as the reader would give it, with whatever a test says otherwise. */
export const invented = (more: Partial<Report> = {}): Report => ({
  framework: 'ilacs-2018',
  kind: 'standard',
  overall: 'Requires improvement to be good',
  lscb: null,
  authority: 'Tarn',
  inspectedFrom: day('2022-03-07'),
  inspectedTo: day('2022-03-18'),
  published: null,
  judgements: [
    {
      section: 'leadership',
      area: 'The impact of leaders on social work practice with children and families',
      grade: 'Requires improvement to be good',
    },
    {
      section: 'safeguarding',
      area: 'The experiences and progress of children who need help and protection',
      grade: 'Requires improvement to be good',
    },
    {
      section: 'looked-after',
      area: 'The experiences and progress of children in care and care leavers',
      grade: 'Good',
    },
    { section: 'overall', area: 'Overall effectiveness', grade: 'Requires improvement to be good' },
  ],
  areasForImprovement: [
    {
      section: 'overall',
      band: null,
      due: null,
      text: 'The grip that supervision gives on children’s plans, so that none of them drifts',
      agencies: ['Tarn Council'],
    },
    {
      section: 'overall',
      band: null,
      due: null,
      text: 'How soon a child is told why they came into care, in life story work',
      agencies: ['Tarn Council'],
    },
  ],
  recommendations: [
    {
      mark: null,
      section: 'overall',
      text: 'The grip that supervision gives on children’s plans, so that none of them drifts',
    },
    {
      mark: null,
      section: 'overall',
      text: 'How soon a child is told why they came into care, in life story work',
    },
  ],
  evidence: [
    {
      number: '7',
      section: 'safeguarding',
      heading: 'Help and protection',
      text: 'Chronologies are rarely kept up. A worker who opens the file cannot see what was tried before.',
    },
  ],
  unsure: [],
  ...more,
})
