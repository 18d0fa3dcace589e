import type { Db } from '../../store/connection.ts'
import { readDocument } from '../../store/queries/documents.ts'
import { inspectionCalled, readPlan } from '../../store/queries/plan.ts'
import { type Ctx, page } from '../../web/page.ts'
import { loadAction } from './action-load.ts'

const CLOSED = {
  refused: 'Documents kept with the plan are for those who work here. What they show is told on the action.',
}
const NONE = {
  missing: 'There is no such document here. Open the action or the source and choose one there.',
}

/** A document kept with an action. What it holds may name people, so members are not shown it. */
export const actionFilePage = page({
  path: '/plan/action/:id/file/:hash',
  permission: 'plan-read',
  audit: 'a document of the improvement plan',
  load: async (ctx: Ctx<Db>) => {
    const loaded = await loadAction(ctx)
    if (!('found' in loaded)) return loaded
    if (!loaded.found.mayOpen) return CLOSED
    const file = await readDocument(ctx.tx, loaded.found.entries, ctx.params.hash ?? '')
    return file ? { file } : NONE
  },
  render: () => ({ title: 'Document', body: null }),
})

/** The document that a source of the plan is. */
export const sourceFilePage = page({
  path: '/plan/source/:id/file/:hash',
  permission: 'plan-read',
  audit: 'a document of a source of the plan',
  load: async (ctx: Ctx<Db>) => {
    const view = await readPlan(ctx.tx)
    const source = inspectionCalled(view, ctx.params.id ?? '')
    if (!source) return NONE
    if (!ctx.can('children-behind').allow) return CLOSED
    const entries = view.entries.filter(e => e.subject === source.id)
    const file = await readDocument(ctx.tx, entries, ctx.params.hash ?? '')
    return file ? { file } : NONE
  },
  render: () => ({ title: 'Document', body: null }),
})
