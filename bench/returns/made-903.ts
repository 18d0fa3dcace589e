import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Rand, random } from '../../seed/random.ts'
import { addDays, type Day, day, dayNumber } from '../../src/domain/kernel/day.ts'
import { fileDay } from '../../src/domain/returns/ssda903/days.ts'

/** The tables of one year as lines of CSV, the first with the names. */
type Files = Record<string, string[]>

const names: Readonly<Record<string, string>> = {
  header: 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
  episodes: 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
  reviews: 'CHILD,DOB,REVIEW,REVIEW_CODE',
  missing: 'CHILD,DOB,MISSING,MIS_START,MIS_END',
  oc2: 'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED',
  oc3: 'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM',
  ad1: 'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR',
  placed_for_adoption: 'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED',
  previous_permanence: 'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM',
  uasc: 'CHILD,SEX,DOB,DUC',
  sw_episodes: 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON',
  dolo: 'CHILD,DOB,DOLO_START,DOLO_END',
}

const ETHNIC = ['WBRI', 'WIRI', 'MWBC', 'AIND', 'APKN', 'BAFR', 'CHNE', 'OOTH', 'NOBT'] as const
const PLACES = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'K2', 'H5', 'P1', 'R1', 'T0'] as const
const STATUSES = ['C1', 'C2', 'D1', 'E1', 'V2', 'V3', 'V4', 'J1'] as const

const flag = (chance: Rand) => (chance.chance(0.5) ? '1' : '0')
const post = (chance: Rand) => `ZZ${chance.int(1, 9)} ${chance.int(1, 9)}AA`

interface Stay {
  readonly from: Day
  readonly to: Day | null
}

/** The days of a child's episodes in a year, one after the other; the last may go on. */
function stays(chance: Rand, start: Day, end: Day): readonly Stay[] {
  const length = dayNumber(end) - dayNumber(start)
  const cuts = [
    ...new Set(Array.from({ length: chance.int(1, 3) }, () => chance.int(-200, length - 1))),
  ].sort((a, b) => a - b)
  return cuts.map((cut, i) => {
    const next = cuts[i + 1]
    const over = next !== undefined ? next : chance.chance(0.25) ? length : undefined
    return { from: addDays(start, cut), to: over === undefined ? null : addDays(start, over) }
  })
}

function child(chance: Rand, id: string, end: Day, files: Files): void {
  const start = addDays(end, -364)
  const born = addDays(end, -chance.int(30, 17 * 365 + 200))
  const dob = fileDay(born)
  const put = (table: string, ...cells: (string | number)[]) => files[table]?.push(cells.join(','))
  const sex = chance.pick(['M', 'F'] as const)
  put(
    'header',
    id,
    sex,
    dob,
    chance.pick(ETHNIC),
    `A${String(chance.int(0, 99_999_999_999)).padStart(11, '0')}A`,
    '',
    '',
  )
  const list = stays(chance, start, end)
  for (const [i, s] of list.entries()) {
    const last = i === list.length - 1
    put(
      'episodes',
      id,
      fileDay(s.from),
      i === 0 ? 'S' : chance.pick(['P', 'L', 'T'] as const),
      chance.pick(STATUSES),
      `N${chance.int(1, 8)}`,
      chance.pick(PLACES),
      `PR${chance.int(0, 5)}`,
      s.to ? fileDay(s.to) : '',
      s.to ? (last ? 'E4A' : 'X1') : '',
      s.to && !last ? 'CARPL' : '',
      post(chance),
      post(chance),
      String(chance.int(1_000_000, 9_999_999)),
    )
  }
  for (let n = chance.int(1, 5); n > 0; n -= 1)
    put('reviews', id, dob, fileDay(addDays(start, chance.int(0, 364))), `PN${chance.int(0, 7)}`)
  put('previous_permanence', id, dob, 'Z1', '', '')
  if (chance.chance(0.7))
    put('oc2', id, dob, chance.int(0, 40), '', ...Array.from({ length: 6 }, () => flag(chance)), '', '')
  if (chance.chance(0.2)) put('oc3', id, dob, chance.pick(['YES', 'NO'] as const), 'F2', 'B1')
  if (chance.chance(0.02))
    put('missing', id, dob, 'M', fileDay(addDays(start, 30)), fileDay(addDays(start, 33)))
  if (chance.chance(0.05)) put('uasc', id, sex, dob, '')
  if (chance.chance(0.015)) put('ad1', id, dob, fileDay(start), fileDay(start), '0', '2', 'MF', 'L11')
  if (chance.chance(0.015)) put('placed_for_adoption', id, dob, fileDay(start), '', '')
  if (chance.chance(0.01)) put('dolo', id, dob, fileDay(start), '')
  const change = addDays(start, chance.int(10, 350))
  put(
    'sw_episodes',
    id,
    dob,
    `SW${chance.int(1000, 9999)}`,
    fileDay(start),
    chance.chance(0.4) ? fileDay(change) : '',
    'FCONTA',
  )
}

/** Writes an invented return of so many children, this year's and last year's, to two folders. */
export function write903(folder: string, children: number): { readonly now: string; readonly last: string } {
  const out = { now: join(folder, 'this'), last: join(folder, 'last') }
  for (const [path, end] of [
    [out.now, day('2026-03-31')],
    [out.last, day('2025-03-31')],
  ] as const) {
    const chance = random(`bench/903/${end}`)
    const files: Files = Object.fromEntries(Object.entries(names).map(([table, head]) => [table, [head]]))
    for (let i = 0; i < children; i += 1) child(chance, `B${String(i).padStart(7, '0')}`, end, files)
    mkdirSync(path, { recursive: true })
    for (const [table, lines] of Object.entries(files))
      writeFileSync(join(path, `${table}.csv`), `${lines.join('\n')}\n`)
  }
  return out
}
