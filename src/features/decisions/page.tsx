import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { type Decided, deciders, decisionKinds, decisions } from '../../store/queries/decisions.ts'
import { teams } from '../../store/queries/teams.ts'
import { Problems } from '../../web/form/form.tsx'
import { MojFilterLayout, Tag } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { afterOf, filterOf, registerLink } from './asked.ts'
import { Filters } from './filters.tsx'

const SIZE = 25

async function load(ctx: Ctx<Db>) {
  const { asked, faults } = filterOf(ctx.query, ctx.today)
  const after = afterOf(ctx.query.after)
  // One more than is shown tells whether there are more.
  const list = await decisions(ctx.tx, ctx.viewer, ctx, asked, { after, limit: SIZE + 1 })
  return found({
    query: ctx.query,
    faults,
    list: list.slice(0, SIZE),
    more: list.length > SIZE,
    after,
    deciders: await deciders(ctx.tx),
    teams: await teams(ctx.tx),
  })
}

export type Data = DataOf<typeof load>

/** Where the line leads: the entry itself, or the contact it concerns. */
const opens = (d: Decided): string =>
  d.code ? `/child/${d.code}/entry/${d.opens}` : `/front-door/${d.contact ?? ''}`

const Part = ({ name, words }: { name: string; words: string }) =>
  words === '' ? null : (
    <p class="govuk-body gt-decision__part">
      <span class="gt-quiet">{name}</span> <span class="gt-prose">{words}</span>
    </p>
  )

function Line({ d }: { d: Decided }) {
  const whom = d.code ? calledBy(d, d.code) : `Contact ${d.contact ?? ''}`
  return (
    <li class="gt-decision">
      <p class="gt-decision__head">
        <a class="govuk-link" href={d.code ? `/child/${d.code}` : opens(d)}>
          {whom}
        </a>{' '}
        <span class="gt-quiet">
          {longDay(d.on)}, {decisionKinds[d.type].toLowerCase()}, {d.who ?? 'somebody who has left'}
        </span>
      </p>
      <a class="govuk-link gt-decision__what" href={opens(d)}>
        {d.decision}
      </a>
      <Part name="Why:" words={d.reason} />
      <Part name="Next:" words={d.next} />
      {d.by && (
        <p class="govuk-body gt-decision__part">
          <span class="gt-quiet">By</span> {longDay(d.by)} {d.overdue && <Tag colour="yellow">Overdue</Tag>}
        </p>
      )}
    </li>
  )
}

function Ways({ data }: { data: Data }) {
  const last = data.list.at(-1)
  return (
    <ul class="govuk-list gt-links">
      {data.more && last && (
        <li>
          <a
            class="govuk-link"
            href={registerLink(data.query, '/decisions', { after: `${last.on}_${last.entry}` })}
            rel="next"
          >
            Earlier decisions
          </a>
        </li>
      )}
      {data.after && (
        <li>
          <a class="govuk-link" href={registerLink(data.query)}>
            Back to the latest
          </a>
        </li>
      )}
      {data.list.length > 0 && (
        <li>
          <a class="govuk-link" href={registerLink(data.query, '/decisions/export')}>
            Take all of these as a file (CSV). It is logged
          </a>
        </li>
      )}
    </ul>
  )
}

/** What was decided, why, what comes next and by when: searched, of the children whose files one may open. */
export const decisionsPage = page({
  path: '/decisions',
  permission: 'decisions',
  audit: 'register of decisions',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Register of decisions',
    section: ctx.can('desk').allow ? 'team' : 'work',
    wide: true,
    body: (
      <>
        <Problems faults={data.faults} />
        <Heading>Register of decisions</Heading>
        <MojFilterLayout filter={<Filters data={data} />}>
          {data.list.length === 0 ? (
            <p class="govuk-body-l">
              No decision is found. The register holds those of children whose files you may open: take a
              filter off, or try fewer words.
            </p>
          ) : (
            <ol class="govuk-list gt-decisions">
              {data.list.map(d => (
                <Line d={d} />
              ))}
            </ol>
          )}
          <Ways data={data} />
        </MojFilterLayout>
      </>
    ),
  }),
})
