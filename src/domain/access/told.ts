import { grants } from './grants.ts'
import {
  type Action,
  actions,
  type Relationship,
  type Role,
  relationships,
  roles,
  type Sensitivity,
  sensitivities,
} from './roles.ts'

/** What one role may do, and under which conditions: the grants of one cell of the matrix. */
export interface Line {
  readonly role: Role
  readonly action: Action
  /** What the viewer must be to the child, by how closely the file or the entry is held: any one of those. */
  readonly when: Readonly<Record<Sensitivity, readonly Relationship[]>>
}

/** What is done to one child; everything else is about none. */
const ofChild: ReadonlySet<Action> = new Set<Action>([
  'list',
  'open',
  'open-part',
  'record',
  'record-part',
  'own-read',
  'own-say',
  'decide',
  'sign',
  'read-log',
])
export const isOfChild = (action: Action): boolean => ofChild.has(action)

const keys = <K extends string>(of: Readonly<Record<K, string>>): readonly K[] => Object.keys(of) as K[]

const ways = (role: Role, action: Action, sensitivity: Sensitivity): readonly Relationship[] => {
  const held = new Set(
    grants
      .filter(g => g.role === role && g.action === action && g.sensitivity === sensitivity)
      .map(g => g.relationship),
  )
  return keys<Relationship>(relationships).filter(r => held.has(r))
}

/** The line of a role and an action; undefined where the role may not at all. */
export function lineOf(role: Role, action: Action): Line | undefined {
  const when = {
    ordinary: ways(role, action, 'ordinary'),
    confidential: ways(role, action, 'confidential'),
    restricted: ways(role, action, 'restricted'),
  }
  return Object.values(when).some(w => w.length > 0) ? { role, action, when } : undefined
}

/** Every line of the table of grants, role by role. */
export const lines: readonly Line[] = keys<Role>(roles).flatMap(role =>
  keys<Action>(actions).flatMap(action => lineOf(role, action) ?? []),
)

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join('; ')}; or ${words.at(-1)}`

/** The conditions of a cell in plain words: “you are the allocated worker, or the child is …”. */
export function whenWords({ action, when }: Pick<Line, 'action' | 'when'>, s: Sensitivity): string {
  if (!isOfChild(action)) return when[s].length > 0 ? 'always' : 'never'
  if (when[s].length === 0) return 'never'
  if (when[s].includes('any')) return 'any child'
  return list(when[s].map(r => (r === 'named' ? 'you are named on the file' : relationships[r])))
}

const folded = (text: string): string => text.toLowerCase().replaceAll('’', "'")

/** The lines in which every word that was typed stands, in the role’s name, what may be done, or when. */
export function linesWith(asked: string, among: readonly Line[] = lines): readonly Line[] {
  const words = folded(asked).split(/\s+/).filter(Boolean)
  return among.filter(l => {
    const said = folded(
      `${roles[l.role]} ${actions[l.action]} ${keys<Sensitivity>(sensitivities)
        .map(s => whenWords(l, s))
        .join(' ')}`,
    )
    return words.every(w => said.includes(w))
  })
}
