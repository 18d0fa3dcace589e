import type { PlannedPlacement } from '../care/placements.ts'
import { boys, families, girls, places, streets } from '../people/names.ts'
import { addressAt } from '../people/postcodes.ts'
import type { Child } from '../population/child.ts'
import { type N, toDay } from '../time.ts'
import { type Case, workerOn } from './case.ts'
import type { Draft } from './file.ts'
import { home } from './identity.ts'

/**
 * The number under which Ofsted knows who cares: the authority's fostering, another agency's, or the home. Its figures
 * are not given to anybody. What Ofsted does not inspect has none.
 */
function urnOf(p: PlannedPlacement, carer: string): { readonly urn?: string } {
  if (['P1', 'P2', 'P3', 'H5', 'R1', 'R2', 'R5'].includes(p.type)) return {}
  if (/^[UA]/.test(p.type))
    return { urn: `SC9000${p.provider === 'PR1' ? '01' : p.provider === 'PR4' ? '02' : '03'}` }
  return { urn: `SC9001${String(10 + Math.max(0, homes.indexOf(carer)))}` }
}

const homes = ['Tern House', 'The Beeches', 'Lamplight House', 'Four Winds', 'Quay View', 'Hazel Bank']

/** Where a carer lives: never in the child's own street end. */
function elsewhere(child: Child, house: number, street: string, place: string): string {
  const at = addressAt(house, street, place)
  const postcode = (address: string) => address.split(', ').at(-1)
  return postcode(at) === postcode(home(child)) ? addressAt(house + 12, street, place) : at
}

export function writePlacement(c: Case, p: PlannedPlacement): Draft {
  const { child, file, rand } = c
  const foster = p.type.startsWith('U') || p.type.startsWith('A')
  const family = rand.pick(families)
  const carer = foster
    ? `${rand.pick(girls)} and ${rand.pick(boys)} ${family}`
    : p.type === 'P1'
      ? `Mother, ${child.family.name} family`
      : rand.pick(homes)
  return file.write(
    'placement',
    p.from,
    workerOn(c, p.from).id,
    {
      from: toDay(p.from),
      type: p.type,
      provider: p.provider,
      carer,
      address: elsewhere(child, rand.int(1, 90), rand.pick(streets), rand.pick(places)),
      ...urnOf(p, carer),
      longTerm: p.longTerm,
      ...(p.why ? { whyMoved: p.why } : {}),
    },
    { lag: rand.chance(0.8) ? rand.int(0, 2) : rand.int(3, 16) },
  )
}

/** A child who is in care by agreement goes home from it: only a court's order leaves a child in care with a parent. */
export function lawful(p: PlannedPlacement, path: readonly (readonly [string, N])[]): PlannedPlacement {
  const agreed = path.some(([status, on], i) => {
    const over = path[i + 1]?.[1] ?? Number.POSITIVE_INFINITY
    return status === 'V2' && on < (p.to ?? Number.POSITIVE_INFINITY) && over > p.from
  })
  return p.type === 'P1' && agreed ? { ...p, type: 'U3', provider: 'PR1' } : p
}
