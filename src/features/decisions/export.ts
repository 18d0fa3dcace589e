import { calledBy } from '../../domain/casework/person.ts'
import type { Db } from '../../store/connection.ts'
import { type Decided, decisionKinds, decisions } from '../../store/queries/decisions.ts'
import { csvFile } from '../../web/csv.ts'
import { type Ctx, page } from '../../web/page.ts'
import { filterOf } from './asked.ts'

/** The most lines of one file. */
const MOST = 20_000

const HEAD = [
  'Date',
  'Kind',
  'Child ID',
  'Name',
  'Decision',
  'Reason',
  'Next step',
  'By',
  'Decided by',
  'Overdue',
]

const row = (d: Decided): readonly string[] => [
  d.on,
  decisionKinds[d.type],
  d.code ?? d.contact ?? '',
  d.code ? calledBy(d, d.code) : '',
  d.decision,
  d.reason,
  d.next,
  d.by ?? '',
  d.who ?? '',
  d.overdue ? 'Yes' : 'No',
]

/** The register as asked, as a file: what the viewer may open and read, and its taking is on the log with the question. */
export const exportPage = page({
  path: '/decisions/export',
  permission: 'decisions',
  audit: 'register of decisions: export',
  load: async (ctx: Ctx<Db>) => {
    const { asked } = filterOf(ctx.query, ctx.today)
    const list = await decisions(ctx.tx, ctx.viewer, ctx, asked, { after: null, limit: MOST })
    return {
      file: {
        name: `decisions-${ctx.today}.csv`,
        type: 'text/csv; charset=utf-8',
        bytes: csvFile([HEAD, ...list.map(row)]),
      },
    }
  },
  // A file is all there is to it.
  render: () => ({ title: 'Register of decisions', body: null }),
})
