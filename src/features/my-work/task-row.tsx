import { overTeams } from '../../domain/access/writes.ts'
import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { writes } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { recordShowing } from '../../domain/records/showing.ts'
import { spellKinds } from '../../domain/records/spell.ts'
import { findSeries } from '../../domain/timescales/table.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { Task } from '../../store/queries/work.ts'
import { Tag } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'

/** What to do, in words, and where it is done. */
function task(t: Task, signs: boolean): { readonly say: string; readonly href: string } {
  const at = `/child/${t.code}`
  if (t.kind === 'signature')
    return {
      say: `${signs ? 'Sign off' : 'Waits to be signed off'}: ${knownRecordType(t.what).title.toLowerCase()}`,
      href: `${at}/entry/${t.entry}`,
    }
  if (t.kind === 'sent-back')
    return {
      say: `Sent back to you: ${knownRecordType(t.what).title.toLowerCase()}`,
      href: `${at}/entry/${t.entry}`,
    }
  if (t.kind === 'handover') return { say: 'Write the handover', href: `${at}/handover` }
  if (t.kind === 'unallocated')
    return {
      say: `Nobody is allocated. ${t.what in spellKinds ? Object(spellKinds)[t.what].title : ''}`,
      href: `${at}/record/allocation`,
    }
  return { say: findSeries(t.what)?.task ?? t.what, href: `${at}/clock/${t.what}/${t.due}` }
}

/** Work that is left to do on a file that is closed since: the way there is past the reason, which the work itself is. */
const reasonFirst = (t: Task, href: string): string =>
  `/child/${t.code}/reason?for=${t.kind}&then=${encodeURIComponent(href)}`

/** One thing to do: for whom, what, by when, and the way to record it. */
export function TaskRow({ t, ctx, team }: { t: Task; ctx: Ctx<unknown>; team: boolean }) {
  const { say, href } = task(t, team || overTeams(ctx.viewer.role))
  const late = t.due !== null && t.due < ctx.today
  const stops = t.kind === 'clock' ? findSeries(t.what)?.stops : undefined
  const shows = stops && recordShowing(stops)
  const doIt = shows && writes(shows, ctx.viewer.role) ? shows : undefined
  return (
    <li class="gt-task">
      <div class="gt-task__what">
        <a class="govuk-link gt-task__child" href={`/child/${t.code}`}>
          {calledBy(t, t.code)}
        </a>
        <span class="gt-task__do">
          <a class="govuk-link" href={t.opens ? href : reasonFirst(t, href)}>
            {say}
          </a>
          {t.worker && (team || t.worker !== ctx.viewer.name) && <span class="gt-quiet">{t.worker}</span>}
        </span>
      </div>
      <div class="gt-task__when">
        {t.due ? dueWords(t.due, ctx.today) : `since ${longDay(t.since)}`}
        {late && <Tag colour="yellow">Late</Tag>}
        {late && t.reason && <span class="gt-quiet">reason given</span>}
        {t.kind === 'unallocated' && <Tag colour="orange">Unallocated</Tag>}
        {t.kind === 'sent-back' && <Tag colour="orange">Sent back</Tag>}
        {t.kind === 'signature' && <Tag colour="light-blue">Unsigned</Tag>}
        {doIt && (
          <a class="govuk-link" href={`/child/${t.code}/record/${doIt.code}`}>
            Record it
          </a>
        )}
      </div>
    </li>
  )
}
