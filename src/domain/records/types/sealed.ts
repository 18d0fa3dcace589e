import { workers } from '../kinds/reference.ts'
import type { Spell, SpellChange } from '../spell.ts'

/** What closes a file after an adoption has a key of its own: opening an ordinary restriction again does not unseal it. */
export const SEALED = 'adoption'

const ids = (answer: string | undefined): readonly string[] => (answer ?? '').split(/\s+/).filter(Boolean)

/** Who may open a file that its own record seals: asked where that answer is given. */
export const whoMayOpenSealed = (when: (a: Readonly<Record<string, unknown>>) => boolean) =>
  workers('Who alone may open this file from now on?', {
    when,
    optional: true,
    hint: 'The file is sealed when you record this: everyone else is shut out, you too unless you are among them. Where nobody is named, the director is asked.',
  })

/**
 * The file of who a child was before an adoption is closed to all but named people, by the record of the adoption
 * itself, so that nobody has to remember (rules §4).
 */
export const sealedFor = (named: string | undefined): SpellChange => ({
  opens: 'restriction',
  key: SEALED,
  facts: { named: ids(named) },
})

const namedIn = (s: Spell): readonly string[] =>
  Array.isArray(s.facts.named) ? s.facts.named.filter(n => typeof n === 'string') : []

/**
 * Who alone may see a file: those named by the restriction that stands, or else those last named when it was sealed.
 * @returns null where the file is closed to nobody; empty where it is closed and nobody is named
 */
export function closedTo(spells: readonly Spell[]): readonly string[] | null {
  const closings = spells.filter(s => s.kind === 'restriction')
  const standing = closings.filter(s => s.to === null)
  if (standing.length === 0) return null
  const restricted = standing.find(s => s.key !== SEALED)
  if (restricted) return namedIn(restricted)
  const sealed = closings.findLast(s => s.key === SEALED && namedIn(s).length > 0)
  return sealed ? namedIn(sealed) : []
}
