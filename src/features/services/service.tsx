import { longDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { serviceDetails } from '../../domain/records/types/service.ts'
import type { Db } from '../../store/connection.ts'
import { readEntries } from '../../store/ledger.ts'
import { namesOf } from '../../store/people.ts'
import { oneService } from '../../store/queries/services.ts'
import { AnswerList, WrittenBy } from '../../web/form/written.tsx'
import { BackLink, Button, Details, Tag } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { ServiceWords } from './show.tsx'

async function load(ctx: Ctx<Db>) {
  const code = (ctx.params.service ?? '').toUpperCase()
  const service = await oneService(ctx.tx, code)
  if (!service) return { missing: `There is no service ${code}. Search the directory for it.` }
  const entries = (await readEntries(ctx.tx, service.subject)).filter(e => e.type === serviceDetails.code)
  return found({
    service,
    entries,
    names: await namesOf(
      ctx.tx,
      entries.map(e => e.author),
    ),
  })
}

type Data = DataOf<typeof load>

/** What was said of the service before, newest first, and by whom. */
function Earlier({ entries, names }: Pick<Data, 'entries' | 'names'>) {
  const earlier = entries.slice(0, -1).toReversed()
  if (earlier.length === 0) return null
  return (
    <Details
      summary={earlier.length === 1 ? 'What was said before' : `What was said before (${earlier.length})`}
    >
      {earlier.map(e => (
        <>
          <h2 class="govuk-heading-s">{longDay(londonDay(e.recorded))}</h2>
          <AnswerList type={serviceDetails} answers={e.answers} names={names} />
          <WrittenBy entry={e} names={names} />
        </>
      ))}
    </Details>
  )
}

/** One service, with its history. */
export const servicePage = page({
  path: '/services/:service',
  permission: 'directory',
  audit: 'a service',
  load,
  render: ({ service, entries, names }: Data, ctx: Ctx<Db>) => {
    const last = entries.at(-1)
    return {
      title: service.name,
      section: 'help',
      body: (
        <>
          <BackLink href="/services">Services for families</BackLink>
          <h1 class="govuk-heading-l">
            {service.name} {!service.open && <Tag colour="grey">Takes nobody new now</Tag>}
          </h1>
          <ServiceWords service={service} />
          {last && <WrittenBy entry={last} names={names} />}
          {ctx.can('directory-edit').allow && (
            <Button href={`/services/${service.code}/edit`} variant="secondary">
              Change it
            </Button>
          )}
          <Earlier entries={entries} names={names} />
        </>
      ),
    }
  },
})
