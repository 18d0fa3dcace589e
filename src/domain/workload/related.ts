/** The kinds of relationship that make two children brothers or sisters. */
export const siblingKinds: readonly string[] = ['sibling', 'half-sibling', 'step-sibling']

/**
 * Names the families among some children: each child related to another of them gets the name of the family, the
 * others none.
 * @param pairs brothers and sisters, either way round
 */
export function familiesOf(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const family = new Map<string, string>()
  const of = (id: string) => family.get(id) ?? id
  for (const [a, b] of pairs) {
    const [one, other] = [of(a), of(b)]
    const name = one < other ? one : other
    for (const [id, was] of [...family]) if (was === one || was === other) family.set(id, name)
    family.set(a, name)
    family.set(b, name)
  }
  return family
}
