import { calledBy } from '../../domain/casework/person.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { AuditTask } from '../../store/queries/audit-work.ts'
import { Tag } from '../../web/govuk/index.ts'

/** As many as a home page bears; the rest are one step away. */
const SHOWN = 8

const SAYS: Readonly<Record<AuditTask['what'], (child: string) => string>> = {
  grade: child => `Audit the file of ${child}`,
  read: child => `An audit of ${child} is ready to read`,
  act: child => `An audit asks you to do something for ${child}`,
  check: child => `Look whether it has happened for ${child}`,
  concern: child => `An auditor is worried about ${child}`,
  agree: child => `Agree the grades of the audit of ${child}`,
}

function hrefOf(t: AuditTask): string {
  const at = `/child/${t.code}/audit/${t.audit}`
  if (t.what === 'act' || t.what === 'check') return `${at}/action/${t.ref}`
  return t.what === 'concern' ? `${at}/concern` : at
}

/** What audits ask of somebody, above their other work: concerns first. */
export function AuditWork({ tasks, today }: { tasks: readonly AuditTask[]; today: Day }) {
  const open = tasks.filter(t => t.opens)
  if (open.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">From audits</h2>
      <ul class="gt-tasks">
        {open.slice(0, SHOWN).map(t => (
          <li class="gt-task">
            <div class="gt-audit-task">
              <a class="govuk-link" href={hrefOf(t)}>
                {SAYS[t.what](calledBy(t, t.code))}
              </a>
            </div>
            <div class="gt-task__when">
              {t.by ? dueWords(t.by, today) : `since ${longDay(t.since)}`}
              {t.what === 'concern' && <Tag colour="orange">Today</Tag>}
              {t.by !== null && t.by < today && <Tag colour="yellow">Late</Tag>}
            </div>
          </li>
        ))}
      </ul>
      {open.length > SHOWN && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={open.some(t => t.what === 'grade') ? '/audits/mine' : '/audits/actions'}
          >
            {open.length - SHOWN} more
          </a>
        </p>
      )}
    </section>
  )
}
