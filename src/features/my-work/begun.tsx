import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import { type SubjectKind, subjectKinds } from '../../domain/records/entry.ts'
import { findRecordType } from '../../domain/records/registry.ts'
import type { draftsOf } from '../../store/drafts.ts'

type Begun = Awaited<ReturnType<typeof draftsOf>>[number]

/** Where the forms of a file stand, by the name that its draft has; those not named here, under `record`. */
const places: Readonly<Partial<Record<SubjectKind, (code: string, form: string) => string>>> = {
  child: (code, form) =>
    `/child/${code}/${form.includes('/') || form === 'assess-together' ? form : `record/${form}`}`,
  service: code => `/services/${code}/edit`,
  contact: code => `/front-door/${code}`,
  worker: code => `/supervision/${code}`,
  audit: () => '/audits/mine',
  paper: code => `/plan/papers/${code}/edit`,
  // What has no file yet lies with the council’s own.
  authority: () => '/front-door/new',
}

const what = (form: string): string =>
  /^(part\/)?amend\//.test(form)
    ? 'Amendment'
    : (findRecordType(form.replace(/^part\/record\//, ''))?.title ?? form.replaceAll('-', ' '))

const whom = (d: Begun): string =>
  d.kind === 'child'
    ? calledBy({ givenName: d.givenName, familyName: d.familyName, unborn: d.unborn ?? false }, d.code)
    : d.kind === 'authority'
      ? 'the front door'
      : `${subjectKinds[d.kind].toLowerCase()} ${d.code}`

/** What somebody has typed and not sent, each leading back to its form. */
export function BegunForms({ drafts }: { drafts: readonly Begun[] }) {
  if (drafts.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Begun and not recorded</h2>
      <ul class="govuk-list">
        {drafts.map(d => (
          <li>
            <a class="govuk-link" href={places[d.kind]?.(d.code, d.form) ?? '/'}>
              {what(d.form)}
            </a>{' '}
            for {whom(d)}, saved {longDay(londonDay(d.saved))} at {londonTime(d.saved)}
          </li>
        ))}
      </ul>
    </section>
  )
}
