import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { findRecordType } from '../../domain/records/registry.ts'
import { findSeries } from '../../domain/timescales/table.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { DeskLine } from '../../store/queries/desk.ts'
import type { Desk, DeskList } from '../../store/queries/desk-lists.ts'
import { Tag } from '../../web/govuk/index.ts'
import { waited } from './waited.ts'

/** What it is, in words, and where it is seen or done. */
function said(list: DeskList, l: DeskLine): { readonly say: string; readonly href: string } {
  const at = `/child/${l.code}`
  switch (list) {
    case 'referrals':
      return { say: 'Decide the referral', href: `${at}/record/referral-decided` }
    case 'unsigned':
    case 'left':
    case 'sent-back':
      return { say: findRecordType(l.what)?.title ?? l.what, href: `${at}/entry/${l.entry}` }
    case 'late':
      return { say: findSeries(l.what)?.title ?? l.what, href: `${at}/clock/${l.what}/${l.due}` }
    case 'drift':
      return { say: `Last moved ${longDay(l.since)}`, href: `${at}/chronology` }
    case 'children':
      return { say: `Held since ${longDay(l.since)}`, href: at }
  }
}

function When({ list, l, d }: { list: DeskList; l: DeskLine; d: Desk }) {
  if (list === 'children') return null
  if (list === 'late')
    return (
      <>
        {l.due && dueWords(l.due, d.today)}
        {l.reason ? <span class="gt-quiet">reason given</span> : <Tag colour="yellow">No reason</Tag>}
      </>
    )
  return (
    <>
      {waited(l.since, d.today)}
      {l.due && <span class="gt-quiet">{dueWords(l.due, d.today)}</span>}
      {l.due && l.due < d.today && <Tag colour="yellow">Late</Tag>}
      {list === 'unsigned' && l.reason && <Tag colour="light-blue">Changed since sent back</Tag>}
    </>
  )
}

/** One line of a list of the desk: the child, what it is, how long, and the way to decide. */
export function Line({ list, l, d, back }: { list: DeskList; l: DeskLine; d: Desk; back: string }) {
  const { say, href } = said(list, l)
  const child = calledBy(l, l.code)
  const decides = list === 'drift' || list === 'late' || list === 'children'
  const then = `?then=${encodeURIComponent(back)}`
  return (
    <li class="gt-task">
      <div class="gt-task__what">
        <a class="govuk-link gt-task__child" href={`/child/${l.code}`}>
          {child}
        </a>
        <span class="gt-task__do">
          <a class="govuk-link" href={href.includes('/record/') ? href + then : href}>
            {say}
            <span class="govuk-visually-hidden">: {child}</span>
          </a>
          {l.worker && <span class="gt-quiet">{l.worker}</span>}
          {d.team === null && l.team && <span class="gt-quiet">{l.team}</span>}
        </span>
      </div>
      <div class="gt-task__when">
        <When list={list} l={l} d={d} />
        {decides && (
          <a class="govuk-link" href={`/child/${l.code}/record/managers-decision${then}`}>
            Decide<span class="govuk-visually-hidden">: {child}</span>
          </a>
        )}
      </div>
    </li>
  )
}
