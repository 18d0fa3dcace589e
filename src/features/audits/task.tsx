import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { AuditTask } from '../../store/queries/audit-work.ts'
import { Tag } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'

const SAYS: Readonly<Record<AuditTask['what'], string>> = {
  grade: 'Audit this file',
  read: 'An audit is ready to read',
  act: 'Do what an audit asks',
  check: 'Look whether what the audit asked has happened',
  concern: 'An auditor is worried about this child',
  agree: 'Agree the grades with the other auditor',
}

const hrefOf = (t: AuditTask): string => {
  const at = `/child/${t.code}/audit/${t.audit}`
  if (t.what === 'act' || t.what === 'check') return `${at}/action/${t.ref}`
  return t.what === 'concern' ? `${at}/concern` : at
}

/** One thing that an audit asks of somebody: for which child, what, by when. */
export function AuditTaskRow({ t, ctx, say }: { t: AuditTask; ctx: Ctx<unknown>; say?: string }) {
  const child = calledBy(t, t.code)
  const late = t.by !== null && t.by < ctx.today
  return (
    <li class="gt-task">
      <div class="gt-task__what">
        <span class="gt-task__child">{child}</span>
        <span class="gt-task__do">
          {t.opens ? (
            <a class="govuk-link" href={hrefOf(t)}>
              {say ?? SAYS[t.what]}
              <span class="govuk-visually-hidden">: {child}</span>
            </a>
          ) : (
            (say ?? SAYS[t.what])
          )}
          <span class="gt-quiet">
            {[t.audit, t.what === 'grade' ? null : t.worker, t.what === 'grade' ? null : t.team]
              .filter(Boolean)
              .join(', ')}
          </span>
        </span>
      </div>
      <div class="gt-task__when">
        {t.by ? dueWords(t.by, ctx.today) : `since ${longDay(t.since)}`}
        {late && <Tag colour="yellow">Late</Tag>}
      </div>
    </li>
  )
}
