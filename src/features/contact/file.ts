import type { Db } from '../../store/connection.ts'
import { readDocument } from '../../store/queries/documents.ts'
import { readContact } from '../../store/queries/front-door-contact.ts'
import { type Ctx, page } from '../../web/page.ts'

/** A file that came with a contact, for the front door. A contact about a child closed to the viewer is not there. */
export const contactFilePage = page({
  path: '/front-door/:contact/file/:hash',
  permission: 'front-door',
  audit: 'a file of a contact',
  load: async (ctx: Ctx<Db>) => {
    const view = await readContact(ctx.tx, ctx.viewer, ctx.now, (ctx.params.contact ?? '').toUpperCase())
    const file = await readDocument(ctx.tx, view?.entries ?? [], ctx.params.hash ?? '')
    return file ? { file } : { missing: 'There is no such file with this contact.' }
  },
  render: () => ({ title: 'File', body: null }),
})
