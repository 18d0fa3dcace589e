import type { Day } from '../../kernel/day.ts'
import { readDay } from './days.ts'

/** A value kept in place of one that is blank or can't be read, and what is said of it. Silent where `say` is null. */
interface Instead<V> {
  readonly value: V
  readonly say: string | null
}

/** A column of a table: how its cells are read, and what becomes of a row where one can't be. */
export interface Column<V> {
  /** What may stand in it, to end the sentence "Write …". */
  readonly expects: string
  /** Reads what is written, trimmed and never blank; undefined where it is not one of the things it may be. */
  readonly read: (text: string) => V | undefined
  /** Null: the row is left out. */
  readonly ifBlank: Instead<V> | null
  readonly ifWrong: Instead<V> | null
  /** A day in the child's life: not before birth, and not to come. */
  readonly lived: boolean
}

export type Columns = Readonly<Record<string, Column<unknown>>>
export type ValuesOf<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer V> ? V : never
}

const column = <V>(expects: string, read: Column<V>['read'], lived = false): Column<V> => ({
  expects,
  read,
  ifBlank: null,
  ifWrong: null,
  lived,
})

/** May be blank. A value that can't be read leaves the row out: an end that is misread would look like no end. */
export const optional = <V>(c: Column<V>): Column<V | null> => ({ ...c, ifBlank: { value: null, say: null } })

/** May be blank, and is left blank with a note where it can't be read: the rest of the row is worth keeping. */
export const spare = <V>(c: Column<V>): Column<V | null> => ({
  ...c,
  ifBlank: { value: null, say: null },
  ifWrong: { value: null, say: 'The row is kept without it.' },
})

/** Has a value of its own for "not known", kept with a note where the cell is blank or can't be read. */
export const orElse = <V>(c: Column<V>, value: V, words: string): Column<V> => ({
  ...c,
  ifBlank: { value, say: `The row is kept with “${words}”.` },
  ifWrong: { value, say: `The row is kept with “${words}”.` },
})

/** A day in the child's life. */
export const day = (): Column<Day> => column('a date like 27/03/2026', readDay, true)

/** A day that may be to come, or before the child was born. */
export const anyDay = (): Column<Day> => column('a date like 27/03/2026', readDay)

/** A day of which part may be unknown, written with zz: "zz/05/2020". Kept as written. */
export const partDay = (): Column<string> =>
  column('a date like 27/03/2026, with zz for what is not known', text =>
    /^(zz|\d{1,2})\/(zz|\d{1,2})\/(zzzz|\d{4})$/i.test(text) ? text.toLowerCase() : undefined,
  )

/** pandas and Excel write a 1 beside a blank as 1.0. */
const plain = (text: string) => text.replace(/^(\d+)\.0+$/, '$1')

/**
 * One of a set of codes, in either case. Codes of every collection year from 2017-18 are accepted in any year: an
 * episode that began under an old code is still returned with it.
 * @param also other ways in which a code has been written: `1` for M
 */
export function code<const C extends Readonly<Record<string, string>>>(
  codes: C,
  also: Readonly<Record<string, keyof C & string>> = {},
): Column<keyof C & string> {
  const is = (text: string): text is keyof C & string => Object.hasOwn(codes, text)
  const names = Object.keys(codes)
  const list =
    names.length > 14 ? `a code of the return, such as ${names.slice(0, 3).join(', ')}` : names.join(', ')
  return column(names.length > 14 ? list : `one of ${list}`, text => {
    const upper = plain(text.toUpperCase())
    return is(upper) ? upper : also[upper]
  })
}

export const wholeNumber = (from: number, to: number): Column<number> =>
  column(`a whole number from ${from} to ${to}`, text => {
    const n = plain(text)
    return /^\d{1,4}$/.test(n) && Number(n) >= from && Number(n) <= to ? Number(n) : undefined
  })

/** A child's or worker's ID, as the authority writes it. */
export const id = (whose: string): Column<string> =>
  column(`${whose} ID, of at most 40 characters`, text => (text.length <= 40 ? text : undefined))

export const words = (most: number): Column<string> =>
  column(`at most ${most} characters`, text => (text.length <= most ? text : undefined))

/** A postcode as people write it: one space before the last three characters. Its truth is not checked. */
export const postcode = (): Column<string> =>
  column('a postcode like AB1 2CD', text => {
    const close = text.toUpperCase().replace(/\s+/g, '')
    return /^[A-Z0-9]{5,8}$/.test(close) ? `${close.slice(0, -3)} ${close.slice(-3)}` : undefined
  })

const UNKNOWN_UPN = /^UN\d{1,2}$/
/** A unique pupil number; UN1 and its like say why there is none, and are read as none. */
export const upn = (): Column<string | null> =>
  column('a UPN: a letter, 11 figures, and a figure or letter', text => {
    const upper = text.toUpperCase()
    if (UNKNOWN_UPN.test(upper)) return null
    return /^[A-Z]\d{11}[\dA-Z]$/.test(upper) ? upper : undefined
  })
