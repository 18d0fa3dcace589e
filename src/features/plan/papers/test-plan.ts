import { afterAll } from 'vitest'
import { type App, appWith } from '../../../../test/support/app.ts'
import { details, given, givenChild, givenSubject } from '../../../../test/support/given.ts'
import { day } from '../../../domain/kernel/day.ts'

// A plan of one action, whose figure is of nine children.

/** The first nine are there when a test begins, the others when it says so. */
export const children = Array.from({ length: 12 }, () => givenChild())
/** So many looked after children, of whom so many had their health seen to. */
export const cared = (list: typeof children, seen: number) =>
  list.flatMap((c, i) => [
    given(c.id, 'person-details', details('2015-02-28')),
    given(c.id, 'became-looked-after', { from: day('2024-03-04'), need: 'N1' }),
    given(c.id, 'legal-status', { from: day('2024-03-04'), status: 'C2' }),
    given(c.id, 'placement', { from: day('2024-03-04'), type: 'U6', provider: 'PR1' }),
    ...(i < seen ? [given(c.id, 'health-assessment', { on: day('2026-02-02'), outcome: 'held' })] : []),
  ])

const inspection = givenSubject('inspection', 'I1')
const action = givenSubject('action', 'A1')
const plan = [
  given(inspection.id, 'inspection-report-loaded', {
    file: 'thimble.txt',
    framework: 'slac-2009',
    authority: 'Thimble',
    inspectedFrom: day('2026-05-11'),
    inspectedTo: day('2026-05-22'),
    published: day('2026-06-12'),
    judgements: [{ section: 'looked-after', area: 'Being healthy', grade: 'Adequate' }],
    areasForImprovement: [
      {
        section: 'looked-after',
        band: 'three-months',
        due: '2026-09-12',
        text: 'see to health',
        agencies: ['Council'],
      },
    ],
    unsure: [],
  }),
  given(action.id, 'action-planned', {
    inspection: inspection.id,
    finding: '1',
    outcome: 'Children are well.',
    what: 'Hold clinics',
    lead: 'Di Heron, team manager',
    due: day('2026-09-12'),
  }),
  given(action.id, 'measure-bound', {
    indicator: 'HEALTH',
    baseline: '0',
    baselineOn: day('2026-06-12'),
    target: '90',
    targetBy: day('2027-03-31'),
    good: 'high',
    unit: 'percent',
  }),
  given(action.id, 'delivery-marked', { on: day('2026-09-20'), brag: 'blue' }),
].map(e => ({
  ...e,
  recorded: `${e.happened < '2026-06-12' ? '2026-06-13' : e.happened}T10:00:00.000Z` as typeof e.recorded,
}))

/** A product with that plan, its action claimed as done while no health was seen to. */
export async function papersApp(): Promise<App> {
  const nine = children.slice(0, 9)
  const app = await appWith([...nine, inspection, action], [...cared(nine, 0), ...plan])
  afterAll(async () => await app.close())
  app.at('2026-10-05T09:00:00.000Z')
  return app
}
