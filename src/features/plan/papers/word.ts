import { paperKinds } from '../../../domain/improvement/paper-kinds.ts'
import type { Db } from '../../../store/connection.ts'
import { paperToDocx } from '../../../store/documents/docx.ts'
import { paperHash, paperNow } from '../../../store/queries/papers-written.ts'
import { type Ctx, page } from '../../../web/page.ts'
import { paperAsked } from './load.ts'
import { imagesOf } from './pictures.tsx'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const CHANGED =
  'What is kept of this paper is not what was made final, so it is not given out. Ask whoever looks after this system to check the records.'

/** A paper as a Word document. */
export const paperWordPage = page({
  path: '/plan/papers/:id/word',
  permission: 'plan-read',
  audit: 'a paper as a Word document',
  load: async (ctx: Ctx<Db>) => {
    const read = await paperAsked(ctx)
    if (!('file' in read)) return read
    const { file } = read
    const paper = await paperNow(ctx.tx, file)
    const last = file.finals.at(-1)
    if (file.state === 'final' && last && paperHash(paper) !== last.hash) return { refused: CHANGED }
    const bytes = await paperToDocx(paper, imagesOf(paper))
    const draft = file.state === 'draft' ? ' draft' : ''
    return {
      file: { name: `${paperKinds[file.kind].title}${draft} ${file.meeting}.docx`, type: WORD, bytes },
    }
  },
  render: () => ({ title: 'Paper', body: null }),
})
