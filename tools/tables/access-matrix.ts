import { partOf } from '../../src/domain/access/parts.ts'
import { actions, type Role, roles } from '../../src/domain/access/roles.ts'
import { isOfChild, type Line, lines, whenWords } from '../../src/domain/access/told.ts'
import { writes } from '../../src/domain/records/record-type.ts'
import { recordTypes } from '../../src/domain/records/registry.ts'
import { drawn, table } from './markdown.ts'

const ofChild = (own: readonly Line[]): string =>
  table(
    ['May', 'Where', 'Confidential entries', 'A restricted file'],
    own.map(l => [
      actions[l.action],
      whenWords(l, 'ordinary'),
      whenWords(l, 'confidential'),
      whenWords(l, 'restricted'),
    ]),
  )

/** What a role writes in a child's file, where that is not everything. */
function written(role: Role): string {
  const all = recordTypes.filter(t => t.subject === 'child')
  const own = all.filter(t => writes(t, role))
  return own.length > 20
    ? `Writes ${own.length} of the ${all.length} kinds of record of a child’s file.`
    : `Writes: ${own.map(t => t.title.toLowerCase()).join('; ')}.`
}

function ofRole(role: Role): string {
  const own = lines.filter(l => l.role === role)
  const child = own.filter(l => isOfChild(l.action))
  const rest = own.filter(l => !isOfChild(l.action))
  const part = partOf(role)
  return [
    `## ${roles[role]}`,
    ...(child.length > 0 ? [ofChild(child)] : ['Nothing of any child.']),
    ...(part ? [`The part of the file: ${part.title.toLowerCase()}.`] : []),
    ...(child.some(l => l.action === 'record' || l.action === 'record-part' || l.action === 'decide')
      ? [written(role)]
      : []),
    `May also: ${rest.map(l => actions[l.action]).join('; ')}.`,
  ].join('\n\n')
}

export const drawAccessMatrix = (): string =>
  drawn(
    'Who may do what, role by role',
    'src/domain/access/grants.ts',
    'The grants in plain words: what each role may do to a child’s file, and what somebody must be to the child. “You” is whoever has the role. What no grant allows is refused. The same as one wide table: `grants.md`. In the product it is under *Help*, with a search.',
    ...(Object.keys(roles) as Role[]).map(ofRole),
  )
