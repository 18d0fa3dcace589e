import { ownParts, toCome } from '../../domain/casework/own-plan.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Standing } from '../../domain/records/entry.ts'
import { ownChildOf } from '../../store/accounts/of-young-person.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { Button, NotificationBanner, SummaryCard } from '../../web/govuk/index.ts'
import { type ChildCtx, type Ctx, childPage, type DataOf, found, page } from '../../web/page.ts'

/** Where a young person’s account leads: to the page of their own file. */
export const minePage = page({
  path: '/mine',
  permission: 'my-own',
  audit: 'my own plan',
  load: async (ctx: Ctx<Db>) => {
    const code = await ownChildOf(ctx.tx, ctx.viewer.id)
    return code
      ? { go: `/child/${code}/mine` }
      : { missing: 'Your account does not know which plan is yours. Ask your worker to put it right.' }
  },
  render: () => ({ title: 'My plan', section: 'work', body: null }),
})

const isOpen = (s: { readonly to: Day | null }): boolean => s.to === null

async function load(ctx: ChildCtx<Db>) {
  const { file, clocks } = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const whom = (key: string): string =>
    String(file.spells.find(s => s.kind === 'allocation' && s.key === key && isOpen(s))?.facts.worker ?? '')
  const ids = [whom('worker'), whom('reviewing')].filter(id => id !== '')
  const names = await namesOf(ctx.tx, ids)
  return found({
    worker: names.get(whom('worker')),
    reviewing: names.get(whom('reviewing')),
    comes: toCome(clocks, ctx.today),
    parts: ownParts(file.happenings),
    said: file.happenings
      .filter(e => (e.type === 'child-said' || e.type === 'child-answered') && !e.withdrawn)
      .toReversed(),
    waits: file.spells.some(s => s.kind === 'said' && isOpen(s)),
  })
}
type Data = DataOf<typeof load>

function People({ data }: { data: Data }) {
  return (
    <>
      <p class="govuk-body">
        {data.worker
          ? `Your social worker is ${data.worker}.`
          : 'You have no social worker just now. Somebody is being found.'}
      </p>
      {data.reviewing && (
        <p class="govuk-body">
          {data.reviewing} runs your review meetings, and makes sure that you are listened to.
        </p>
      )}
    </>
  )
}

function Comes({ data, today }: { data: Data; today: Day }) {
  if (data.comes.length === 0) return <p class="govuk-body">Nothing has a date just now.</p>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {data.comes.map(c => (
        <li>
          {c.what}:{' '}
          {c.due < today ? `this was to happen by ${longDay(c.due)}, and is late` : `by ${longDay(c.due)}`}
        </li>
      ))}
    </ul>
  )
}

function Said({ e }: { e: Standing }) {
  const on = longDay(londonDay(e.recorded))
  return e.type === 'child-said' ? (
    <SummaryCard title={`You said, ${on}`}>
      <p class="govuk-body gt-prose">{String(e.answers.said ?? '')}</p>
    </SummaryCard>
  ) : (
    <SummaryCard title={`The answer, ${on}`}>
      <p class="govuk-body gt-prose">{String(e.answers.answer ?? '')}</p>
      <p class="govuk-body gt-prose">
        <strong>What happens now:</strong> {String(e.answers.next ?? '')}
      </p>
    </SummaryCard>
  )
}

/** A young person’s own page: who is there for them, what comes, their plan, and what they said (rules §4; YP1). */
export const ownPage = childPage({
  path: '/child/:child/mine',
  permission: 'own-read',
  audit: 'my own plan, read',
  load,
  render: (data: Data, ctx: ChildCtx<Db>) => ({
    title: 'My plan',
    section: 'work',
    body: (
      <>
        {ctx.query.done && (
          <NotificationBanner type="success">
            <p class="govuk-notification-banner__heading">
              Thank you. Your worker will read it and answer you.
            </p>
          </NotificationBanner>
        )}
        <h1 class="govuk-heading-l">My plan</h1>
        <People data={data} />
        <Button href={`/child/${ctx.child.code}/mine/say`}>Say something</Button>
        <p class="govuk-body">
          Say what you think, make a complaint, ask for an advocate, or ask to run your own review meeting.
        </p>
        <h2 class="govuk-heading-m">What comes next</h2>
        <Comes data={data} today={ctx.today} />
        {data.parts.map(p => (
          <section>
            <h2 class="govuk-heading-m">{p.title}</h2>
            <p class="govuk-body gt-quiet">From {longDay(p.on)}</p>
            {p.pieces.map(piece => (
              <>
                <h3 class="govuk-heading-s">{piece.title}</h3>
                <p class="govuk-body gt-prose">{piece.words}</p>
              </>
            ))}
          </section>
        ))}
        {data.parts.length === 0 && (
          <p class="govuk-body">There is no plan here yet. Ask your worker when you will make it together.</p>
        )}
        {data.said.length > 0 && <h2 class="govuk-heading-m">What you said, and the answers</h2>}
        {data.waits && (
          <p class="govuk-body">You are waiting for an answer. It should come within three working days.</p>
        )}
        {data.said.map(e => (
          <Said e={e} />
        ))}
        <h2 class="govuk-heading-m">If you are not safe, or worried</h2>
        <p class="govuk-body">
          In danger, ring 999. To talk to somebody who is not from the council, ring Childline on 0800 1111:
          it is free, and open day and night.
        </p>
      </>
    ),
  }),
})
