import { longDay } from '../../../domain/kernel/day.ts'
import type { Round } from '../../../domain/quality/section-11.ts'
import { addressOf } from '../../../store/accounts/settings.ts'
import type { Db } from '../../../store/connection.ts'
import { authorityName } from '../../../store/queries/authority.ts'
import { InsetText } from '../../../web/govuk/index.ts'
import type { Ctx, Html } from '../../../web/page.ts'
import type { Told } from './ask.ts'

interface LetterProps {
  readonly told: Told
  readonly round: Pick<Round, 'title' | 'due'>
  readonly council: string
  readonly where: string
  readonly from: string
  readonly on: string
}

const Letter = ({ told, round, council, where, from, on }: LetterProps) => (
  <article class="gt-s11-letter">
    <p class="govuk-body">
      {told.contact}
      <br />
      {told.agency}
      {told.email && (
        <>
          <br />
          {told.email}
        </>
      )}
    </p>
    <p class="govuk-body">{on}</p>
    <h2 class="govuk-heading-m">{round.title}</h2>
    <p class="govuk-body">
      Section 11 of the Children Act 2004 asks your organisation to see to it that its work keeps children
      safe. Please tell us how you do: twelve standards, what shows each, and what you will do where something
      is missing. We ask for your answer by <strong>{longDay(round.due)}</strong>.
    </p>
    <p class="govuk-body">
      Answer at <strong>{where}</strong> with this reference and code. You can save and come back, and
      colleagues can answer with you.
    </p>
    <p class="gt-contact__code">
      {told.reference}
      <br />
      {told.code}
    </p>
    <p class="govuk-body">
      The code opens your organisation’s answer and no other. Give it to those who answer for you and nobody
      else. No name of a child is asked for; please write none.
    </p>
    <p class="govuk-body">
      {from}
      <br />
      {council}
    </p>
  </article>
)

/** The letters, shown once: at no address, so that nobody comes back to the codes. */
export async function lettersPage(
  ctx: Ctx<Db>,
  round: Pick<Round, 'title' | 'due' | 'code'>,
  told: readonly Told[],
): Promise<Html> {
  const council = await authorityName(ctx.tx)
  const address = await addressOf(ctx.tx)
  const where = address
    ? new URL('/section-11', address).href
    : 'the address of this product, followed by /section-11'
  return {
    title: `Letters: ${round.title}`,
    section: 'audits',
    body: (
      <>
        <h1 class="govuk-heading-l gt-not-printed">
          Letters to {told.length === 1 ? '1 agency' : `${told.length} agencies`}
        </h1>
        <div class="gt-not-printed">
          <InsetText>
            Print this page now, or copy each letter into an email: the codes are shown only here. Where one
            is lost, a new letter with a new code is made on the agency’s page.
          </InsetText>
          <p class="govuk-body">
            <a class="govuk-link" href={`/audits/section-11/${round.code}`}>
              On to the round
            </a>
          </p>
        </div>
        {told.map(t => (
          <Letter
            told={t}
            round={round}
            council={council}
            where={where}
            from={ctx.viewer.name}
            on={longDay(ctx.today)}
          />
        ))}
      </>
    ),
  }
}
