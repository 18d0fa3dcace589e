import { addDays, type Day, type Instant, longDay, parseDay } from '../../domain/kernel/day.ts'
import { instantAt, londonDay, londonTime } from '../../domain/kernel/london.ts'
import { formDay, readDay } from '../../domain/records/kinds/day.ts'
import { Button, Details, InsetText, TextInput } from '../../web/govuk/index.ts'

/** The moment at which the file is to be looked at, from `?known=3/10/2011&at=17:00`; the end of the day where no time. */
export function knownMoment(
  query: Readonly<Record<string, string | undefined>>,
  now: Instant,
): Instant | undefined {
  const typed = query.known
  if (!typed) return undefined
  const on = parseDay(typed) ?? readDay(typed, londonDay(now))
  if (!on) return undefined
  if (/^([01]?\d|2[0-3]):[0-5]\d$/.test(query.at ?? ''))
    return instantAt(on, String(query.at).padStart(5, '0'))
  return new Date(Date.parse(instantAt(addDays(on, 1))) - 1).toISOString() as Instant
}

export const momentWords = (at: Instant): string => `${longDay(londonDay(at))} at ${londonTime(at)}`

/** Says that this is the past, and how to come back. */
export function KnownBanner({
  at,
  back,
  unreadable,
  empty,
}: {
  at: Instant | undefined
  back: string
  unreadable: boolean
  /** Nothing at all had been recorded by then. */
  empty: boolean
}) {
  if (unreadable)
    return (
      <InsetText>
        That is not a date we can read. Write it like 3/10/2025. The file is shown as it is known now.
      </InsetText>
    )
  if (!at) return null
  return (
    <InsetText>
      You are looking at the file <strong>as it was known on {momentWords(at)}</strong>. What was recorded
      later is left out.{empty && ' Nothing had been recorded about this child by then.'}{' '}
      <a class="govuk-link" href={back}>
        Go back to now
      </a>
    </InsetText>
  )
}

/** Asks for a moment. */
export function KnownForm({ today }: { today: Day }) {
  return (
    <Details summary="See the file as it was known at an earlier moment">
      <form method="get" class="gt-inline-form">
        <TextInput name="known" label="Date" hint="Such as 3/10/2025" width={10} value={formDay(today)} />
        <TextInput name="at" label="Time (optional)" hint="Such as 17:00" width={5} value="" />
        <Button variant="secondary">Show</Button>
      </form>
    </Details>
  )
}
