import type { Db } from '../../store/connection.ts'
import { Button, MojSubNavigation } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, found, type PublicCtx, page, publicPage } from '../../web/page.ts'
import { countWords, type FoundServices, findServices, Narrow } from './asked.tsx'
import { ServiceItem } from './show.tsx'

function List({ services, href }: { services: FoundServices; href?: (code: string) => string }) {
  return (
    <>
      <p class="govuk-body">{countWords(services)}</p>
      <ul class="gt-services">
        {services.services.map(s => (
          <ServiceItem service={s} {...(href ? { href: href(s.code) } : {})} />
        ))}
      </ul>
      <Paging number={services.number} pages={services.pages} link={services.link} />
    </>
  )
}

const tabs = (ctx: Ctx<Db>) =>
  ctx.can('early-help').allow && (
    <MojSubNavigation
      label="Early help"
      items={[
        { text: 'Open now', href: '/early-help' },
        { text: 'This week’s meeting', href: '/early-help/meeting' },
        { text: 'Stepped up or down', href: '/early-help/stepped' },
        { text: 'Services', href: '/services', active: true },
      ]}
    />
  )

/** The directory for those who work here: also what takes nobody new, and the way to change an entry. */
export const directoryPage = page({
  path: '/services',
  permission: 'directory',
  audit: 'directory of services',
  load: async (ctx: Ctx<Db>) => found(await findServices(ctx.tx, ctx.query)),
  render: (services: FoundServices, ctx: Ctx<Db>) => ({
    title: 'Services for families',
    section: 'help',
    body: (
      <>
        <h1 class="govuk-heading-l">Services for families</h1>
        {tabs(ctx)}
        {ctx.can('directory-edit').allow && (
          <Button href="/services/new" variant="secondary">
            Add a service
          </Button>
        )}
        <p class="govuk-body">
          Anybody may read this directory at{' '}
          <a class="govuk-link" href="/help-near-you">
            help near you
          </a>
          , without an account.
        </p>
        <Narrow found={services} action="/services" openOnly />
        <List services={services} href={code => `/services/${code}`} />
      </>
    ),
  }),
})

/** The directory for anybody: families, schools, GPs. What takes nobody new is left out. */
export const helpNearYouPage = publicPage({
  path: '/help-near-you',
  audit: 'directory of services',
  limit: 60,
  load: async (ctx: PublicCtx<Db>) => found(await findServices(ctx.tx, ctx.query, { open: true })),
  render: (services: FoundServices, ctx: PublicCtx<Db>) => ({
    title: 'Help near you',
    body: (
      <>
        <span class="govuk-caption-l">{ctx.council}</span>
        <h1 class="govuk-heading-l">Help for children and families near you</h1>
        <p class="govuk-body-l">
          Each of these takes new families now. You can ring or write to them yourself; you do not need us to
          do it.
        </p>
        <p class="govuk-body">
          If a child is in danger now, ring <strong>999</strong>. If you are worried about a child,{' '}
          <a class="govuk-link" href="/contact">
            tell us
          </a>
          .
        </p>
        <Narrow found={services} action="/help-near-you" openOnly={false} />
        <List services={services} />
      </>
    ),
  }),
})
