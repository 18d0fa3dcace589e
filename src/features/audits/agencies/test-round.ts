import { afterAll } from 'vitest'
import { appWith, type Seen } from '../../../../test/support/app.ts'
import { cast } from '../../../../test/support/people.ts'
import { sectionElevenStandards } from '../../../domain/quality/section-11-standards.ts'

// A round of a section 11 audit that was sent to three agencies.

export const AT = '/section-11'

/** A letter's reference and code, by the agency's place in the list. */
export const pass = (page: Seen, n: number) => {
  const all = [...page.text.matchAll(/(A[2-9A-Z]{7})\s+([2-9A-Z]{4}(?:-[2-9A-Z]{4}){3})/g)]
  return { reference: all[n]?.[1] ?? '', code: all[n]?.[2] ?? '' }
}
export const press = (what: string) => ({ button: ['_do', what] as const, files: [] })
/** Every question answered. */
export const whole = (rating = 'full') =>
  Object.fromEntries(
    sectionElevenStandards.flatMap(s => [
      [`${s.code}_rating`, rating],
      [`${s.code}_evidence`, `What shows ${s.code}`],
    ]),
  )
export const by = 'Pat Wren, head'

/** A product from which the letters have just gone out, and those who ask and answer. */
export async function sectionEleven() {
  const app = await appWith()
  afterAll(async () => await app.close())
  app.at('2026-03-10T09:00:00.000Z')
  const ivy = await app.signInAs(cast.director)
  const kit = await app.signInAs(cast.auditor)
  const hal = await app.signInAs(cast.analyst)
  const amy = await app.signInAs(cast.worker)
  const member = await app.signInAs(cast.member)
  const anybody = app.browser()
  const letters = await ivy.post('/audits/section-11/new', {
    title: 'Section 11 audit 2026',
    due: '30/4/2026',
    agencies:
      'Harbour Police; Pat Wren; pat@police.example\nVale Health; Sam Reed\n<b>Fire & "Rescue"</b>; O’Hara',
  })

  const open = (p: { reference: string; code: string }) => anybody.post(AT, p)
  let quarter = 0
  /** A quarter of an hour on, so that no test waits for another. */
  const later = () => {
    quarter += 1
    app.at(new Date(Date.parse('2026-03-10T09:00:00.000Z') + quarter * 900_000).toISOString())
  }
  return { app, ivy, kit, hal, amy, member, anybody, letters, open, later }
}
