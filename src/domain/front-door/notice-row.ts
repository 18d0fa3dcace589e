import { type Day, dayFromNumber, dayOf } from '../kernel/day.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import { formDay, readDay } from '../records/kinds/day.ts'
import type { Answers } from '../records/kinds/field.ts'
import { type Faults, parse, type Typed } from '../records/parse.ts'
import type { RecordType } from '../records/record-type.ts'
import { contactChild, contactReceived } from '../records/types/contact.ts'
import { bornFault } from './contact-form.ts'
import { type NoticeKind, noticeColumns } from './notice-columns.ts'

/** One row of a file of notices, read: one child of one incident. */
export interface NoticeRow {
  readonly line: number
  readonly number: string
  readonly received: Answers
  readonly child: Answers
}

/** Excel counts days from here (it believes that 1900 was a leap year). */
const EXCEL = 25_569

/** A day as spreadsheets and systems write it: as people do, with a time after it, or as Excel’s own number. */
export function sheetDay(text: string, today: Day): Day | undefined {
  // No day is longer: what is, is none, and is not looked through.
  const bare = text
    .trim()
    .slice(0, 80)
    .replace(/[ T,]+\d{1,2}[:.]\d{2}.*$/, '')
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(bare)
  if (compact) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  if (/^\d{5}(\.\d+)?$/.test(bare)) return dayFromNumber(Math.floor(Number(bare)) - EXCEL)
  return readDay(bare, today)
}

const SEXES: Readonly<Record<string, string>> = {
  m: 'M',
  male: 'M',
  boy: 'M',
  f: 'F',
  female: 'F',
  girl: 'F',
}

/** What systems write for yes and no. What is neither stays open: it is read in the words of the notice. */
const ANSWERS: Readonly<Record<string, string>> = {
  y: 'yes',
  yes: 'yes',
  true: 'yes',
  1: 'yes',
  n: 'no',
  no: 'no',
}

type Cells = (field: string) => string

/** What happened, in the words of the notice; a notice that says nothing is still a notice. */
function concernOf(cell: Cells, kind: NoticeKind): string {
  const { grade, outcome } = noticeColumns[kind]
  const marac = cell('marac')
  const lines = [
    cell('concern'),
    cell('grade') && `${grade.title}: ${cell('grade')}`,
    cell('outcome') && `${outcome.title}: ${cell('outcome')}`,
    marac !== '' && !ANSWERS[marac.toLowerCase()] ? `MARAC: ${marac}` : '',
  ].filter(l => l !== '')
  return lines.length > 0 ? lines.join('\n') : 'The notice gives no details.'
}

function typedOf(cell: Cells, kind: NoticeKind, day: (name: string) => string): Typed {
  return {
    receivedOn: 'today',
    sort: kind === 'police' ? 'domestic-abuse' : 'hospital',
    source: kind === 'police' ? '6' : '3E',
    danger: 'no',
    concern: concernOf(cell, kind),
    adults: cell('adults'),
    referrer: cell('referrer'),
    organisation: cell('organisation'),
    phone: cell('phone'),
    email: cell('email'),
    number: cell('number').toUpperCase(),
    incidentOn: day('incidentOn'),
    marac: ANSWERS[cell('marac').toLowerCase()] ?? '',
  }
}

/** A whole name in two: "Reed, Sam" and "Sam Reed" alike. A single name is the family's. */
function nameOf(cell: Cells): { givenName: string; familyName: string } {
  const [given, family] = [cell('givenName'), cell('familyName')]
  if (given !== '' || family !== '') return { givenName: given, familyName: family }
  const whole = cell('name').replace(/\s+/g, ' ')
  const [, last = '', first = ''] = /^([^,]+), *(.+)$/.exec(whole) ?? []
  if (last !== '') return { givenName: first, familyName: last }
  const at = whole.lastIndexOf(' ')
  return { givenName: whole.slice(0, Math.max(at, 0)), familyName: whole.slice(at + 1) }
}

/** An NHS number in threes, as it is read; what is no number is left to be refused. */
const inThrees = (text: string): string => {
  const figures = text.replace(/\D/g, '')
  return figures.length === 10 ? `${figures.slice(0, 3)} ${figures.slice(3, 6)} ${figures.slice(6)}` : text
}

function childOf(cell: Cells, day: (name: string) => string): Typed {
  const sex = cell('sex').toLowerCase()
  return {
    ...nameOf(cell),
    otherNames: cell('otherNames'),
    born: day('born'),
    age: cell('age'),
    sex: sex === '' ? '' : (SEXES[sex] ?? 'U'),
    address: [cell('address'), cell('postcode')].filter(p => p !== '').join(', '),
    school: cell('school'),
    nhsNumber: inThrees(cell('nhsNumber')),
  }
}

interface Told {
  readonly answers: Answers
  readonly faults: Faults
}

function readAs(type: RecordType, typed: Typed, today: Day): Told {
  const read = parse(type, typed, { today, born: null, unborn: false })
  return read.ok ? { answers: read.value, faults: {} } : { answers: {}, faults: read.error }
}

function readChild(cell: Cells, day: (name: string) => string, today: Day): Told {
  const child = readAs(contactChild, childOf(cell, day), today)
  const born = bornFault(child.answers.born, today)
  return born ? { ...child, faults: { born } } : child
}

/**
 * Reads one row, with every fault that it has.
 * @param cell what stands in a column of the row, by the name of what it holds; blank where there is no such column
 */
export function readNotice(
  kind: NoticeKind,
  line: number,
  cell: Cells,
  today: Day,
): Result<NoticeRow, readonly string[]> {
  const columns: Readonly<Record<string, { readonly title: string }>> = noticeColumns[kind]
  const title = (name: string) => columns[name]?.title ?? name
  const day = (name: string) => {
    const text = cell(name)
    const read = text === '' ? undefined : sheetDay(text, today)
    return read ? formDay(read) : text
  }
  const needed = (['number', 'incidentOn'] as const)
    .filter(name => cell(name) === '')
    .map(name => `${title(name)} is blank. Every notice needs it.`)
  const received = readAs(contactReceived, typedOf(cell, kind, day), today)
  const child = readChild(cell, day, today)
  const faults = [...Object.entries(received.faults), ...Object.entries(child.faults)]
  const says = [...needed, ...faults.map(([name, say]) => `${title(name)}: ${say}`)]
  return says.length > 0
    ? fail(says)
    : ok({ line, number: cell('number').toUpperCase(), received: received.answers, child: child.answers })
}
