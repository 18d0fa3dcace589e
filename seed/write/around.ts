import { boys, families, girls } from '../people/names.ts'
import { ageInYears, type Case, workerOn } from './case.ts'

const phone = (n: number) => `01632 960${String(n % 1000).padStart(3, '0')}`

/** Who else is around a child with a plan or in care: grandparents, school, health. */
export function writeAround(c: Case): void {
  const { child, file, rand, setting, first } = c
  const open = [...child.plans, ...child.stays].some(s => s.to === null)
  if (!open || child.newFile) return
  const author = workerOn(c, setting.today).id
  const since = { after: file.drafts[0] ?? file.write('case-note', first, author, {}) }
  const write = (answers: Readonly<Record<string, unknown>>) =>
    file.write('relationship', null, author, answers, since)
  const n = child.family.number
  const family = families[(n * 5) % families.length] ?? ''
  if (n % 3 === 0)
    write({
      kind: 'grandparent',
      name: `${girls[(n * 13) % girls.length] ?? ''} ${child.family.name}`,
      sex: 'F',
      side: 'mother',
      contact: phone(n * 3),
      born: String(1948 + (n % 20)),
    })
  if (n % 7 === 0)
    write({
      kind: 'grandparent',
      name: `${boys[(n * 17) % boys.length] ?? ''} ${family}`,
      sex: 'M',
      side: 'father',
      died: n % 2 === 0,
    })
  const age = ageInYears(c, setting.today)
  const [agency, who] =
    age < 5
      ? ['Health visitor, Nether Fold clinic', `${girls[(n * 3) % girls.length] ?? ''} Teal`]
      : age < 11
        ? ['Class teacher, Bobbin Row Primary School', `${boys[(n * 3) % boys.length] ?? ''} Knot`]
        : ['Head of year, Upper Thrift Academy', `${girls[(n * 19) % girls.length] ?? ''} Grebe`]
  if (rand.chance(0.8)) write({ kind: 'professional', name: who, agency, contact: phone(n * 7 + 11) })
  if (n % 4 === 0)
    write({
      kind: 'professional',
      name: 'Dr Ines Petrel',
      agency: 'GP, Ferry Steps Surgery',
      contact: '01632 960 210',
    })
}
