import { grants } from '../../src/domain/access/grants.ts'
import {
  type Action,
  actions,
  type Relationship,
  type Role,
  relationships,
  roles,
  type Sensitivity,
  sensitivities,
} from '../../src/domain/access/roles.ts'
import { code, drawn, table } from './markdown.ts'

const keys = <K extends string>(of: Readonly<Record<K, string>>): readonly K[] => Object.keys(of) as K[]
const order: readonly Relationship[] = keys<Relationship>(relationships)

/** What a viewer of a role must be to the child; empty where the role may not at all. */
function cell(role: Role, action: Action, sensitivity: Sensitivity): string {
  const ways = new Set(
    grants
      .filter(g => g.role === role && g.action === action && g.sensitivity === sensitivity)
      .map(g => g.relationship),
  )
  return order.filter(r => ways.has(r)).join(', ')
}

function matrix(sensitivity: Sensitivity): string {
  const all = keys<Role>(roles)
  const granted = keys<Action>(actions).filter(a =>
    grants.some(g => g.action === a && g.sensitivity === sensitivity),
  )
  return table(
    ['To', ...all.map(r => roles[r])],
    granted.map(a => [actions[a], ...all.map(r => cell(r, a, sensitivity) || '–')]),
  )
}

export const drawGrants = (): string =>
  drawn(
    'Grants: who may do what',
    'src/domain/access/grants.ts',
    'A cell says what the viewer must be to the child, any one of those named; a dash is a refusal. What no grant allows is refused.',
    ...keys<Sensitivity>(sensitivities).map(s => `## ${sensitivities[s]}\n\n${matrix(s)}`),
    `## What each word means\n\n${table(
      ['Word', 'It holds where'],
      order.map(r => [code(r), relationships[r]]),
    )}`,
  )
