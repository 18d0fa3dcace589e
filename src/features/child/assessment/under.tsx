import type { ComponentChildren } from 'preact'
import { seenSince, viewsSince } from '../../../domain/assessment/gathered.ts'
import { assessments, carried, chronologyLines, knownBefore } from '../../../domain/assessment/known.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import type { Standing } from '../../../domain/records/entry.ts'
import { type Typed, textOf } from '../../../domain/records/parse.ts'
import { knownRecordType } from '../../../domain/records/registry.ts'
import type { Db } from '../../../store/connection.ts'
import type { FileView } from '../../../store/queries/file-of.ts'
import { Button, Checkboxes, Details } from '../../../web/govuk/index.ts'
import type { ChildCtx } from '../../../web/page.ts'

interface UnderProps {
  readonly view: FileView
  readonly ctx: ChildCtx<Db>
  readonly typed: Typed
}

const words = (v: unknown): string => (typeof v === 'string' ? v : '')
const title = (e: Standing): string => knownRecordType(e.type).title

const link = (ctx: ChildCtx<Db>, entry: string, text: string) => (
  <a class="govuk-link" href={`/child/${ctx.child.code}/entry/${entry}`}>
    {text}
  </a>
)

/** So many days are said at once; the others are a press away. */
const LATELY = 6

const Days = ({ seen, ctx }: { seen: readonly Standing[]; ctx: ChildCtx<Db> }) => (
  <>
    {seen.map((e, i) => (
      <>
        {i > 0 && ', '}
        {link(ctx, e.id, longDay(e.happened))}
        {e.answers.seen === 'alone' && ' (alone)'}
      </>
    ))}
  </>
)

/** When the child was seen, so that nobody looks it up. */
function Seen({ view, ctx }: UnderProps) {
  const seen = seenSince(view.file)
  if (seen.length === 0)
    return <p class="govuk-body-s gt-quiet">No visit since it began shows that the child was seen.</p>
  const lately = seen.slice(-LATELY)
  const earlier = seen.slice(0, -LATELY)
  return (
    <>
      <p class="govuk-body-s gt-quiet">
        {earlier.length > 0 ? 'Last seen' : 'Seen'}: <Days seen={lately} ctx={ctx} />
      </p>
      {earlier.length > 0 && (
        <Details summary={`Earlier since it began (${earlier.length})`}>
          <p class="govuk-body-s">
            <Days seen={earlier} ctx={ctx} />
          </p>
        </Details>
      )}
    </>
  )
}

/** What the child said at the time, in the words of the time. */
function Said({ view, ctx }: UnderProps) {
  const said = viewsSince(view.file)
  if (said.length === 0) return null
  return (
    <Details summary={`What they said or showed since it began (${said.length})`} open={said.length <= 2}>
      {said.map(e => (
        <blockquote class="gt-assess-said">
          <p class="gt-prose">{words(e.answers.views)}</p>
          <footer class="gt-quiet">{link(ctx, e.id, `${title(e)}, ${longDay(e.happened)}`)}</footer>
        </blockquote>
      ))}
    </Details>
  )
}

/** Events of the chronology that the text does not have yet: tick, and they are put into it. */
function Events({ view, ctx, typed }: UnderProps) {
  const text = textOf(typed, 'history')
  const left = chronologyLines(view.file, ctx.today).filter(l => !text.includes(l.line))
  if (left.length === 0) return null
  return (
    <Details summary={`Significant events that are not in the text (${left.length})`}>
      <Checkboxes
        name="_events"
        legend={{ text: 'Which belong here?', size: 's' }}
        items={left.map(l => ({ value: l.entry, text: l.line }))}
        small
      />
      <Button variant="secondary" name="_insert" value="history">
        Put the ticked events into the text
      </Button>
    </Details>
  )
}

/** What was written last time under a question that is thought through afresh. */
function LastTime({ view, ctx, name }: UnderProps & { readonly name: string }) {
  const last = assessments(view.file).findLast(e => words(e.answers[name]) !== '')
  if (!last) return null
  return (
    <Details summary={`What was written on ${longDay(last.happened)}`}>
      <p class="govuk-body gt-prose">{words(last.answers[name])}</p>
      {link(ctx, last.id, 'Read the whole assessment')}
    </Details>
  )
}

/** Whence a question was filled in. */
function Filled({ view, ctx, name }: UnderProps & { readonly name: string }) {
  const known = knownBefore(view.file, name)
  const from = known && view.file.happenings.find(e => e.id === known.entry)
  if (!from) return null
  return (
    <p class="govuk-body-s gt-quiet">
      Known since {longDay(known.since)}: {link(ctx, from.id, title(from).toLowerCase())}. Change what has
      changed.
    </p>
  )
}

/** What the record knows already about one question of an assessment. */
export function Under({ name, ...known }: UnderProps & { readonly name: string }): ComponentChildren {
  if (name === 'seenOn') return <Seen {...known} />
  if (name === 'views')
    return (
      <>
        <Said {...known} />
        <LastTime {...known} name={name} />
      </>
    )
  if (name === 'history')
    return (
      <>
        <Filled {...known} name={name} />
        <Events {...known} />
      </>
    )
  if (carried.includes(name)) return <Filled {...known} name={name} />
  return ['risks', 'protects', 'parents', 'impact', 'analysis', 'plan'].includes(name) ? (
    <LastTime {...known} name={name} />
  ) : null
}
