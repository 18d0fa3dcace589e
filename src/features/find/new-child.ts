import type { Db } from '../../store/connection.ts'
import { type Ctx, found, page } from '../../web/page.ts'
import { newChildHtml } from './new-child-form.tsx'
import { submitNew } from './new-child-submit.tsx'

/** A file for a child whom nobody here knows yet. */
export const newChildPage = page({
  path: '/new-child',
  permission: 'new-child',
  audit: 'start a file',
  load: async () => found(null),
  submit: submitNew,
  render: (_data, ctx: Ctx<Db>, returned) => newChildHtml(ctx, returned),
})
