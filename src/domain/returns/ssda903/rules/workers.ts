import type { Cells, Numbers } from '../../check/column.ts'
import { where } from '../../check/frame.ts'
import { at, filledNotOneOf, notOneOf, rowsOf } from './cells.ts'
import { anyBlank, textOf } from './filled.ts'
import { rule } from './rule.ts'

const base = { from: 2023, needs: ['SWEpisodes'] } as const

const REASONS = new Set('MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS'.split(' '))

/** 1 April 2023: why the social worker changed is asked of episodes from then on. */
const REASON_ASKED_FROM = 19448

/** Zs stand for parts of a date that nobody knows: such a date is allowed, and no rule can compare it. */
const PARTLY_KNOWN = /^(\d{2}|ZZ)\/(\d{2}|ZZ)\/(\d{4}|ZZZZ)$/

const noDate = (cells: Cells, days: Numbers): readonly number[] =>
  rowsOf(
    cells,
    (text, i) => text !== null && Number.isNaN(days[i]) && !(text.includes('Z') && PARTLY_KNOWN.test(text)),
  )

const workerId = (text: string | null): boolean =>
  text !== null && (text.startsWith('SW') || text.startsWith('XX'))

const isNoId = {
  fields: ['SW_ID'],
  says: 'The social worker’s number does not begin with SW or XX.',
  todo: 'Give the registration number: SW and its digits. XX and a number of your own, where there is none.',
} as const

const notReason = {
  fields: ['SW_REASON'],
  todo: 'Choose why this social worker took over.',
} as const

/** The social workers of a child: what each row must have, and what may stand in it. */
export const workerRules = [
  rule('SW02STG1', {
    ...base,
    ...isNoId,
    to: 2024,
    find: r => ({ SWEpisodes: rowsOf(r.now.SWEpisodes.text('SW_ID'), id => id !== null && !workerId(id)) }),
  }),
  rule('SW02STG1', {
    ...base,
    ...isNoId,
    from: 2025,
    says: 'The social worker’s number is missing, does not begin with SW or XX, or has nothing after it.',
    find: r => ({
      SWEpisodes: rowsOf(r.now.SWEpisodes.text('SW_ID'), id => !workerId(id) || (id?.length ?? 0) < 3),
    }),
  }),
  rule('SW03STG1', {
    ...base,
    to: 2023,
    fields: ['SW_ID', 'SW_DECOM', 'SW_REASON'],
    says: 'The social worker’s number, the day they began, or why they took over is missing.',
    todo: 'Fill in all three.',
    find: r => {
      const cells = textOf(r.now.SWEpisodes, ['SW_ID', 'SW_DECOM', 'SW_REASON'])
      return { SWEpisodes: where(r.now.SWEpisodes, i => anyBlank(cells, i)) }
    },
  }),
  rule('SW01aSTG1', {
    ...base,
    from: 2024,
    to: 2024,
    fields: ['SW_DECOM', 'SW_ID'],
    says: 'The day on which the social worker began is missing; or they began before 1 April 2023, and their number is.',
    todo: 'Fill in both.',
    find: r => {
      const [id, decom] = [r.now.SWEpisodes.text('SW_ID'), r.now.SWEpisodes.days('SW_DECOM')]
      return {
        SWEpisodes: rowsOf(
          r.now.SWEpisodes.text('SW_DECOM'),
          (began, i) => began === null || (id[i] == null && !(at(decom, i) >= REASON_ASKED_FROM)),
        ),
      }
    },
  }),
  rule('SW01bSTG1', {
    ...base,
    from: 2024,
    to: 2024,
    fields: ['SW_DECOM', 'SW_ID', 'SW_REASON'],
    says: 'The social worker began on or after 1 April 2023, and their number or why they took over is missing.',
    todo: 'Fill in both.',
    find: r => {
      const decom = r.now.SWEpisodes.days('SW_DECOM')
      const cells = textOf(r.now.SWEpisodes, ['SW_ID', 'SW_REASON'])
      return {
        SWEpisodes: where(r.now.SWEpisodes, i => at(decom, i) >= REASON_ASKED_FROM && anyBlank(cells, i)),
      }
    },
  }),
  rule('SW04STG1', {
    ...base,
    fields: ['SW_DECOM'],
    says: 'The date on which the social worker began is no day of the calendar.',
    todo: 'Correct the date.',
    find: r => {
      const { text, days } = r.now.SWEpisodes
      return { SWEpisodes: noDate(text('SW_DECOM'), days('SW_DECOM')) }
    },
  }),
  rule('SW05STG1', {
    ...base,
    fields: ['SW_DEC'],
    says: 'The date on which the social worker ended is no day of the calendar.',
    todo: 'Correct the date.',
    find: r => {
      const { text, days } = r.now.SWEpisodes
      return { SWEpisodes: noDate(text('SW_DEC'), days('SW_DEC')) }
    },
  }),
  rule('SW13STG1', {
    ...base,
    ...notReason,
    to: 2023,
    says: 'Why the social worker took over is missing, or is no code of the list.',
    find: r => ({ SWEpisodes: notOneOf(r.now.SWEpisodes.text('SW_REASON'), REASONS) }),
  }),
  rule('SW13STG1', {
    ...base,
    ...notReason,
    from: 2024,
    says: 'Why the social worker took over is no code of the list; or is missing, where they began on or after 1 April 2023.',
    find: r => {
      const [why, decom] = [r.now.SWEpisodes.text('SW_REASON'), r.now.SWEpisodes.days('SW_DECOM')]
      const missing = where(r.now.SWEpisodes, i => why[i] == null && at(decom, i) >= REASON_ASKED_FROM)
      return { SWEpisodes: [...filledNotOneOf(why, REASONS), ...missing] }
    },
  }),
] as const
