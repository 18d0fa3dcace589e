/** A column of a plan kept in a file, and the other names that councils have given it. */
interface PlanColumn {
  readonly title: string
  readonly also: readonly string[]
  /** Width in characters, where the product writes it. */
  readonly wide: number
}
/**
 * The columns of an improvement plan, in the order they are written. The names are those of plans that councils have
 * published, and of ours; a file may have any of them in any order.
 */
export const planColumns = {
  ref: { title: 'Ref', also: ['No', 'Number', 'Reference', 'Action number', 'Action ref', 'ID'], wide: 8 },
  sourceKind: { title: 'Kind of source', also: ['Source type'], wide: 16 },
  source: {
    title: 'Source',
    also: ['Inspection', 'Report', 'Where from', 'Origin', 'Source document'],
    wide: 24,
  },
  recommendation: {
    title: 'Recommendation',
    also: [
      'Ofsted recommendation',
      'Recommendations',
      'Area for improvement',
      'Areas for improvement',
      'Finding',
      'Issue',
      'Improvement commitment',
      'Recommendation (verbatim)',
      'What',
    ],
    wide: 48,
  },
  paragraph: { title: 'Paragraph', also: ['Para', 'Report paragraph'], wide: 10 },
  theme: { title: 'Theme', also: ['Priority area', 'Workstream', 'Strand', 'Priority'], wide: 20 },
  outcome: {
    title: 'Outcome for children',
    also: [
      'Outcome',
      'Desired outcome',
      'Intended outcome',
      'Outcomes',
      'What will be better',
      'Impact for children',
    ],
    wide: 40,
  },
  action: {
    title: 'Action',
    also: [
      'Actions',
      'How',
      'Key actions',
      'What will be done',
      'What we will do',
      'SMART action',
      'Task',
      'Activity',
    ],
    wide: 48,
  },
  owner: {
    title: 'Owner',
    also: [
      'Who',
      'Lead',
      'Lead officer',
      'Lead person',
      'Action owner',
      'Responsible officer',
      'Responsible',
      'Lead person (working with)',
      'By whom',
    ],
    wide: 24,
  },
  sponsor: {
    title: 'Sponsor',
    also: ['Senior sponsor', 'Accountable', 'Accountable officer', 'SRO'],
    wide: 24,
  },
  partners: { title: 'Partners', also: ['Working with', 'Partner agencies', 'Support from'], wide: 24 },
  start: { title: 'Start', also: ['Start date', 'Starts', 'From'], wide: 12 },
  due: {
    title: 'Due',
    also: [
      'When',
      'By when',
      'Due date',
      'Deadline',
      'Timescale',
      'Target date',
      'Date to be completed',
      'Completion date',
      'Original due date',
      'Original due',
    ],
    wide: 12,
  },
  revised: {
    title: 'Revised due',
    also: ['Revised date', 'Revised due date', 'New date', 'Revised deadline'],
    wide: 12,
  },
  revisedBy: { title: 'Revision approved by', also: ['Agreed by', 'Approved by', 'Who agreed'], wide: 24 },
  revisedWhy: {
    title: 'Why revised',
    also: ['Reason for revision', 'Reason for change', 'Reason revised'],
    wide: 32,
  },
  milestones: { title: 'Milestones', also: ['Milestone', 'Steps', 'Key milestones'], wide: 40 },
  measure: {
    title: 'Measure of success',
    also: [
      'Success measures',
      'Success measure',
      'Measures of success',
      'Success criteria',
      'How measured',
      'KPI',
      'Measures of success and progress',
      'Performance measure',
      'Measure',
    ],
    wide: 40,
  },
  baseline: { title: 'Baseline', also: ['Starting point', 'Baseline figure'], wide: 12 },
  target: { title: 'Target', also: ['Target figure'], wide: 12 },
  current: {
    title: 'Current',
    also: ['Current figure', 'Latest', 'Latest figure', 'Current performance'],
    wide: 12,
  },
  benchmark: { title: 'Benchmark', also: ['Comparator', 'Statistical neighbours', 'National'], wide: 16 },
  delivery: {
    title: 'Delivery',
    also: [
      'BRAG',
      'RAG',
      'BRAG rating',
      'RAG rating',
      'BRAG status',
      'RAG status',
      'Delivery BRAG',
      'Status',
      'Current status',
      'Delivery RAG',
    ],
    wide: 20,
  },
  impact: { title: 'Impact', also: ['Impact BRAG', 'Impact RAG', 'Impact rating', 'Outcome RAG'], wide: 20 },
  progress: {
    title: 'Progress',
    also: [
      'Progress report',
      'Progress update',
      'Update',
      'Updates',
      'Comments',
      'Commentary',
      'Progress to date',
      'Latest progress',
    ],
    wide: 56,
  },
  evidence: { title: 'Evidence', also: ['Evidence of impact', 'Evidence of progress'], wide: 40 },
  barriers: {
    title: 'Barriers',
    also: ['Risks', 'Barriers and risks', 'Risks and barriers', 'Risk'],
    wide: 32,
  },
} as const satisfies Readonly<Record<string, PlanColumn>>
export type PlanColumnKey = keyof typeof planColumns
export const planColumnKeys = Object.keys(planColumns) as readonly PlanColumnKey[]
export const isPlanColumn = (text: string): text is PlanColumnKey => Object.hasOwn(planColumns, text)
