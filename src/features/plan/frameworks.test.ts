import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { visits } from '../../domain/improvement/framework-visits.ts'
import { frameworks } from '../../domain/improvement/frameworks.ts'

let app: App
let director: Client

beforeAll(async () => {
  app = await appWith([], [])
  app.at('2026-12-10T09:00:00.000Z')
  director = await app.signInAs(cast.director)
})
afterAll(async () => await app.close())

describe('the page of frameworks', () => {
  test('has every framework and visit, the latest first, and opens the one asked for', async () => {
    const page = await director.get('/plan/frameworks?open=slac-2009')
    expect(page.status).toBe(200)
    const ids = [...page.html.matchAll(/<details id="([\w-]+)"[^>]*?( open)?>/g)].map(
      m => `${m[1]}${m[2] ?? ''}`,
    )
    const codes = [...frameworks.toReversed().map(f => f.code), ...visits.map(v => v.kind)]
    expect(ids).toEqual(codes.map(c => (c === 'slac-2009' ? `${c} open` : c)))
  })

  test('counts each clock from today, over the days on which nobody works', async () => {
    const rows = rowsOf((await director.get('/plan/frameworks')).html).map(cells => cells.join(' | '))
    expect(rows.find(r => r.startsWith('Draft action plan'))).toContain(
      '20 working days from receipt: 12 January 2027',
    )
    expect(rows.find(r => r.startsWith('Monitoring visits'))).toContain(
      '3 months from publication: 10 March 2027',
    )
    expect(rows.find(r => r.includes('20 working days') && r.includes('Care Quality'))).toContain(
      '12 January 2027',
    )
  })
})
