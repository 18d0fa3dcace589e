import { type Day, earlier, later, longDay } from '../../kernel/day.ts'
import { accommodation, activities, inTouch, previousPermanence, workerChanges, yesNo } from './codes.ts'
import type { Child } from './known-child.ts'
import { makeEntry, NOT_SAID, type PlannedEntry, sourceOf, type Where, type Writer } from './make-entry.ts'
import type { Row } from './row.ts'
import type { Values } from './tables.ts'

/** What a return says of a child for the year as a whole. */
export interface YearRows {
  readonly header: Child | undefined
  readonly oc2: Row<Values<'oc2'>> | undefined
  readonly oc3: Row<Values<'oc3'>> | undefined
  readonly permanence: Row<Values<'previous_permanence'>> | undefined
  readonly uasc: Row<Values<'uasc'>> | undefined
  readonly workers: readonly Row<Values<'sw_episodes'>>[]
}

const ONLY_YEAR = ' (the return gives the year, not the day)'

/**
 * Health of the year as entries of their own: dated the last day of the year, as the return gives no other. What was
 * not done has no entry, as none of the forms can say it; it stands in the year's note.
 */
export function healthEntries(writer: Writer, row: Row<Values<'oc2'>>, on: Day): PlannedEntry[] {
  const v = row.values
  const year = writer.yearOf(row.side)
  const source = sourceOf(writer, [row], ONLY_YEAR)
  const make = (type: string, answers: Readonly<Record<string, unknown>>) =>
    makeEntry(writer, type, year, { on, ...answers }, source)
  const entries: PlannedEntry[] = []
  if (v.HEALTH_ASSESSMENT === '1') entries.push(make('health-assessment', { outcome: 'held' }))
  if (v.TEETH_CHECK === '1') entries.push(make('dental-check', {}))
  if (v.IMMUNISATIONS === '1') entries.push(make('immunisation', { upToDate: true }))
  if (v.IMMUNISATIONS === '0') entries.push(make('immunisation', { upToDate: false, missing: NOT_SAID }))
  if (v.SDQ_SCORE !== null) entries.push(make('sdq', { scored: true, score: v.SDQ_SCORE }))
  else if (v.SDQ_REASON !== null) entries.push(make('sdq', { scored: false, reason: v.SDQ_REASON }))
  return entries
}

const OC2_WORDS = {
  CONVICTED: 'Convicted of an offence in the year',
  HEALTH_CHECK: 'Development checks up to date',
  IMMUNISATIONS: 'Immunisations up to date',
  TEETH_CHECK: 'Teeth checked',
  HEALTH_ASSESSMENT: 'Health assessed',
  SUBSTANCE_MISUSE: 'Substance misuse problem',
  INTERVENTION_RECEIVED: 'Help with it received',
  INTERVENTION_OFFERED: 'Help with it offered',
} as const

const health = (v: Values<'oc2'>): string[] =>
  Object.entries(OC2_WORDS).flatMap(([name, words]) => {
    const value = v[name as keyof typeof OC2_WORDS]
    return value === null ? [] : [`${words}: ${yesNo[value]}.`]
  })

const leaver = (v: Values<'oc3'>): string[] => [
  `Care leaver: ${inTouch[v.IN_TOUCH]}.`,
  ...(v.ACTIV === null ? [] : [`Activity: ${activities[v.ACTIV]}.`]),
  ...(v.ACCOM === null ? [] : [`Accommodation: ${accommodation[v.ACCOM] ?? v.ACCOM}.`]),
]

const permanence = (v: Values<'previous_permanence'>): string[] => [
  `Permanence order before this care: ${previousPermanence[v.PREV_PERM]}${v.DATE_PERM === null ? '' : `, ${v.DATE_PERM}`}${v.LA_PERM === null ? '' : `, arranged by ${v.LA_PERM}`}.`,
]

const asylum = (v: Values<'uasc'>): string[] => [
  `Unaccompanied asylum-seeking child${v.DUC === null ? '' : `, ending on ${longDay(v.DUC)}`}.`,
]

const mother = (v: Values<'header'>): string[] =>
  v.MOTHER === '1' || v.MC_DOB !== null
    ? [`Is a mother${v.MC_DOB === null ? '' : `: the baby was born on ${longDay(v.MC_DOB)}`}.`]
    : []

/** Rows with the lines they add to the year's note. */
function lines(rows: YearRows, code: string): { readonly where: Where; readonly says: readonly string[] }[] {
  const told = <V>(row: Row<V> | undefined, say: (v: V) => readonly string[]) =>
    row ? [{ where: row, says: say(row.values) }] : []
  return [
    ...told(rows.header, v => [...(v.CHILD === code ? [] : [`ID in the return: ${v.CHILD}.`]), ...mother(v)]),
    ...told(rows.oc2, health),
    ...told(rows.oc3, leaver),
    ...told(rows.permanence, permanence),
    ...told(rows.uasc, asylum),
    ...rows.workers.flatMap(row =>
      told(row, v =>
        v.SW_REASON === null
          ? []
          : [`${v.SW_ID} from ${longDay(v.SW_DECOM)}: ${workerChanges[v.SW_REASON]}.`],
      ),
    ),
  ].filter(part => part.says.length > 0)
}

/**
 * What the return says of the year that has no form of its own, in one note, so that nothing read is left behind.
 * Held confidential: it may speak of offences, of drink and drugs, and of asylum.
 */
export function yearNote(writer: Writer, rows: YearRows, code: string, on: Day): PlannedEntry[] {
  const parts = lines(rows, code)
  const [first] = parts
  if (!first) return []
  const year = writer.yearOf(first.where.side)
  const answers = {
    on,
    what: 'other',
    about: `National return ${year}: what it says of the year`,
    note: parts.flatMap(p => p.says).join('\n'),
    significant: 'no',
  }
  const source = sourceOf(
    writer,
    parts.map(p => p.where),
    ONLY_YEAR,
  )
  return [makeEntry(writer, 'case-note', `year/${year}`, answers, source, { sensitivity: 'confidential' })]
}

/** The day on which a year's facts are dated: its last, or today while it runs; never before birth. */
export const yearDay = (end: Day, today: Day, born: Day): Day => later(born, earlier(end, today))
