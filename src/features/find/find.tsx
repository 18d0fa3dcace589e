import { fileAt } from '../../domain/access/parts.ts'
import { readTyped } from '../../domain/matching/asked.ts'
import type { Db } from '../../store/connection.ts'
import { writeLog } from '../../store/log.ts'
import { findChildren, SEARCH } from '../../store/queries/find-child.ts'
import { logClosed } from '../../store/queries/likeness.ts'
import { listable } from '../../store/queries/listable.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import { SearchInput } from '../../web/form/search-input.tsx'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, found, page, pageNumber } from '../../web/page.ts'
import { type FindData, Results } from './results.tsx'

const SIZE = 20

/** The child of an ID that was typed, for whom the viewer may see; of another, the log says that it was looked for. */
async function byCode(ctx: Ctx<Db>, code: string | null): Promise<string | undefined> {
  const child = code === null ? undefined : await subjectByCode(ctx.tx, 'child', code)
  if (!child) return undefined
  if ((await listable(ctx.tx, ctx.viewer, ctx.now, [child.id])).has(child.id)) return child.code
  await logClosed(ctx.tx, ctx.viewer, ctx.now, SEARCH, [{ subject: child.id }])
  return undefined
}

async function load(ctx: Ctx<Db>) {
  const asked = (ctx.query.q ?? '').trim()
  const number = pageNumber(ctx.query)
  const code = await byCode(ctx, readTyped(asked, Number(ctx.today.slice(0, 4))).code)
  if (code) return { go: fileAt(ctx.viewer.role, code) }
  const slice = { limit: SIZE, offset: (number - 1) * SIZE }
  const result = await findChildren(ctx.tx, ctx.viewer, ctx.now, asked, slice)
  if (asked !== '')
    await writeLog(ctx.tx, {
      at: ctx.now,
      viewer: ctx.viewer.id,
      action: 'find',
      subject: null,
      page: 'search for a child: what it found',
      allowed: true,
      because: ctx.because,
      detail: { q: asked, total: result.total, shown: result.children.map(c => c.subject) },
    })
  return found({ asked, ...result, number, pages: Math.max(1, Math.ceil(result.total / SIZE)) })
}

/** One box for all that may be known of a child, and the children who fit it. */
export const findPage = page({
  path: '/find',
  permission: 'find',
  audit: 'search for a child',
  load,
  render: (data: FindData, ctx: Ctx<Db>) => ({
    title: data.asked ? `Find a child: ${data.asked}` : 'Find a child',
    section: 'find',
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">Find a child</h1>
        <search>
          <form method="get" class="gt-find">
            <SearchInput
              label="Who are you looking for?"
              hint="A name, however it is spelt and in any order. You can also type a date of birth, an address or postcode, the name of a brother or sister, an NHS number, a UPN or a child ID."
              value={data.asked}
              error={
                data.noSuchDay === null
                  ? undefined
                  : `There is no such date as ${data.noSuchDay}, so it was left out of the search. Check it, and search again.`
              }
              after={<Button>Find</Button>}
            />
          </form>
        </search>
        <Results data={data} ctx={ctx} />
      </>
    ),
  }),
})
