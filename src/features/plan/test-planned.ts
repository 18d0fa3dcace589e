import { readFileSync } from 'node:fs'
import JSZip from 'jszip'
import { afterAll, expect } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { details, given, givenChild } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'

// Those who work with the plan, the report that begins it, and the figure that its action is measured by.

export const report = readFileSync(new URL('../../../seed/eastmere-report.txt', import.meta.url), 'utf8')

/** Nine looked after children: the number whose health was seen to in the year is what the action is measured by. */
export function healthOf(seen: number) {
  const children = Array.from({ length: 9 }, () => givenChild())
  const entries = children.flatMap((c, i) => [
    given(c.id, 'person-details', details('2015-02-28')),
    given(c.id, 'became-looked-after', { from: day('2024-03-04'), need: 'N1' }),
    given(c.id, 'legal-status', { from: day('2024-03-04'), status: 'C2' }),
    given(c.id, 'placement', { from: day('2024-03-04'), type: 'U6', provider: 'PR1' }),
    ...(i < seen ? [given(c.id, 'health-assessment', { on: day('2026-02-02'), outcome: 'held' })] : []),
  ])
  return { children, entries }
}

/** The words of a Word document, a paragraph a line, and the files in it. */
export async function wordsOf(app: App, client: Client, path: string) {
  const reply = await app.server.inject({ url: path, headers: { cookie: `gt=${client.token}` } })
  expect(reply.headers['content-disposition']).toContain('.docx')
  const file = await JSZip.loadAsync(reply.rawPayload)
  const xml = (await file.file('word/document.xml')?.async('string')) ?? ''
  return { text: xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, ''), files: Object.keys(file.files) }
}

/** A product in which no health was seen to and no report was loaded. */
export async function planned() {
  const { children, entries } = healthOf(0)
  const app = await appWith(children, entries)
  afterAll(async () => await app.close())
  app.at('2026-10-05T09:00:00.000Z')
  const analyst = await app.signInAs(cast.analyst)
  const director = await app.signInAs(cast.director)
  const member = await app.signInAs(cast.member)
  const load = (fields: Readonly<Record<string, string>>) => analyst.post('/plan/load', fields)
  return { app, analyst, director, member, load }
}
