import { parseDay } from '../../../kernel/day.ts'
import type { Spell } from '../../../records/spell.ts'
import type { CarePeriod } from './care-periods.ts'
import { touches } from './episodes.ts'
import {
  answer,
  type Beside,
  entriesOf,
  row,
  type WrittenChild,
  type WrittenRow,
  within,
  written,
  type YearDays,
} from './written.ts'

const who = ({ code, file }: WrittenChild) => ({ CHILD: code, DOB: written(file.person.born) })

/** The first collection year that asks for orders that deprive a child of liberty. */
const LIBERTY_FROM = 2026
/** Short breaks: of these children no review is asked. */
const SHORT_BREAKS = new Set(['V3', 'V4'])
/** Who came into care before this day is not asked about earlier permanence. */
const PERMANENCE_FROM = '2016-04-01'

/** The period of care that something of a day belongs to: on the day of a change, the one that begins. */
const periodOn = (periods: readonly CarePeriod[], on: string): CarePeriod | undefined =>
  periods.findLast(p => p.from <= on && (p.to === null || p.to >= on))

export const reviewRows = (
  child: WrittenChild,
  periods: readonly CarePeriod[],
  y: YearDays,
): readonly WrittenRow[] =>
  entriesOf(child.file, 'looked-after-review')
    .filter(e => within(e.happened, y))
    .filter(e => {
      const care = periodOn(periods, e.happened)
      return care?.episodes.some(p => !SHORT_BREAKS.has(p.status ?? '')) ?? false
    })
    .map(e =>
      row(
        'Reviews',
        { ...who(child), REVIEW: written(e.happened), REVIEW_CODE: answer(e, 'participation') },
        [e.id],
      ),
    )

/** A time of being missing ends with care at the latest: after that it is not the return's. */
function missingRow(child: WrittenChild, gone: Spell, care: CarePeriod, y: YearDays): WrittenRow {
  const ends = [gone.to, care.to].filter(d => d !== null).sort()[0]
  return row(
    'Missing',
    {
      ...who(child),
      MISSING: typeof gone.facts.kind === 'string' ? gone.facts.kind : null,
      MIS_START: written(gone.from),
      MIS_END: ends !== undefined && ends <= y.end ? written(ends) : null,
    },
    [gone.openedBy, gone.closedBy, ends === gone.to ? null : care.closedBy],
  )
}

/** Times of being missing or away that began in care, and lasted on some day of the year. */
export const missingRows = (
  child: WrittenChild,
  periods: readonly CarePeriod[],
  y: YearDays,
): readonly WrittenRow[] =>
  child.file.spells
    .filter(s => s.kind === 'missing' && touches(s, y))
    .flatMap(gone => {
      const care = periods.findLast(p => p.from <= gone.from && (p.to === null || p.to > gone.from))
      return care && touches(care, y) ? [missingRow(child, gone, care, y)] : []
    })

/** Orders that deprive of liberty: of those written again, as they were last written. */
export function libertyRows(
  child: WrittenChild,
  periods: readonly CarePeriod[],
  y: YearDays,
): readonly WrittenRow[] {
  if (y.year < LIBERTY_FROM) return []
  const orders = new Map(entriesOf(child.file, 'liberty-order').map(e => [e.happened, e]))
  return [...orders.values()].flatMap(e => {
    const care = periodOn(periods, e.happened)
    const to = parseDay(answer(e, 'to') ?? '') ?? null
    if (!care || !touches({ from: e.happened, to }, y)) return []
    return [
      row(
        'DoLo',
        {
          ...who(child),
          DOLO_START: written(e.happened),
          DOLO_END: to !== null && to <= y.end ? written(to) : null,
        },
        [e.id],
      ),
    ]
  })
}

/** How an earlier time in care ended for good, by the reason it ended: nobody need be asked again. */
const FOR_GOOD: Readonly<Record<string, string>> = {
  E11: 'P1',
  E12: 'P1',
  E41: 'P3',
  E45: 'P2',
  E46: 'P2',
  E47: 'P2',
  E48: 'P2',
}

/**
 * Whether the child had left care for good before the care of the year began: as was answered when it began, or as an
 * earlier time in care here ended.
 */
export function permanenceRows(
  child: WrittenChild,
  periods: readonly CarePeriod[],
  y: YearDays,
  { authority }: Beside,
): readonly WrittenRow[] {
  const care = periods.findLast(p => touches(p, y))
  if (!care || care.from < PERMANENCE_FROM) return []
  const said = answer(care.became, 'permanence')
  const earlier = periods.findLast(p => p.to !== null && p.to <= care.from && FOR_GOOD[p.ended ?? ''])
  if (said === null && !earlier) return []
  const known = said === null ? earlier : undefined
  return [
    row(
      'PrevPerm',
      {
        ...who(child),
        PREV_PERM: said ?? FOR_GOOD[earlier?.ended ?? ''] ?? null,
        LA_PERM: known ? authority : answer(care.became, 'permanenceBy'),
        DATE_PERM: known ? written(known.to) : answer(care.became, 'permanenceOn'),
      },
      [care.became?.id, known?.closedBy],
    ),
  ]
}
