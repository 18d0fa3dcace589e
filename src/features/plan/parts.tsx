import type { Sentence, SourceRef } from '../../domain/improvement/paper.ts'
import {
  type Action,
  type Brag,
  DELIVERY_WORDS,
  dueNow,
  IMPACT_WORDS,
  isOverdue,
} from '../../domain/improvement/plan.ts'
import { type Day, shortDay } from '../../domain/kernel/day.ts'
import type { Entry } from '../../domain/records/entry.ts'
import { printed } from '../../domain/records/parse.ts'
import { knownRecordType } from '../../domain/records/registry.ts'

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const lower = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)

/** A mark in words and colour: "Amber: at risk". */
export function BragTag({ brag, of }: { brag: Brag | undefined; of: 'delivery' | 'impact' }) {
  if (!brag) return <span class="gt-quiet">Not marked</span>
  const words = of === 'delivery' ? DELIVERY_WORDS[brag] : IMPACT_WORDS[brag]
  return (
    <strong class={`gt-brag gt-brag--${brag}`}>
      {capital(brag)}: {lower(words)}
    </strong>
  )
}

/** Where a figure is opened: the indicator on that day, of the same children; the audits; or the action that holds it. */
export function digestHref(source: SourceRef): string {
  const { on } = source
  if ('action' in source) return `/plan/action/A${encodeURIComponent(source.action)}`
  if ('audit' in source) {
    const { audit: tool, standard, team } = source
    return `/audits/themes?${new URLSearchParams({ tool, standard, on, ...(team ? { team } : {}) })}`
  }
  const { indicator, split, team } = source
  const asked = new URLSearchParams({ on })
  if (team) asked.set('team', team)
  if (split) {
    asked.set('split', split.by)
    asked.set('part', split.value)
  }
  return `/digest/${encodeURIComponent(indicator)}?${asked}`
}

/** A sentence that leads to the figure it states. A second figure in it is named by its day. */
export function Said({ sentence }: { sentence: Sentence }) {
  const [first, ...rest] = sentence.sources
  if (sentence.toWrite) return <mark class="gt-to-write">{sentence.text}</mark>
  if (!first) return <>{sentence.text}</>
  return (
    <>
      <a class="govuk-link" href={digestHref(first)}>
        {sentence.text}
      </a>
      {rest.map(source => (
        <>
          {' '}
          <a class="govuk-link gt-source" href={digestHref(source)}>
            Figure of {shortDay(source.on)}
          </a>
        </>
      ))}
    </>
  )
}

/** When an action falls due; where it was moved, when it first did. */
export function Due({ action, on }: { action: Action; on: Day }) {
  const due = dueNow(action)
  return (
    <>
      <span class="gt-nowrap">{shortDay(due)}</span>
      {due !== action.due && <span class="gt-quiet gt-line">first {shortDay(action.due)}</span>}
      {isOverdue(action, on) && <span class="gt-line gt-overdue">Past its date</span>}
    </>
  )
}

const HIDDEN = [
  'finding',
  'inspection',
  'milestone',
  'measure',
  'barrier',
  'challenge',
  'entry',
  'action',
  'on',
]

/** What an entry says, question by question, in words; people by name where they are given. */
export function EntryWords({ entry, names }: { entry: Entry; names?: ReadonlyMap<string, string> }) {
  const type = knownRecordType(entry.type)
  return (
    <dl class="gt-facts">
      {printed(type, entry.answers)
        .filter(a => !HIDDEN.includes(a.name))
        .map(a => (
          <div>
            <dt>{a.label}</dt>
            <dd class="gt-prose">{names?.get(a.words) ?? a.words}</dd>
          </div>
        ))}
    </dl>
  )
}

/** The way to take one entry of an action out of what counts, for those who may. */
export function Undo({
  data,
  entry,
}: {
  data: { readonly code: string; readonly may: boolean }
  entry: string
}) {
  if (!data.may) return null
  return (
    <a class="govuk-link gt-noprint" href={`/plan/action/${data.code}/entry/${entry}/withdraw`}>
      Take it out
    </a>
  )
}
