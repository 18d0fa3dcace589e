import type { NewEntry } from '../../src/domain/records/entry.ts'
import { places } from '../people/names.ts'
import type { Rand } from '../random.ts'
import type { Member } from '../staff.ts'
import { toDay } from '../time.ts'
import { entriesOf, newFile } from './file.ts'
import type { Setting } from './setting.ts'

const everyDay = (setting: Setting, rand: Rand) =>
  newFile({ start: -1, today: setting.today, rand, born: 0, late: () => 0 })

/** The file of a member of staff: written when they came, and again when they left. */
export function staffEntries(m: Member, setting: Setting, rand: Rand): NewEntry[] {
  const file = everyDay(setting, rand)
  const director = setting.staff.one('director').id
  const details = (from: number, working: boolean) => ({
    from: toDay(from),
    name: m.name,
    role: m.role,
    ...(m.team === null ? {} : { team: m.team }),
    working,
  })
  file.write('staff-details', m.from, director, details(m.from, true), { prompt: true })
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
      portfolioHolder: `Councillor ${staff.one('elected-member').name}, Children and Learning`,
      director: director.name,
      author: `${analyst.name}, performance and quality, Town Hall, ${places[0] ?? ''}`,
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
  return entriesOf(id, file, rand)
}
