import { longDay } from '../../domain/kernel/day.ts'
import { momentWords } from '../../domain/kernel/london.ts'
import { type Faults, type Typed, textOf } from '../../domain/records/parse.ts'
import { redactionReasons } from '../../domain/records/types/access-request.ts'
import { reasonWords } from '../../domain/rights/disclosure.ts'
import type { Item, Passage } from '../../domain/rights/passages.ts'
import { type AccessRequest, cutsOf, type Redaction } from '../../domain/rights/request.ts'
import { Form } from '../../web/form/form.tsx'
import { Button, Details, Select, SummaryList, TextInput } from '../../web/govuk/index.ts'

const REASONS = Object.entries(redactionReasons).map(([value, text]) => ({ value, text }))

/** A passage as whoever marks it sees it: what goes is struck through, and still to be read. */
function Marked({ passage, cuts }: { passage: Passage; cuts: readonly Redaction[] }) {
  const edges = [...new Set([0, passage.text.length, ...cuts.flatMap(c => [c.start, c.end])])].toSorted(
    (a, b) => a - b,
  )
  return (
    <span class="gt-prose">
      {edges.slice(0, -1).map((start, i) => {
        const end = edges[i + 1] ?? start
        const words = passage.text.slice(start, end)
        const why = cuts.filter(c => c.start <= start && c.end >= end).map(c => reasonWords(c.reason))
        return why.length > 0 ? (
          <del class="gt-rights-cut" title={why.join('; ')}>
            {words}
          </del>
        ) : (
          words
        )
      })}
    </span>
  )
}

interface ItemProps {
  readonly item: Item
  readonly request: AccessRequest
  readonly csrf: string
  readonly typed: Typed
  /** Where the form of this entry came back. */
  readonly faults: Faults
}

/** The id of a question asked of every entry: where it is to be put right, the one to which the head of the page leads. */
const idOf = (name: string, faults: Faults, { entry }: Item): string =>
  faults[name] === undefined ? `${name}-${entry.id}` : name

function TakeOut({ item, csrf, typed, faults }: ItemProps) {
  const { id } = item.entry
  const wrong = faults.words ?? faults.passage ?? faults.reason
  const mine = wrong === undefined ? {} : typed
  return (
    <Details
      summary={
        <>
          Take words out
          <span class="govuk-visually-hidden">
            {' '}
            of {item.title}, {longDay(item.entry.happened)}
          </span>
        </>
      }
      open={wrong !== undefined}
    >
      <Form csrf={csrf}>
        <input type="hidden" name="_item" value={id} />
        <Select
          name="passage"
          id={idOf('passage', faults, item)}
          label="Out of which answer?"
          items={item.passages.map(p => ({ value: p.id, text: p.label }))}
          value={textOf(mine, 'passage')}
          error={faults.passage}
        />
        <TextInput
          name="words"
          id={idOf('words', faults, item)}
          label="Which words?"
          hint="As they are written. Leave it blank to take out the whole answer."
          value={textOf(mine, 'words')}
          error={faults.words}
        />
        <Select
          name="reason"
          id={idOf('reason', faults, item)}
          label="Why?"
          items={REASONS}
          value={textOf(mine, 'reason') || 'third-party'}
          error={faults.reason}
        />
        <Button variant="secondary" name="_do" value="words">
          Take them out
        </Button>
      </Form>
    </Details>
  )
}

function PutBack({ item, csrf, cuts, faults }: ItemProps & { readonly cuts: readonly Redaction[] }) {
  const { id } = item.entry
  if (cuts.length === 0) return null
  return (
    <Details summary="Put words back" open={faults.why !== undefined}>
      <Form csrf={csrf}>
        <input type="hidden" name="_item" value={id} />
        <Select
          name="redaction"
          id={`redaction-${id}`}
          label="Which?"
          items={cuts.map(c => ({
            value: c.id,
            text: `${item.passages.find(p => p.id === c.passage)?.label ?? ''}: ${item.passages
              .find(p => p.id === c.passage)
              ?.text.slice(c.start, Math.min(c.end, c.start + 60))}`,
          }))}
        />
        <TextInput name="why" id={idOf('why', faults, item)} label="Why?" error={faults.why} />
        <Button variant="secondary" name="_do" value="back">
          Put them back
        </Button>
      </Form>
    </Details>
  )
}

function Documents({ item, request, csrf, typed, faults }: ItemProps) {
  return (
    <>
      {item.documents.map(d => {
        const chosen = request.documents.get(d.hash)
        const error = textOf(typed, 'hash') === d.hash ? faults.given : undefined
        return (
          <Form csrf={csrf}>
            <input type="hidden" name="_item" value={item.entry.id} />
            <input type="hidden" name="hash" value={d.hash} />
            <Select
              name="given"
              id={error === undefined ? `given-${item.entry.id}-${d.hash.slice(0, 8)}` : 'given'}
              label={`Document: ${d.name}`}
              hint={chosen === undefined ? 'Not decided yet. It is given whole, or kept back.' : 'Decided.'}
              items={[
                { value: '', text: 'Choose' },
                { value: 'yes', text: 'Give it, whole' },
                ...REASONS.map(r => ({ value: r.value, text: `Keep it back: ${r.text.toLowerCase()}` })),
              ]}
              value={chosen === undefined ? '' : (chosen ?? 'yes')}
              error={error}
            />
            <Button variant="secondary" name="_do" value="document">
              Save
            </Button>
          </Form>
        )
      })}
    </>
  )
}

/** One entry of a file that was asked for, with what is taken out of it. */
export function MarkedItem(props: ItemProps) {
  const { item, request } = props
  const cuts = item.passages.flatMap(p => cutsOf(request, p))
  return (
    <section id={`e-${item.entry.id}`} class="gt-rights-item">
      <h2 class="govuk-heading-m">
        {longDay(item.entry.happened)}: {item.title}
      </h2>
      <p class="govuk-body-s gt-quiet">
        Written down by {item.author}, {momentWords(item.entry.recorded)}
      </p>
      <SummaryList
        rows={item.passages.map(p => ({
          key: p.label,
          value: <Marked passage={p} cuts={cutsOf(request, p)} />,
        }))}
      />
      {item.passages.length > 0 && request.answered === null && (
        <>
          <TakeOut {...props} />
          <PutBack {...props} cuts={cuts} />
        </>
      )}
      {request.answered === null && <Documents {...props} />}
    </section>
  )
}
