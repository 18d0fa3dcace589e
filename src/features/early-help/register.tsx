import { ageWords } from '../../domain/casework/person.ts'
import { missingWords } from '../../domain/early-help/quality.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { type Helped, type Look, looks, register } from '../../store/queries/early-help.ts'
import { stepped } from '../../store/queries/early-help-weekly.ts'
import { SearchInput } from '../../web/form/search-input.tsx'
import { Button, MojScrollablePane, Select, Table, WarningText } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { ChildLink, HelpFrame } from './frame.tsx'

const SIZE = 25

const LOOKS: Readonly<Record<Look, string>> = {
  passed: 'The planned meeting has passed',
  quiet: 'Not met for six weeks',
  missing: 'Something is missing in the plan',
}
const isLook = (text: string | undefined): text is Look => text !== undefined && Object.hasOwn(looks, text)

async function load(ctx: Ctx<Db>) {
  const asked = (ctx.query.q ?? '').trim()
  const look = isLook(ctx.query.look) ? ctx.query.look : null
  const number = pageNumber(ctx.query)
  const words = asked
    .split(/\s+/)
    .filter(w => w !== '')
    .slice(0, 6)
  const at = { limit: SIZE, offset: (number - 1) * SIZE }
  const list = await register(ctx.tx, ctx, { words, look }, at)
  const { waiting } = await stepped(ctx.tx, ctx, { limit: 0, offset: 0 })
  return found({ asked, look, list, waiting, number, pages: Math.max(1, Math.ceil(list.shown / SIZE)) })
}

type Data = DataOf<typeof load>

function Counts({ list }: { list: Data['list'] }) {
  if (list.total === 0)
    return (
      <p class="govuk-body">No child has early help now. It begins with an assessment on the child’s file.</p>
    )
  const part = (look: Look, n: number, words: string) =>
    n > 0 && (
      <li>
        <a class="govuk-link" href={`/early-help?look=${look}`}>
          {n} {words}
        </a>
      </li>
    )
  return (
    <>
      <p class="govuk-body-l">
        {list.total === 1 ? 'One child has' : `${list.total} children have`} early help now.
      </p>
      <ul class="govuk-list">
        {part('passed', list.passed, 'whose planned meeting has passed, and none is recorded')}
        {part('quiet', list.quiet, 'whose team has not met for six weeks')}
        {part('missing', list.missing, 'with something missing in the assessment or the plan')}
      </ul>
    </>
  )
}

function Narrow({ data }: { data: Data }) {
  return (
    <search>
      <form method="get" action="/early-help" class="gt-inline-form gt-filters">
        <SearchInput label="Child, agency or lead professional" value={data.asked} width={20} />
        <Select
          name="look"
          label="Which"
          value={data.look ?? ''}
          items={[
            { value: '', text: 'All' },
            ...Object.entries(LOOKS).map(([value, text]) => ({ value, text })),
          ]}
        />
        <Button variant="secondary">Show</Button>
        {(data.asked !== '' || data.look) && (
          <a class="govuk-link" href="/early-help">
            Show all
          </a>
        )}
      </form>
    </search>
  )
}

const next = (r: Helped, on: Day) =>
  r.next === null
    ? 'None planned'
    : r.passed
      ? `Was planned for ${longDay(r.next)}`
      : r.next === on
        ? 'Today'
        : longDay(r.next)

const row = (r: Helped, on: Day) => [
  {
    text: (
      <>
        <ChildLink child={r} /> <span class="gt-line gt-quiet">{ageWords(r, on)}</span>
      </>
    ),
  },
  r.agency,
  {
    text: (
      <>
        {r.lead ?? 'Nobody named'} {r.reach && <span class="gt-line gt-quiet">{r.reach}</span>}
      </>
    ),
  },
  longDay(r.since),
  r.met ? longDay(r.met) : 'Not yet',
  next(r, on),
  r.missing.length === 0 ? 'Nothing missing' : missingWords(r.missing),
]

/** Early help open now: who leads, when the team met and meets, and what is missing in the plan. */
export const registerPage = page({
  path: '/early-help',
  permission: 'early-help',
  audit: 'register of early help',
  load,
  render: (data: Data, ctx: Ctx<Db>) => {
    const link = (n: number) =>
      `/early-help?q=${encodeURIComponent(data.asked)}&look=${data.look ?? ''}&page=${n}`
    return {
      title: 'Early help',
      section: 'help',
      wide: true,
      body: (
        <HelpFrame tab="open">
          {data.waiting > 0 && (
            <WarningText>
              {data.waiting === 1 ? 'One child was' : `${data.waiting} children were`} stepped up, and no
              referral has followed.{' '}
              <a class="govuk-link" href="/early-help/stepped">
                See who
              </a>
            </WarningText>
          )}
          <Counts list={data.list} />
          {data.list.total > 0 && <Narrow data={data} />}
          {data.list.total > 0 && data.list.shown === 0 && (
            <p class="govuk-body">No child fits. Try fewer words, or show all.</p>
          )}
          {data.list.rows.length > 0 && (
            <MojScrollablePane label="Children with early help">
              <Table
                caption={data.list.shown === 1 ? '1 child' : `${data.list.shown} children`}
                captionSize="s"
                head={[
                  'Child',
                  'Begun by',
                  'Lead professional',
                  'Since',
                  'Team last met',
                  'Meets next',
                  'Plan',
                ]}
                rows={data.list.rows.map(r => row(r, ctx.today))}
              />
            </MojScrollablePane>
          )}
          <Paging number={data.number} pages={data.pages} link={link} />
        </HelpFrame>
      ),
    }
  },
})
