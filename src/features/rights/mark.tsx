import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { plural } from '../../domain/kernel/plural.ts'
import { type Typed, textOf } from '../../domain/records/parse.ts'
import type { Item } from '../../domain/rights/passages.ts'
import { requestState } from '../../domain/rights/request.ts'
import { suggestionsIn } from '../../domain/rights/suggest.ts'
import type { Db } from '../../store/connection.ts'
import { requestByCode } from '../../store/rights/read.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, Checkboxes, InsetText, Pagination } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page, pageNumber } from '../../web/page.ts'
import { RightsFrame } from './frame.tsx'
import { MarkedItem } from './mark-item.tsx'
import { keyOf, saveMark } from './mark-save.ts'
import { gatherAsked, requestAsked } from './request-load.ts'

const EACH = 10

async function load(ctx: Ctx<Db>) {
  const asked = await requestAsked(ctx)
  if ('missing' in asked) return asked
  if (!asked.request.identity)
    return {
      refused: 'Identity is not checked yet, so there is nothing to mark. The request says what waits.',
    }
  const got = await gatherAsked(ctx, asked.request, 'the file, to be marked')
  if ('refused' in got) return got
  return found({ ...asked, gathered: got.gathered })
}
type Data = DataOf<typeof load>

const canMark = (data: Data): boolean => ['marking', 'checking', 'ready'].includes(requestState(data.request))

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  if (!canMark(data)) return { refused: 'This request was answered: nothing in it changes any more.' }
  const request = (await requestByCode(ctx.tx, data.request.code)) ?? data.request
  const faults = await saveMark(ctx, request, data.gathered)
  if (faults) return { again: { typed: ctx.typed, faults } }
  const n = pageNumber(ctx.query)
  const entry = textOf(ctx.typed, '_item')
  return { go: `/rights/requests/${request.code}/mark?page=${n}${entry ? `#e-${entry}` : '#suggested'}` }
}

interface PartProps {
  readonly data: Data
  readonly ctx: Ctx<Db>
  readonly some: readonly Item[]
  readonly typed: Typed
  readonly error: string | undefined
}

/** Names of others on this page, to be taken out together. */
function Suggested({ data, ctx, some, typed, error }: PartProps) {
  const { request, gathered } = data
  const passages = new Map(some.flatMap(i => i.passages.map(p => [p.id, { p, i }] as const)))
  const out = suggestionsIn(gathered.items, gathered.file.person, some).filter(
    s =>
      !request.redactions.some(
        r => r.lifted === null && r.passage === s.passage && r.start <= s.start && r.end >= s.end,
      ),
  )
  if (out.length === 0) return null
  const items = out.flatMap(s => {
    const at = passages.get(s.passage)
    if (!at) return []
    const { text } = at.p
    const around = text.slice(Math.max(0, s.start - 40), s.end + 40)
    return [
      {
        value: keyOf(s),
        text: text.slice(s.start, s.end),
        hint: `${s.why}. ${longDay(at.i.entry.happened)}, ${at.i.title.toLowerCase()}: “… ${around} …”`,
      },
    ]
  })
  return (
    <section id="suggested">
      <h2 class="govuk-heading-m">Names of other people on this page</h2>
      <Form csrf={ctx.csrf}>
        <Checkboxes
          name="suggested"
          legend={{ text: 'Tick what is to be taken out', size: 's' }}
          hint="Found because the file says who they are. It finds names, not stories: read on below."
          items={items}
          values={error ? [typed.suggested ?? []].flat() : items.map(i => i.value)}
          error={error}
          small
        />
        <Button name="_do" value="suggested">
          Take out what is ticked
        </Button>
      </Form>
    </section>
  )
}

/** The file that was asked for, entry by entry, to be marked. */
export const markPage = page({
  path: '/rights/requests/:request/mark',
  permission: 'rights',
  audit: 'mark a file that was asked for',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const { request, gathered, code } = data
    const { items, file, kept } = gathered
    const pages = Math.max(1, Math.ceil(items.length / EACH))
    const n = Math.min(pageNumber(ctx.query), pages)
    const some = items.slice((n - 1) * EACH, n * EACH)
    const at = `/rights/requests/${request.code}/mark`
    const typed = returned?.typed ?? {}
    const faults = returned?.faults ?? {}
    return {
      title: `Request ${request.code}: mark the file`,
      section: 'rights',
      body: (
        <RightsFrame at="/rights/requests">
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">
            <a class="govuk-link" href={`/rights/requests/${request.code}`}>
              Request {request.code}
            </a>
          </span>
          <h1 class="govuk-heading-l">The file of {calledBy(file.person, code ?? '')}</h1>
          <p class="govuk-body">
            {plural(items.length, 'entry', 'entries')}, page {n} of {pages}. What is struck through goes out
            as a bracket with the reason.
          </p>
          {kept > 0 && (
            <InsetText>
              {plural(kept, 'entry is', 'entries are')} closed to you, and not shown. Somebody who may read
              them has to mark them.
            </InsetText>
          )}
          {request.marked && (
            <InsetText>
              This is the file as it stood when its marking was finished. A change now has to be finished, and
              checked, again.
            </InsetText>
          )}
          <Suggested data={data} ctx={ctx} some={some} typed={typed} error={faults.suggested} />
          {some.map(item => (
            <MarkedItem
              item={item}
              request={request}
              csrf={ctx.csrf}
              typed={typed}
              faults={textOf(typed, '_item') === item.entry.id ? faults : {}}
            />
          ))}
          {pages > 1 && (
            <Pagination
              {...(n > 1 ? { previous: { href: `${at}?page=${n - 1}` } } : {})}
              {...(n < pages ? { next: { href: `${at}?page=${n + 1}` } } : {})}
            />
          )}
        </RightsFrame>
      ),
    }
  },
})
