import type { Db } from '../../store/connection.ts'
import { type Ctx, found, page } from '../../web/page.ts'
import { address } from './asked.ts'
import { load, type Reading } from './load.ts'
import { readingPage } from './parts.tsx'

/**
 * One file of a return, as it is sent. Every child is in it, whoever may see them, as the law asks: it is for those who
 * send it, and its taking is on the log with what was taken.
 */
export const filePage = page({
  path: '/returns/file',
  permission: 'returns-file',
  audit: 'national return: a file taken',
  load: async (ctx: Ctx<Db>) => {
    const came = await load(ctx)
    if (!('ready' in came)) return found(came)
    const file = came.ready.files.find(f => f.name === ctx.query.file)
    if (!file) return { missing: 'The return has no file of this name. The page of the return has the list.' }
    const bytes = new TextEncoder().encode([...file.text(ctx.now)].join(''))
    return { file: { name: file.name, type: file.type, bytes } }
  },
  render: (data: Reading, ctx: Ctx<Db>) =>
    readingPage(ctx, data, address(data.asked, '/returns/file', { file: ctx.query.file ?? null })),
})
