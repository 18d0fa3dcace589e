import { type Role, roles } from '../access/roles.ts'
import type { Day } from '../kernel/day.ts'
import { readDay } from '../records/kinds/day.ts'

/** One person of a staff file. What is undefined is not said by the file: its column is not there, or may be blank. */
export interface StaffLine {
  readonly line: number
  readonly username: string
  readonly email: string | undefined
  readonly name: string
  readonly role: Role
  /** Null where the file has the column and says none. */
  readonly team: string | null | undefined
  readonly registered: boolean | undefined
  readonly registration: string | undefined
  readonly from: Day | undefined
  /** The last day. */
  readonly until: Day | undefined
}

export interface StaffFileFault {
  readonly line: number
  readonly say: string
}

const NAMES = {
  username: ['username', 'user name', 'login', 'account'],
  email: ['email', 'e-mail', 'email address', 'e-mail address'],
  name: ['name', 'full name'],
  role: ['role'],
  team: ['team'],
  registered: ['registered', 'registration', 'registration number', 'social work england'],
  from: ['from', 'start', 'start date'],
  until: ['until', 'end', 'end date', 'leaving date', 'last day'],
} as const
type Column = keyof typeof NAMES
const COLUMNS = ['username', 'email', 'name', 'role', 'team', 'registered', 'from', 'until'] as const

/** Inspectors are let in by a visit, and by nothing else. */
const ROLES = Object.entries(roles).filter(([code]) => code !== 'inspector')
const isRole = (code: string): code is Role => ROLES.some(([c]) => c === code)

function readRole(typed: string): Role | undefined {
  const asked = typed.trim().toLowerCase().replaceAll('’', "'")
  const found = ROLES.find(([code, words]) => code === asked || words.toLowerCase() === asked)?.[0]
  return found !== undefined && isRole(found) ? found : undefined
}

function readRegistered(typed: string): Pick<StaffLine, 'registered' | 'registration'> | undefined {
  const said = typed.trim()
  if (said === '') return { registered: undefined, registration: undefined }
  if (/^(no|n|false|0)$/i.test(said)) return { registered: false, registration: undefined }
  if (/^(yes|y|true|1)$/i.test(said)) return { registered: true, registration: undefined }
  return /^[A-Za-z]{0,4}\d{3,12}$/.test(said) ? { registered: true, registration: said } : undefined
}

/** Where each column stands, by the names it goes by. */
function columnsOf(head: readonly string[]): ReadonlyMap<Column, number> {
  const said = head.map(h => h.trim().toLowerCase())
  return new Map(
    COLUMNS.flatMap(c => {
      const names: readonly string[] = NAMES[c]
      const at = said.findIndex(h => names.includes(h))
      return at < 0 ? [] : [[c, at] as const]
    }),
  )
}

interface Read {
  readonly people: readonly StaffLine[]
  readonly faults: readonly StaffFileFault[]
}

/**
 * Reads a staff file: a line of names of columns, then a person on each. User name, name and role must be there.
 * @returns its people, and every fault with its line and what to do; nothing is to be done where there is one
 */
export function readStaffFile(rows: readonly (readonly string[])[], today: Day): Read {
  const columns = columnsOf(rows[0] ?? [])
  const missing = (['username', 'name', 'role'] as const).filter(c => !columns.has(c))
  if (missing.length > 0)
    return {
      people: [],
      faults: [
        {
          line: 1,
          say: `The first line must name the columns; ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not there. Columns: ${COLUMNS.join(', ')}.`,
        },
      ],
    }
  const people: StaffLine[] = []
  const faults: StaffFileFault[] = []
  rows.slice(1).forEach((row, i) => {
    if (row.every(cell => cell.trim() === '')) return
    const read = readLine(row, i + 2, columns, today)
    if ('faults' in read) faults.push(...read.faults.map(say => ({ line: i + 2, say })))
    else people.push(read)
  })
  return { people, faults: [...faults, ...twice(people)].toSorted((a, b) => a.line - b.line) }
}

function readLine(
  row: readonly string[],
  line: number,
  columns: ReadonlyMap<Column, number>,
  today: Day,
): StaffLine | { readonly faults: readonly string[] } {
  const cell = (c: Column) => (row[columns.get(c) ?? -1] ?? '').trim()
  const faults: string[] = []
  const say = (fault: string | false) => void (fault && faults.push(fault))
  const username = cell('username').toLowerCase()
  say(
    !/^[a-z0-9][a-z0-9._@'+-]{0,99}$/.test(username) &&
      `“${cell('username')}” is no user name. Use letters, numbers, full stops, hyphens and @.`,
  )
  const name = cell('name')
  say((name === '' || name.length > 100) && 'Say the name, in 100 letters at most.')
  const role = readRole(cell('role'))
  say(role === undefined && `“${cell('role')}” is no role. Roles: ${ROLES.map(([code]) => code).join(', ')}.`)
  const email = cell('email').toLowerCase()
  say(email !== '' && !/^[^\s@]+@[^\s@]+$/.test(email) && `“${email}” is no e-mail address.`)
  say(cell('team').length > 60 && 'Say the team in 60 letters at most.')
  const registered = readRegistered(cell('registered'))
  say(!registered && `“${cell('registered')}”: say yes, no, or the registration number.`)
  const day = (c: 'from' | 'until') => {
    const read = cell(c) === '' ? undefined : readDay(cell(c), today)
    say(cell(c) !== '' && !read && `“${cell(c)}” is no day. Write it like 27/3/2026.`)
    return read
  }
  const [from, until] = [day('from'), day('until')]
  say(from !== undefined && until !== undefined && until < from && 'The last day is before the first.')
  if (faults.length > 0 || !role || !registered) return { faults }
  const team = columns.has('team') ? cell('team') || null : undefined
  return { line, username, email: email || undefined, name, role, team, ...registered, from, until }
}

/** Those who stand in the file twice, by user name or e-mail address. */
function twice(people: readonly StaffLine[]): readonly StaffFileFault[] {
  const seen = new Map<string, number>()
  return people.flatMap(({ line, username, email }) =>
    [`user name ${username}`, ...(email ? [`e-mail address ${email}`] : [])].flatMap(key => {
      const before = seen.get(key)
      seen.set(key, before ?? line)
      return before === undefined
        ? []
        : [{ line, say: `The ${key} stands in line ${before} already. Leave one.` }]
    }),
  )
}
