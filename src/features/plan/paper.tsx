import type { Paper } from '../../domain/improvement/paper.ts'
import type { Db } from '../../store/connection.ts'
import { paperToDocx } from '../../store/documents/docx.ts'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Page, page } from '../../web/page.ts'
import { PlanFrame } from './frame.tsx'
import { PaperHtml } from './paper-html.tsx'
import { imagesOf } from './paper-pictures.tsx'
import { type PaperName, papers, readPapers, writePaper } from './papers-load.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function load(ctx: Ctx<Db>, name: PaperName) {
  const given = await readPapers(ctx)
  const [fault] = Object.values(given.days.faults)
  if (fault) return { missing: fault }
  const paper = await writePaper(ctx, name, given)
  if (!paper) return { missing: 'No inspection report had been loaded by that day. Choose a later day.' }
  return found({ view: given.view, paper })
}

type Data = DataOf<typeof load>

async function word(ctx: Ctx<Db>, name: PaperName) {
  const loaded = await load(ctx, name)
  if (!('found' in loaded)) return loaded
  const { paper }: { paper: Paper } = loaded.found
  const bytes = await paperToDocx(paper, imagesOf(paper))
  return { file: { name: `${papers[name]} ${paper.asAt}.docx`, type: WORD, bytes } }
}

const names: readonly PaperName[] = ['cabinet', 'board']

/** Each paper to be read on a page, and as a Word document. */
export const paperPages: readonly Page<Db>[] = names.flatMap(name => [
  page({
    path: `/plan/papers/${name}`,
    permission: 'plan-read' as const,
    audit: papers[name],
    load: (ctx: Ctx<Db>) => load(ctx, name),
    render: ({ view, paper }: Data, ctx: Ctx<Db>) => {
      const query = new URLSearchParams(Object.entries(ctx.query).map(([k, v]) => [k, v ?? '']))
      return {
        title: papers[name],
        section: 'plan' as const,
        wide: true,
        body: (
          <PlanFrame ctx={ctx} view={view} at="/plan/papers">
            <PaperHtml paper={paper} />
            <Button variant="secondary" href={`/plan/papers/${name}/word?${query}`}>
              Download as a Word document
            </Button>
          </PlanFrame>
        ),
      }
    },
  }),
  page({
    path: `/plan/papers/${name}/word`,
    permission: 'plan-read' as const,
    audit: `${papers[name]} as a Word document`,
    load: (ctx: Ctx<Db>) => word(ctx, name),
    render: () => ({ title: papers[name], body: null }),
  }),
])
