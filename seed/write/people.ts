import type { NewEntry, NewSubject } from '../../src/domain/records/entry.ts'
import { uuid } from '../ids.ts'
import { places } from '../people/names.ts'
import type { Rand } from '../random.ts'
import type { Member } from '../staff.ts'
import { toDay, wallToMs } from '../time.ts'
import { services } from '../words/services.ts'
import { entriesOf, newFile } from './file.ts'
import type { Setting } from './setting.ts'
import { writeCover, writeSupervision } from './supervision.ts'

const everyDay = (setting: Setting, rand: Rand) =>
  newFile({ start: -1, today: setting.today, rand, born: 0, late: () => 0 })

const REGISTERED: ReadonlySet<string> = new Set([
  'social-worker',
  'team-manager',
  'reviewing-officer',
  'out-of-hours',
])

/** Who may hold a case, how much, and how to reach them. */
const registration = (m: Member) => ({
  ...(REGISTERED.has(m.role) ? { registered: true, registration: `SW${m.code.replace(/\D/g, '')}999` } : {}),
  ...(m.newlyQualified === null ? {} : { newlyQualifiedFrom: toDay(m.newlyQualified) }),
  ...(m.agency ? { agency: true } : {}),
  ...(m.role === 'social-worker' ? { limit: m.does === 'assessment' ? 18 : 20 } : {}),
  reach: `01632 961 ${String(m.code.replace(/\D/g, '')).padStart(3, '0')}`,
})

/** The file of a member of staff: written when they came, and again when they left. */
export function staffEntries(m: Member, setting: Setting, rand: Rand): NewEntry[] {
  const file = everyDay(setting, rand)
  const director = setting.staff.one('director').id
  const details = (from: number, working: boolean) => ({
    from: toDay(from),
    name: m.name,
    role: m.role,
    ...(m.team === null ? {} : { team: m.team }),
    ...registration(m),
    working,
  })
  file.write('staff-details', m.from, director, details(m.from, true), { prompt: true })
  writeSupervision(file, m, setting, rand.fork(`supervision ${m.code}`))
  writeCover(file, m, setting)
  if (m.to !== null) file.write('staff-details', m.to, director, details(m.to, false), { prompt: true })
  return entriesOf(m.id, file, rand)
}

/** The authority's own file: who it is, and what it aims at. */
export function authorityEntries(id: string, setting: Setting, rand: Rand): NewEntry[] {
  const { profile, staff, start } = setting
  const file = everyDay(setting, rand)
  const director = staff.one('director')
  const analyst = staff.one('performance-analyst')
  const first = file.write(
    'authority-details',
    start,
    analyst.id,
    {
      name: profile.authority,
      number: '999',
      portfolioHolder: `Councillor ${staff.one('elected-member').name}, Children and Learning`,
      director: director.name,
      author: `${analyst.name}, performance and quality, Town Hall, ${places[0] ?? ''}`,
      phone: '01632 960 000',
      evenings: '01632 960 999',
      email: 'front-door@example.org',
      address: `Town Hall, ${places[0] ?? ''}`,
      population: String(profile.population),
    },
    { prompt: true },
  )
  for (const [indicator, value, why] of profile.targets)
    file.write(
      'target',
      start,
      analyst.id,
      { indicator, from: toDay(start), value, ...(why ? { why } : {}) },
      { prompt: true, after: first },
    )
  for (const [i, team] of profile.teams.entries())
    file.write(
      'funded-posts',
      start,
      director.id,
      { team: team.name, from: toDay(start), posts: String(team.workers + 1 + (i % 3) / 2) },
      { prompt: true, after: first },
    )
  return entriesOf(id, file, rand)
}

/** The directory of services, each in a file of its own. */
export function serviceFiles(setting: Setting, rand: Rand): { subjects: NewSubject[]; entries: NewEntry[] } {
  const director = setting.staff.one('director').id
  const made = services.map((details, i) => {
    const file = everyDay(setting, rand)
    const on = setting.today - 300 + i
    file.write('service-details', on, director, { ...details, helps: [...details.helps] }, { prompt: true })
    const id = uuid(wallToMs(on * 1440 + 600), rand)
    return {
      subject: { id, kind: 'service' as const, code: `S${100 + i}` },
      entries: entriesOf(id, file, rand),
    }
  })
  return { subjects: made.map(m => m.subject), entries: made.flatMap(m => m.entries) }
}
