import { helpWith } from '../../domain/records/types/service.ts'
import type { Service } from '../../store/queries/services.ts'
import { SummaryList, Tag } from '../../web/govuk/index.ts'

const isHelp = (code: string): code is keyof typeof helpWith => Object.hasOwn(helpWith, code)

/** "3 to 11 years", "from 16 years", "any age" */
export function agesOf({ fromAge, toAge }: Pick<Service, 'fromAge' | 'toAge'>): string {
  if (fromAge !== null && toAge !== null)
    return fromAge === toAge ? `${fromAge} years` : `${fromAge} to ${toAge} years`
  if (fromAge !== null) return `From ${fromAge} years`
  return toAge === null ? 'Any age' : `Up to ${toAge} years`
}

const phoneHref = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`

/** Only an address of the web is made a link. */
const isWeb = (web: string): boolean => /^https?:\/\/\S+$/.test(web)

function Reach({ service: s }: { service: Service }) {
  return (
    <>
      <span class="gt-prose">{s.reach}</span>{' '}
      {s.phone && (
        <span class="gt-line">
          Telephone{' '}
          <a class="govuk-link" href={phoneHref(s.phone)}>
            {s.phone}
          </a>
        </span>
      )}{' '}
      {s.email && (
        <span class="gt-line">
          Email{' '}
          <a class="govuk-link" href={`mailto:${encodeURIComponent(s.email).replace('%40', '@')}`}>
            {s.email}
          </a>
        </span>
      )}{' '}
      {s.web && (
        <span class="gt-line">
          {isWeb(s.web) ? (
            <a class="govuk-link" href={s.web} rel="noreferrer">
              {s.web.replace(/^https?:\/\//, '')}
            </a>
          ) : (
            s.web
          )}
        </span>
      )}
    </>
  )
}

/** What a service is: who it is for, and how one reaches it. */
export function ServiceWords({ service: s }: { service: Service }) {
  return (
    <SummaryList
      rows={[
        { key: 'Who it is for', value: <span class="gt-prose">{s.who}</span> },
        { key: 'Ages', value: agesOf(s) },
        {
          key: 'Helps with',
          value: s.helps.map(code => (isHelp(code) ? helpWith[code] : code)).join(', '),
        },
        ...(s.where ? [{ key: 'Where', value: s.where }] : []),
        { key: 'How to reach it', value: <Reach service={s} /> },
      ]}
    />
  )
}

/** One service in a list; `href` leads to its own page where there is one for the reader. */
export function ServiceItem({ service: s, href }: { service: Service; href?: string }) {
  return (
    <li class="gt-service" id={s.code}>
      <h2 class="govuk-heading-m">
        {href ? (
          <a class="govuk-link" href={href}>
            {s.name}
          </a>
        ) : (
          s.name
        )}{' '}
        {!s.open && <Tag colour="grey">Takes nobody new now</Tag>}
      </h2>
      <ServiceWords service={s} />
    </li>
  )
}
