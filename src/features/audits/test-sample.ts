import { afterAll } from 'vitest'
import { appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'
import { auditTool } from '../../domain/quality/tools.ts'

// A sample of a team’s files, given to three auditors.

const names = ['Ash', 'Birch', 'Cedar', 'Elder'] as const
export const files = names.map(name => givenFile({ name: [name, 'Pebble'] }))
export const sister = givenFile({
  name: ['Hazel', 'Pebble'],
  more: id => [
    given(id, 'relationship', { kind: 'sibling', child: files[0]?.subject.id, from: day('2026-01-05') }),
  ],
})
export const closed = givenFile({ name: ['Holly', 'Stone'], named: [cast.worker] })
const all = [...files, sister, closed]

const tool = auditTool('permanence')
export const standards = tool?.standards ?? []
/** A whole form of an audit: good throughout, but for what is said. */
export const graded = (more: Readonly<Record<string, string>> = {}) => ({
  ...Object.fromEntries(standards.map(s => [`grade_${s.code}`, 'good'])),
  overall: 'good',
  ...more,
})

/** Draws a sample by permanence, of everybody, but for what is said. */
export const draw = (client: Client, fields: Readonly<Record<string, string | readonly string[]>>) =>
  client.post('/audits/sample/new', {
    tool: 'permanence',
    way: 'random',
    size: '20',
    by: 'team',
    condition: '',
    team: '',
    worker: '',
    second: '0',
    seed: 'spring',
    auditors: [cast.auditor.id],
    ...fields,
  })

/** What waits for an auditor: the child's name, and where. */
export async function waiting(
  client: Client,
  which = 'Audit this file',
): Promise<readonly (readonly [string, string])[]> {
  const page = await client.get('/audits/mine')
  return linksOf(page.html)
    .filter(l => /^\/child\/\w+\/audit\/Q/.test(l.href) && l.text.startsWith(which))
    .map(l => [l.text.replace(/^.*: /, ''), l.href] as const)
}

interface Mine {
  readonly child: string
  readonly at: string
  readonly code: string
}

/** A first grading that waits for somebody. */
export async function mustHave(client: Client): Promise<Mine> {
  for (const [child, at] of await waiting(client))
    if (!(await client.get(at)).text.includes('Second grading, blind'))
      return { child, at, code: at.split('/')[2] ?? '' }
  throw new Error('No audit waits.')
}

/** A product with such a sample, at its address, and those who audit, are audited and read of it. */
export async function auditing() {
  const app = await appWith(subjectsOf(all), entriesOf(all))
  afterAll(async () => await app.close())
  /** Moves the clock on: everybody signs in again. */
  const later = async (moment: string) => {
    app.at(moment)
    return {
      kit: await app.signInAs(cast.auditor),
      ed: await app.signInAs(cast.otherManager),
      ivy: await app.signInAs(cast.director),
      amy: await app.signInAs(cast.worker),
      di: await app.signInAs(cast.manager),
      member: await app.signInAs(cast.member),
    }
  }
  const people = await later('2026-03-10T12:00:00.000Z')
  const sent = await draw(people.kit, {
    second: '2',
    auditors: [cast.auditor.id, cast.otherManager.id, cast.manager.id],
  })
  return { app, later, people, sample: sent.to ?? '' }
}
