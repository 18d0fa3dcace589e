import { foldFile } from '../../domain/casework/file.ts'
import { calledBy } from '../../domain/casework/person.ts'
import { answer } from '../../domain/indicators/answer.ts'
import { findIndicator } from '../../domain/indicators/indicators.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { clocksOf } from '../../domain/timescales/evaluate.ts'
import type { Db } from '../../store/connection.ts'
import { children } from '../../store/indicators/children.ts'
import { figures } from '../../store/indicators/figures.ts'
import { listable } from '../../store/queries/listable.ts'
import { entriesOfSubjects } from '../../store/queries/subjects.ts'
import { MojScrollablePane, MojSubNavigation, Table, Tag } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { address, readAsked } from './asked.ts'
import { valueWords } from './show.tsx'

const SIZE = 50

type Only = 'yes' | 'no' | null
const readOnly = (text: string | undefined): Only => (text === 'yes' || text === 'no' ? text : null)

async function load(ctx: Ctx<Db>) {
  const i = findIndicator(ctx.params.code ?? '')
  if (!i) return { missing: `There is no indicator “${ctx.params.code}”. The digest has the list.` }
  const asked = readAsked(ctx.query, ctx.today)
  const only = readOnly(ctx.query.counts)
  const number = pageNumber(ctx.query)
  const part = asked.split && ctx.query.part ? { only: { split: asked.split, is: ctx.query.part } } : {}
  const filter = { ...(asked.team ? { team: asked.team } : {}), ...part }
  const [whole] = await figures(ctx.tx, [i], asked.on, filter)
  const behind = await children(ctx.tx, i, asked.on, {
    ...filter,
    ...(only ? { yes: only === 'yes' } : {}),
    limit: SIZE,
    offset: (number - 1) * SIZE,
  })
  const known = await listable(
    ctx.tx,
    ctx.viewer,
    ctx.now,
    behind.map(c => c.subject),
  )
  const files = await entriesOfSubjects(
    ctx.tx,
    behind.map(c => c.subject).filter(s => known.has(s)),
  )
  const why = new Map(
    [...files].map(([subject, entries]) => {
      const file = foldFile(subject, entries)
      return [subject, answer(i, { file, clocks: clocksOf(file) }, asked.on).because] as const
    }),
  )
  const yes = whole?.numerator ?? 0
  const total =
    only === 'yes' ? yes : only === 'no' ? (whole?.denominator ?? 0) - yes : (whole?.denominator ?? 0)
  return found({
    i,
    asked,
    only,
    behind,
    known,
    why,
    whole,
    total,
    number,
    part: ctx.query.part ?? null,
    pages: Math.max(1, Math.ceil(total / SIZE)),
  })
}

type Data = DataOf<typeof load>

/** The children behind a figure: as many as it counts, each with why. A restricted child is counted and not named. */
export const childrenPage = page({
  path: '/digest/:code/children',
  permission: 'children-behind',
  audit: 'the children behind a figure',
  load,
  render: (data: Data) => {
    const { i, asked, only, whole } = data
    const at = (more: Readonly<Record<string, string | null>>) =>
      address(`/digest/${i.code}/children`, asked, { counts: only, part: data.part, ...more })
    const tab = (text: string, counts: Only) => ({
      text,
      href: at({ counts, page: null }),
      active: only === counts,
    })
    return {
      title: `Children behind: ${i.name}`,
      section: 'digest',
      wide: true,
      body: (
        <>
          <a class="govuk-back-link" href={address(`/digest/${i.code}`, asked)}>
            {i.name}
          </a>
          <span class="govuk-caption-l">
            {[i.name, data.part, asked.team, longDay(asked.on)].filter(Boolean).join(', ')}
          </span>
          <h1 class="govuk-heading-l">
            {whole ? valueWords(i, whole.value) : ''}: the {data.total} children behind it
          </h1>
          <p class="govuk-body">{i.question}</p>
          {i.unit === 'percent' && (
            <MojSubNavigation
              label="Which children"
              items={[
                tab(`All ${whole?.denominator ?? 0}`, null),
                tab(`Counted ${whole?.numerator ?? 0}`, 'yes'),
                tab(`Not counted ${(whole?.denominator ?? 0) - (whole?.numerator ?? 0)}`, 'no'),
              ]}
            />
          )}
          <MojScrollablePane label="Children">
            <Table
              caption={`${data.total} children`}
              captionClass="govuk-visually-hidden"
              head={['Child', 'Counts', 'Why', 'Age', 'Team']}
              rows={data.behind.map(c => {
                const named = data.known.get(c.subject)
                return [
                  named
                    ? {
                        text: (
                          <>
                            <a class="govuk-link" href={`/child/${c.code}`}>
                              {calledBy(named, c.code)}
                            </a>
                            <span class="gt-quiet"> {c.code}</span>
                          </>
                        ),
                      }
                    : 'A restricted file',
                  { text: <Tag colour={c.yes ? 'blue' : 'grey'}>{c.yes ? 'Yes' : 'No'}</Tag> },
                  data.why.get(c.subject) ?? '',
                  c.ageBand,
                  c.team,
                ]
              })}
            />
          </MojScrollablePane>
          <Paging number={data.number} pages={data.pages} link={n => at({ page: String(n) })} />
        </>
      ),
    }
  },
})
