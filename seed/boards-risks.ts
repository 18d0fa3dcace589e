type Grade = readonly [likelihood: number, impact: number]

export interface RiskWords {
  readonly title: string
  readonly cause: string
  readonly event: string
  readonly consequence: string
  readonly owner: string
  readonly sponsor?: string
  readonly controls?: string
  readonly mitigation: string
  readonly actions: readonly string[]
  readonly indicators: readonly string[]
  readonly target: Grade
  /** Days before today, the grade, days until it is looked at again, and why. */
  readonly ratings: readonly (readonly [ago: number, grade: Grade, review: number, why: string])[]
  readonly closed?: readonly [ago: number, why: string]
}

/** The risk register of the invented authority. */
export const riskWords: readonly RiskWords[] = [
  {
    title: 'Too few workers in the assessment teams',
    cause: 'One post in five is vacant, and agency workers leave at a week’s notice.',
    event: 'Assessments wait for a worker, and children meet a third one in a month.',
    consequence: 'Children are seen late and tell their story again.',
    owner: 'Head of assessment',
    sponsor: 'Director of children’s services',
    controls: 'Caseloads are looked at each Monday; no newly qualified worker holds more than twelve.',
    mitigation: 'A bonus for staying two years; eight students hired before they qualify.',
    actions: ['A2', 'A3'],
    indicators: ['UNALLOCATED', 'ALLOC24', 'CASESUP'],
    target: [2, 4],
    ratings: [
      [330, [5, 4], 90, 'Nine posts vacant at the inspection.'],
      [240, [5, 4], 90, 'Three hired, four left.'],
      [150, [4, 4], 90, 'Eight students said yes.'],
      [60, [3, 4], 90, 'Four posts vacant.'],
    ],
  },
  {
    title: 'Reviews on time that change nothing',
    cause: 'Managers are asked for dates and not for what came of them.',
    event: 'The figure is met while plans stand still.',
    consequence: 'Children wait for a home to be made permanent.',
    owner: 'Lead reviewing officer',
    controls: 'Reviewing officers look at what moved between two reviews.',
    mitigation:
      'Every month ten plans are read for what changed, and what stood still goes to the head of service.',
    actions: ['A6'],
    indicators: ['NI66', 'PARTICIPATION'],
    target: [2, 3],
    ratings: [
      [300, [3, 4], 120, 'Named by the inspection.'],
      [180, [4, 4], 90, 'The audit found the plans of six in ten unchanged.'],
      [95, [4, 4], 90, 'No change yet.'],
    ],
  },
  {
    title: 'Health assessments late for children placed far away',
    cause: 'Each other county’s health service puts its own children first.',
    event: 'First assessments come after two months, not four weeks.',
    consequence: 'What hurts a child is not found.',
    owner: 'Designated nurse',
    sponsor: 'Chief nurse, integrated care board',
    mitigation: 'Two extra clinics, and a nurse who drives.',
    actions: ['A7'],
    indicators: ['HEALTH', 'IHA'],
    target: [2, 3],
    ratings: [
      [280, [4, 4], 90, 'Every third was late.'],
      [190, [4, 3], 90, 'One clinic began.'],
      [100, [3, 3], 90, 'The second clinic began.'],
      [20, [3, 3], 90, 'Holds; winter will tell.'],
    ],
  },
  {
    title: 'The recording system fails for more than a day',
    cause: 'One data centre, and a contract that ends next year.',
    event: 'Workers cannot see who is in a home they visit tonight.',
    consequence: 'A child is left where they are not safe.',
    owner: 'Head of information technology',
    controls: 'A copy to read from, made each night; tried twice a year.',
    mitigation: 'A second site, and a plan on paper for the first two days.',
    actions: [],
    indicators: ['RECORDING'],
    target: [1, 4],
    ratings: [
      [260, [2, 5], 180, 'As other councils have seen.'],
      [70, [2, 4], 180, 'The copy was tried and held.'],
    ],
  },
  {
    title: 'Homes close and children move again',
    cause: 'Two providers run half of the homes near the county.',
    event: 'One of them stops at three months’ notice.',
    consequence: 'Children change school and lose the people they know.',
    owner: 'Head of looked after children',
    mitigation: 'Twelve new fostering households; a home of our own is being bought.',
    actions: [],
    indicators: ['NI62', 'LAC'],
    target: [3, 3],
    ratings: [
      [310, [3, 4], 120, 'One home closed in spring.'],
      [170, [4, 4], 120, 'A provider says it may sell.'],
      [30, [4, 5], 60, 'It will sell.'],
    ],
  },
  {
    title: 'Partners leave the board before it ends',
    cause: 'Budgets of the police and of health were cut.',
    event: 'Nobody who can decide comes.',
    consequence: 'What needs three agencies waits.',
    owner: 'Director of children’s services',
    mitigation: 'Each partner named a deputy who may decide.',
    actions: [],
    indicators: [],
    target: [1, 2],
    ratings: [
      [320, [3, 3], 120, 'Two meetings without the police.'],
      [200, [2, 2], 120, 'Deputies named.'],
    ],
    closed: [
      80,
      'All partners but one came themselves or by a deputy for half a year; attendance is watched on the board’s own page.',
    ],
  },
]
