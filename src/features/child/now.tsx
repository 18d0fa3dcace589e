import { trueOn } from '../../domain/casework/file.ts'
import { gaps, nowOf, spellWords } from '../../domain/casework/now.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { writes } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import type { Spell } from '../../domain/records/spell.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { listable } from '../../store/queries/listable.ts'
import { Button, InsetText, SummaryList, type SummaryRow } from '../../web/govuk/index.ts'
import { type ChildCtx, childPage, type DataOf, found } from '../../web/page.ts'
import { Decided } from './decided.tsx'
import { Done } from './done.tsx'
import { Family, namedChildren } from './family.tsx'
import { ChildFrame } from './frame.tsx'
import { KnownBanner, KnownForm, knownMoment } from './known.tsx'
import { Lives } from './lives.tsx'
import { Next } from './next.tsx'

const COMMON = ['statutory-visit', 'case-note', 'looked-after-review', 'managers-decision'] as const
const LAST = 6

async function load(ctx: ChildCtx<Db>) {
  const at = knownMoment(ctx.query, ctx.now)
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer, at)
  const on = at ? londonDay(at) : ctx.today
  const file = trueOn(view.file, on)
  const people = file.spells.flatMap(s => (typeof s.facts.worker === 'string' ? [s.facts.worker] : []))
  const names = await namesOf(ctx.tx, [...people, ...file.happenings.map(e => e.author)])
  const known = await listable(ctx.tx, ctx.viewer, ctx.now, namedChildren(file))
  return found({
    at,
    view,
    on,
    file,
    names,
    known,
    unreadable: ctx.query.known !== undefined && at === undefined,
  })
}

type Data = DataOf<typeof load>

const since = (s: Spell): string => `since ${longDay(s.from)}`

function facts({ file, on, names }: Data): readonly SummaryRow[] {
  const now = nowOf(file, on)
  const who = (s: Spell | null) =>
    s && typeof s.facts.worker === 'string' ? (names.get(s.facts.worker) ?? 'somebody') : null
  const row = (key: string, s: Spell | null, words: string | null): SummaryRow[] =>
    s === null
      ? []
      : [{ key, value: `${words ?? spellWords(s)}${words || spellWords(s) ? ', ' : ''}${since(s)}` }]
  return [
    {
      key: 'Allocated worker',
      value: now.worker ? `${who(now.worker)}, ${spellWords(now.worker)}, ${since(now.worker)}` : 'Nobody',
    },
    ...row('Reviewing officer', now.reviewing, who(now.reviewing)),
    ...row('Looked after', now.lookedAfter, ''),
    ...row('Legal status', now.legalStatus, null),
    ...row('Lives', now.placement, null),
    ...row('Child protection plan', now.plan, null),
    ...row('Private fostering', now.privatelyFostered, ''),
    ...row('Referral', now.referral, 'Waiting for a decision'),
    ...(file.person.identity ? [{ key: 'Identity', value: file.person.identity }] : []),
  ]
}

function Missing({ data, code }: { data: Data; code: string }) {
  const list = gaps(data.file, data.on)
  if (list.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">What is missing</h2>
      <ul class="govuk-list govuk-list--bullet">
        {list.map(g => (
          <li>
            {g.say}.{' '}
            <a class="govuk-link" href={`/child/${code}/record/${g.type}`}>
              Record it
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lately({ data, code }: { data: Data; code: string }) {
  const last = data.file.happenings
    .filter(e => !e.withdrawn && e.type !== 'person-details')
    .slice(-LAST)
    .reverse()
  return (
    <section>
      <h2 class="govuk-heading-m">What happened lately</h2>
      {last.length === 0 && <p class="govuk-body">Nothing is recorded yet.</p>}
      <ul class="gt-lately">
        {last.map(e => (
          <li>
            <span class="gt-lately__when">{longDay(e.happened)}</span>
            <span>
              <a class="govuk-link" href={`/child/${code}/entry/${e.id}`}>
                {knownRecordType(e.type).title}
              </a>
              : {knownRecordType(e.type).summary(e.answers)}
              <span class="gt-quiet"> {data.names.get(e.author) ?? ''}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Record({ ctx }: { ctx: ChildCtx<Db> }) {
  const may = (code: string) => {
    const type = knownRecordType(code)
    return ctx.can(type.permission).allow && writes(type, ctx.viewer.role)
  }
  const buttons = COMMON.filter(may)
  if (buttons.length === 0) return null
  return (
    <div class="govuk-button-group">
      {buttons.map((code, i) => (
        <Button
          href={`/child/${ctx.child.code}/record/${code}`}
          {...(i > 0 ? { variant: 'secondary' as const } : {})}
        >
          {knownRecordType(code).title}
        </Button>
      ))}
      <a class="govuk-link" href={`/child/${ctx.child.code}/record`}>
        Record something else
      </a>
    </div>
  )
}

/** One page: who, where, what is next, what is missing, and the last things that happened. */
export const nowPage = childPage({
  path: '/child/:child',
  permission: 'open',
  audit: 'this child now',
  load,
  render: (data, ctx: ChildCtx<Db>) => ({
    title: ctx.child.called,
    section: 'find',
    wide: true,
    body: (
      <ChildFrame ctx={ctx} file={data.file} tab="now" on={data.on}>
        <h1 class="govuk-visually-hidden">This child now</h1>
        <KnownBanner
          at={data.at}
          back={`/child/${ctx.child.code}`}
          unreadable={data.unreadable}
          empty={data.view.entries.length === 0}
        />
        <Done
          view={data.view}
          id={ctx.query.done}
          again={ctx.query.again === 'yes'}
          on={ctx.today}
          code={ctx.child.code}
        />
        {data.view.kept > 0 && (
          <InsetText>{data.view.kept} confidential entries are not shown to you.</InsetText>
        )}
        {!data.at && <Record ctx={ctx} />}
        <div class="gt-columns">
          <div>
            <Next clocks={data.view.clocks} on={data.on} code={ctx.child.code} />
            <Lately data={data} code={ctx.child.code} />
          </div>
          <div>
            <h2 class="govuk-heading-m">Who and where</h2>
            <SummaryList rows={facts(data)} />
            <Decided file={data.file} on={data.on} code={ctx.child.code} />
            <Family file={data.file} on={data.on} known={data.known} />
            <Missing data={data} code={ctx.child.code} />
          </div>
        </div>
        <Lives file={data.file} on={data.on} />
        <KnownForm today={ctx.today} />
      </ChildFrame>
    ),
  }),
})
