import { longDay } from '../../domain/kernel/day.ts'
import { type Agreement, agreement, type GradedTwice } from '../../domain/quality/agreement.ts'
import { grades, isGrade } from '../../domain/quality/grades.ts'
import { auditTool } from '../../domain/quality/tools.ts'
import { questionsOf } from '../../domain/records/types/audit-grading.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { gradedTwice } from '../../store/queries/audit-found.ts'
import { Details, MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { years } from './asked.ts'
import { AuditFrame } from './frame.tsx'

type Twice = Awaited<ReturnType<typeof gradedTwice>>[number]

const pair = (t: Twice, field: string): readonly GradedTwice[] => {
  const [first, second] = [t.first[field], t.second[field]]
  return isGrade(first) && isGrade(second) ? [{ first, second }] : []
}

const standardsOf = (t: Twice) => auditTool(t.tool)?.standards ?? []

async function load(ctx: Ctx<Db>) {
  const { from, to } = years(ctx.today).now
  const twice = await gradedTwice(ctx.tx, from, to)
  const standards = [...new Map(twice.flatMap(standardsOf).map(s => [s.code, s.title]))]
  return found({
    twice,
    overall: agreement(twice.flatMap(t => pair(t, 'overall'))),
    all: agreement(
      twice.flatMap(t => standardsOf(t).flatMap(s => pair(t, questionsOf(s.code).grade))),
      twice.length,
    ),
    each: standards.map(([code, title]) => ({
      title,
      is: agreement(twice.flatMap(t => pair(t, questionsOf(code).grade))),
    })),
    names: await namesOf(
      ctx.tx,
      twice.flatMap(t => [t.firstBy, t.secondBy]),
    ),
  })
}

type Data = DataOf<typeof load>

const cent = (n: number | null): string => (n === null ? '–' : `${n}%`)
const kappa = (n: number | null): string => (n === null ? 'not defined' : n.toFixed(2))

const cells = (title: string, a: Agreement) => [
  title,
  a.pairs,
  cent(a.exact),
  cent(a.withinOne),
  kappa(a.linear),
  kappa(a.quadratic),
]
const number = (text: string) => ({ text, numeric: true })

const wordOf = (g: unknown): string => (isGrade(g) ? grades[g] : '')

/** How far two auditors of the same file agree, each without knowing the other’s grades. */
export const moderationPage = page({
  path: '/audits/moderation',
  permission: 'audit-draw',
  audit: 'moderation of audits',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Moderation',
    section: 'audits',
    wide: true,
    body: (
      <AuditFrame ctx={ctx} at="/audits/moderation">
        <h1 class="govuk-heading-l">Moderation</h1>
        <p class="govuk-body-l">{data.all.words}</p>
        {data.twice.length > 0 && (
          <>
            <p class="govuk-body">
              {data.twice.length} files were graded twice in the last twelve months. Grades of one file hang
              together, so
              {` ${data.all.pairs} `}pairs of grades say less than as many files would.
            </p>
            <MojScrollablePane label="Agreement by standard">
              <Table
                caption="Agreement of first and second grading"
                captionSize="m"
                rowHeaders
                head={[
                  'Standard',
                  number('Pairs'),
                  number('The same grade'),
                  number('Within one grade'),
                  number('Kappa, by steps'),
                  number('Kappa, steps squared'),
                ]}
                rows={[
                  cells('All standards', data.all),
                  cells('Over all', data.overall),
                  ...data.each.map(e => cells(e.title, e.is)),
                ]}
              />
            </MojScrollablePane>
            <Details summary="What kappa says">
              <p class="govuk-body">
                Two people who threw dice would agree sometimes. Kappa is how much better than that they do: 1
                is always, 0 is no better than chance. “By steps” counts good against inadequate as twice as
                far apart as good against requires improvement; “squared” as four times. It is not defined
                where both gave one grade throughout.
              </p>
            </Details>
            <MojScrollablePane label="Files graded twice">
              <Table
                caption="Files graded twice"
                captionSize="m"
                rowHeaders
                head={[
                  'Audit',
                  'Finished',
                  'First auditor',
                  'Over all',
                  'Second auditor',
                  'Over all',
                  'Grades',
                ]}
                rows={data.twice.map(t => [
                  t.code,
                  longDay(t.on),
                  data.names.get(t.firstBy) ?? 'Somebody who has left',
                  wordOf(t.first.overall),
                  data.names.get(t.secondBy) ?? 'Somebody who has left',
                  wordOf(t.second.overall),
                  t.agreed ? 'Agreed' : same(t) ? 'The same' : 'To be agreed',
                ])}
              />
            </MojScrollablePane>
          </>
        )}
      </AuditFrame>
    ),
  }),
})

const same = (t: Twice): boolean =>
  t.first.overall === t.second.overall &&
  standardsOf(t).every(s => t.first[questionsOf(s.code).grade] === t.second[questionsOf(s.code).grade])
