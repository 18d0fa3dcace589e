import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day } from '../../domain/kernel/day.ts'

/** True of a row of `happening`, written `h`, that waits for a signature and was not sent back. */
export const waitsUnsigned = sql<boolean>`(h.signed_by is null and h.sent_back is null and h.needs_signature <> '{}' and not h.withdrawn)`

/** Days after which those who are over managers see what was left unsigned. */
const LEFT = 28

/** True of a row of `happening`, written `h`, that was recorded more than four weeks before a day, by London's days. */
export const leftSince = (today: Day): RawBuilder<boolean> =>
  sql<boolean>`h.recorded < ${addDays(today, -LEFT)}::timestamp at time zone 'Europe/London'`
