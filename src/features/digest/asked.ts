import { type Split, splits } from '../../domain/indicators/groups.ts'
import { type Day, monthOver } from '../../domain/kernel/day.ts'
import { readDay } from '../../domain/records/kinds/day.ts'

/** What a digest page is asked for by its address. */
export interface Asked {
  readonly on: Day
  readonly team: string | null
  readonly split: Split | null
  /** Said where the date could not be read, or lies ahead. */
  readonly fault: string | null
}

const isSplit = (text: string | undefined): text is Split => text !== undefined && Object.hasOwn(splits, text)

type Query = Readonly<Record<string, string | undefined>>

/**
 * What an elected member is shown: the whole authority, at the end of a month. Teams asked for one by one, or two days
 * one after the other, would tell by taking one from the other what each table holds back.
 */
export function forMember(query: Query, today: Day): Asked {
  const asked = readAsked(query, today)
  return {
    ...asked,
    on: monthOver(asked.on),
    team: null,
    split: asked.split,
    fault: asked.team
      ? 'Members see the figures of the whole authority. Figures of one team are not shown by themselves.'
      : asked.fault,
  }
}

export function readAsked(query: Query, today: Day): Asked {
  const typed = query.on?.trim() ?? ''
  const read = typed === '' ? today : readDay(typed, today)
  const fault =
    read === undefined
      ? `“${typed}” is not a date. Write it like 3/10/2025. Figures are shown for today.`
      : read > today
        ? 'That day is still to come. Figures are shown for today.'
        : null
  const on = read === undefined || read > today ? today : read
  return { on, team: query.team ? query.team : null, split: isSplit(query.split) ? query.split : null, fault }
}

/** The address of a digest page with what it is asked for. */
export function address(
  path: string,
  asked: Asked,
  more: Readonly<Record<string, string | null>> = {},
): string {
  const parts: Record<string, string | null> = { on: asked.on, team: asked.team, split: asked.split, ...more }
  const said = Object.entries(parts).flatMap(([k, v]) => (v ? [`${k}=${encodeURIComponent(v)}`] : []))
  return `${path}?${said.join('&')}`
}
