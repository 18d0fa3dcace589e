import { type Paper, stillToWrite } from '../../../domain/improvement/paper.ts'
import { paperKinds } from '../../../domain/improvement/paper-kinds.ts'
import type { PaperFile } from '../../../domain/improvement/papers/paper-file.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../../domain/kernel/london.ts'
import type { Db } from '../../../store/connection.ts'
import { namesOf } from '../../../store/people.ts'
import { paperHash, paperNow } from '../../../store/queries/papers-written.ts'
import { Problems } from '../../../web/form/form.tsx'
import { Button, Details, InsetText, MojAlert, Tag } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import { finish } from './finish.ts'
import { Again, Finish } from './finish-forms.tsx'
import { PaperHtml } from './html.tsx'
import { paperAsked } from './load.ts'

async function load(ctx: Ctx<Db>) {
  const read = await paperAsked(ctx)
  if (!('file' in read)) return read
  const { file } = read
  const paper = await paperNow(ctx.tx, file)
  const people = [...file.finals, ...file.reopened].map(f => f.by)
  return found({ file, paper, names: await namesOf(ctx.tx, people), writes: ctx.can('paper-write').allow })
}

type Data = DataOf<typeof load>
export type ReadData = Data

const gapsOf = (paper: Paper): readonly string[] => [
  ...new Set(stillToWrite(paper).map(gap => gap.replace(/^\[To be written: (.*)\]$/s, '$1'))),
]

function Fixed({ file, paper, names }: Data) {
  const last = file.finals.at(-1)
  if (!last) return null
  if (paperHash(paper) !== last.hash)
    return (
      <MojAlert variant="error" title="This paper is not as it was made final" role="alert">
        What is kept of this paper is not what was made final on {longDay(londonDay(last.on))}. Do not send
        it; ask whoever looks after this system to check the records.
      </MojAlert>
    )
  return (
    <InsetText>
      Made final by {names.get(last.by) ?? 'somebody who has left'} on {longDay(londonDay(last.on))} at{' '}
      {londonTime(last.on)}. Its words and figures do not change any more. Fingerprint{' '}
      <code>{last.hash.slice(0, 12)}</code>.
    </InsetText>
  )
}

function Draft({ file, gaps }: { file: PaperFile; gaps: readonly string[] }) {
  return (
    <div class="gt-no-print">
      <p class="govuk-body">
        <Tag colour="yellow">Draft</Tag> Figures are counted anew whenever it is opened.
      </p>
      {gaps.length > 0 && (
        <Details summary={`Still to be written: ${gaps.length}`} open={gaps.length < 8}>
          <ul class="govuk-list govuk-list--bullet">
            {gaps.map(gap => (
              <li>{gap}</li>
            ))}
          </ul>
        </Details>
      )}
      <Button href={`/plan/papers/${file.code}/edit`}>Write it</Button>
    </div>
  )
}

/** A paper to be read and printed, and made final. */
export const paperPage = page({
  path: '/plan/papers/:id',
  permission: 'plan-read',
  audit: 'a paper of the improvement plan',
  load,
  submit: finish,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const { file, paper, writes } = data
    const gaps = file.state === 'draft' ? gapsOf(paper) : []
    return {
      title: paper.title,
      section: 'plan',
      wide: true,
      body: (
        <PlanFrame at="">
          <Problems faults={returned?.faults} />
          <p class="govuk-body gt-no-print">
            <a class="govuk-link" href="/plan/papers">
              Papers
            </a>{' '}
            / {paperKinds[file.kind].title}
          </p>
          {file.state === 'draft' && <Draft file={file} gaps={gaps} />}
          {file.state === 'final' && <Fixed {...data} />}
          <p class="gt-no-print">
            <Button variant="secondary" href={`/plan/papers/${file.code}/word`}>
              Download as a Word document
            </Button>
          </p>
          <PaperHtml paper={paper} />
          {writes && file.state === 'draft' && (
            <Finish file={file} gaps={gaps} ctx={ctx} returned={returned} />
          )}
          {writes && file.state === 'final' && <Again file={file} ctx={ctx} returned={returned} />}
          {file.reopened.map(r => (
            <p class="govuk-body-s gt-quiet gt-no-print">
              Opened again by {data.names.get(r.by) ?? 'somebody who has left'} on {longDay(londonDay(r.on))}:{' '}
              {r.why}
            </p>
          ))}
        </PlanFrame>
      ),
    }
  },
})
