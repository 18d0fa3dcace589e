import { isColleague, roles } from '../../domain/access/roles.ts'
import type { Db } from '../../store/connection.ts'
import { fundedPosts } from '../../store/queries/workforce.ts'
import { workload } from '../../store/queries/workload.ts'
import { csvFile } from '../../web/csv.ts'
import { type Ctx, page } from '../../web/page.ts'

const HEAD = [
  'Name',
  'Role',
  'Team',
  'Registered social worker',
  'Agency',
  'Per cent of a full-time post',
  'Children allocated',
  'Work by weight',
  'Limit',
  'Funded posts of the team',
] as const

const NOT_STAFF: ReadonlySet<string> = new Set(['elected-member', 'inspector'])

/** Staff with their teams, posts and caseloads, as inspectors ask for them. No child is named. */
export const staffFilePage = page({
  path: '/inspection/staff.csv',
  permission: 'ready',
  audit: 'staff and caseloads, as a file',
  load: async (ctx: Ctx<Db>) => {
    const posts = await fundedPosts(ctx.tx, ctx.today)
    const people = (await workload(ctx.tx, {}, ctx.today)).filter(
      w => isColleague(w.role) && !NOT_STAFF.has(w.role),
    )
    const rows = people.map(w => [
      w.name,
      roles[w.role],
      w.team ?? '',
      w.registered ? 'Yes' : 'No',
      w.agency ? 'Yes' : 'No',
      String(w.share),
      String(w.cases.length),
      String(w.load),
      String(w.limit),
      w.team === null ? '' : String(posts.get(w.team) ?? 'Not recorded'),
    ])
    return {
      file: {
        name: `staff-${ctx.today}.csv`,
        type: 'text/csv; charset=utf-8',
        bytes: csvFile([HEAD, ...rows]),
      },
    }
  },
  render: () => ({ title: 'Staff and caseloads', body: null }),
})
