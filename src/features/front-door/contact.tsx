import { calledInContact } from '../../domain/front-door/outcome.ts'
import { writes } from '../../domain/records/record-type.ts'
import { contactDecided } from '../../domain/records/types/contact.ts'
import type { Db } from '../../store/connection.ts'
import { Problems } from '../../web/form/form.tsx'
import { InsetText, Tag } from '../../web/govuk/index.ts'
import { type Ctx, page, type Returned } from '../../web/page.ts'
import { DecideForm } from './decide-form.tsx'
import { DecidedNow, DecidedView } from './decided.tsx'
import { type ContactData, loadContact } from './load.ts'
import { AboutIt, Before, sortOf, WhatWasSaid } from './said.tsx'
import { submitContact } from './submit.tsx'

const heading = (data: ContactData): string =>
  data.children.map(c => calledInContact(c.told.answers)).join(', ') ||
  sortOf(data.view.received.answers.sort)

function Body({ data, ctx, returned }: { data: ContactData; ctx: Ctx<Db>; returned: Returned | null }) {
  const { received, decided } = data.view
  const may = writes(contactDecided, ctx.viewer.role)
  return (
    <>
      {decided && <DecidedNow decided={decided} done={ctx.query.done} />}
      <Problems faults={returned?.faults} />
      {returned?.conflict}
      <span class="govuk-caption-l">
        Contact {data.code}: {sortOf(received.answers.sort).toLowerCase()}
      </span>
      <h1 class="govuk-heading-l">
        {heading(data)}{' '}
        {received.answers.danger === true && !decided && <Tag colour="red">A child is in danger now</Tag>}{' '}
        {(decided ?? received).answers.marac === true && <Tag colour="purple">MARAC</Tag>}
      </h1>
      {decided && <DecidedView data={data} decided={decided} ctx={ctx} returned={returned} />}
      <div class="gt-columns">
        <WhatWasSaid data={data} />
        <div>
          <AboutIt data={data} on={ctx.today} />
          <Before data={data} />
        </div>
      </div>
      {!decided && may && <DecideForm data={data} ctx={ctx} returned={returned} />}
      {!decided && !may && (
        <InsetText>It waits for a decision by a manager of the front door, or out of hours.</InsetText>
      )}
    </>
  )
}

/** One contact: what was said, who it is about, what is decided, and what the referrer is told. One page. */
export const contactPage = page({
  path: '/front-door/:contact',
  permission: 'front-door',
  audit: 'a contact',
  load: loadContact,
  submit: submitContact,
  render: (data: ContactData, ctx: Ctx<Db>, returned) => ({
    title: `Contact ${data.code}: ${heading(data)}`,
    section: 'front-door',
    wide: true,
    body: <Body data={data} ctx={ctx} returned={returned} />,
  }),
})
