import { addMonths, type Day, longDay } from '../../domain/kernel/day.ts'
import { evaluationPaper } from '../../domain/readiness/evaluation-paper.ts'
import { formDay, readDay } from '../../domain/records/kinds/day.ts'
import type { Db } from '../../store/connection.ts'
import { paperToDocx } from '../../store/documents/docx.ts'
import { authorityName } from '../../store/queries/authority.ts'
import { latest, readEvaluation } from '../../store/queries/self-evaluation.ts'
import { Button, InsetText, Select, TextInput } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { Area, type Before } from './evaluation-areas.tsx'
import { askedFramework, evaluable, frameworkName, readAreas } from './evaluation-read.ts'
import { ReadyFrame } from './frame.tsx'

const NOT_BEGUN = 'The council’s own file is not begun. Whoever runs the product begins it.'
const text = (v: unknown): string => (typeof v === 'string' ? v : '')

/** The day since which changes are asked for; null where none is, or it can't be read. */
const askedSince = (ctx: Ctx<Db>): { readonly since: Day | null; readonly fault: string | null } => {
  const typed = ctx.query.since?.trim() ?? ''
  if (typed === '') return { since: null, fault: null }
  const read = readDay(typed, ctx.today)
  return read === undefined
    ? { since: null, fault: `“${typed}” is not a date. Write it like 27/3/2026.` }
    : { since: read, fault: null }
}

async function load(ctx: Ctx<Db>) {
  const framework = askedFramework(ctx.query, ctx.today)
  const now = await readEvaluation(ctx.tx, framework, ctx.today)
  if (!now) return { missing: NOT_BEGUN }
  const { since, fault } = askedSince(ctx)
  const then = since ? await readEvaluation(ctx.tx, framework, ctx.today, since) : undefined
  const before = new Map<string, Before>(
    then?.areas.map(a => {
      const e = latest(a)
      return [
        a.code,
        e ? { know: text(e.answers.know), how: text(e.answers.how), plans: text(e.answers.plans) } : null,
      ]
    }),
  )
  return found({ framework, since, fault, before, areas: await readAreas(ctx.tx, now, ctx.today) })
}

type Data = DataOf<typeof load>

/** What the authority says of itself, area by area, with what it rests on then and now. */
export const evaluationPage = page({
  path: '/inspection/self-evaluation',
  permission: 'ready',
  audit: 'the self-evaluation',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Self-evaluation',
    section: 'inspection',
    wide: true,
    body: (
      <ReadyFrame at="/inspection/self-evaluation">
        <span class="govuk-caption-l">{frameworkName(data.framework)}</span>
        <h1 class="govuk-heading-l">Self-evaluation, {longDay(ctx.today)}</h1>
        {data.fault && <InsetText>{data.fault}</InsetText>}
        <form method="get" class="gt-inline-form gt-not-printed">
          <Select
            name="framework"
            label="Framework"
            value={data.framework}
            items={evaluable(ctx.today).map(f => ({ value: f.code, text: f.shortName }))}
          />
          <TextInput
            name="since"
            label="What has changed since"
            value={formDay(data.since ?? addMonths(ctx.today, -3))}
            width={10}
          />
          <Button variant="secondary">Show</Button>
        </form>
        <div class="gt-ready-measure">
          {data.areas.map(area => (
            <Area
              area={area}
              asAt={ctx.today}
              links
              edit={`/inspection/self-evaluation/${data.framework}/${area.code}`}
              before={data.before.get(area.code)}
              since={data.since}
            />
          ))}
        </div>
        <Button variant="secondary" href={`/inspection/self-evaluation/word?framework=${data.framework}`}>
          Download as a Word document
        </Button>
      </ReadyFrame>
    ),
  }),
})

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The same as a Word document. */
export const evaluationWordPage = page({
  path: '/inspection/self-evaluation/word',
  permission: 'ready',
  audit: 'the self-evaluation as a Word document',
  load: async (ctx: Ctx<Db>) => {
    const framework = askedFramework(ctx.query, ctx.today)
    const now = await readEvaluation(ctx.tx, framework, ctx.today)
    if (!now) return { missing: NOT_BEGUN }
    const paper = evaluationPaper({
      council: await authorityName(ctx.tx),
      framework: frameworkName(framework),
      asAt: ctx.today,
      areas: await readAreas(ctx.tx, now, ctx.today),
    })
    return {
      file: { name: `Self-evaluation ${ctx.today}.docx`, type: WORD, bytes: await paperToDocx(paper, []) },
    }
  },
  render: () => ({ title: 'Self-evaluation', body: null }),
})
