import type { CaseFile } from '../../../casework/file.ts'
import type { Spell } from '../../../records/spell.ts'
import type { Episode } from './episodes.ts'

/** Why a case closed, from why care or a plan ended, where nobody recorded that it was closed. */
const closedAfter: Readonly<Record<string, string>> = {
  E11: 'RC1',
  E12: 'RC1',
  E2: 'RC2',
  E41: 'RC3',
  E45: 'RC4',
  E46: 'RC4',
  E47: 'RC4',
  E48: 'RC4',
  E3: 'RC5',
  E7: 'RC6',
  died: 'RC2',
  moved: 'RC5',
}
const OTHERWISE = 'RC7'

/** Why the case of an episode was closed: as it was said, or from what ended; undefined while it is open. */
export function closureOf(file: CaseFile, episode: Episode): string | undefined {
  if (episode.to === null) return undefined
  const said = episode.closed?.answers.reason
  if (typeof said === 'string') return said
  const why = (s: Spell) => (s.kind === 'looked-after' ? s.facts.ceased : s.facts.ended)
  const ends = file.spells.flatMap(s =>
    s.to !== null && s.to <= (episode.to ?? '') && s.from >= episode.from ? [why(s)] : [],
  )
  const known = ends.findLast(e => typeof e === 'string' && closedAfter[e])
  return typeof known === 'string' ? closedAfter[known] : OTHERWISE
}
