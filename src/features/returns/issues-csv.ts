import { yearWords } from '../../domain/returns/check/rule.ts'
import { inOrder } from '../../domain/returns/live/lines.ts'
import type { Db } from '../../store/connection.ts'
import { csvFile } from '../../web/csv.ts'
import { type Ctx, found, page } from '../../web/page.ts'
import { address } from './asked.ts'
import { load, type Reading } from './load.ts'
import { type NamedLine, named } from './named.ts'
import { readingPage, WEIGHTS } from './parts.tsx'

/** The most lines of one file. */
const MOST = 50_000

const HEAD = [
  'Rule',
  'Error or query',
  'What is wrong',
  'What to do',
  'Child ID',
  'Name',
  'Team',
  'Worker',
  'Table',
  'In the return',
  'Where it is put right',
]

const row = (of: NamedLine): readonly string[] => {
  const { issue, subject, team } = of.line
  return [
    issue.rule.code,
    WEIGHTS[issue.rule.severity],
    issue.rule.says,
    issue.rule.todo,
    of.code ?? '',
    of.called ?? (subject === null ? 'The return itself' : 'A restricted file'),
    team ?? '',
    of.worker ?? '',
    issue.table,
    of.says.join('; '),
    of.ways.map(w => w.text).join('; '),
  ]
}

/** The issues as asked, as a file: of children whom the viewer may see named; others are counted in a line each. */
export const issuesCsvPage = page({
  path: '/returns/issues.csv',
  permission: 'returns',
  audit: 'issues of a national return: export',
  load: async (ctx: Ctx<Db>) => {
    const came = await load(ctx)
    if (!('ready' in came)) return found(came)
    const list = await named(ctx, came, inOrder(came.lines).slice(0, MOST))
    const { collection, year } = came.asked
    return {
      file: {
        name: `issues-${collection}-${yearWords(year)}-${ctx.today}.csv`,
        type: 'text/csv; charset=utf-8',
        bytes: csvFile([HEAD, ...list.map(row)]),
      },
    }
  },
  render: (data: Reading, ctx: Ctx<Db>) => readingPage(ctx, data, address(data.asked, '/returns/issues.csv')),
})
