import { longDay } from '../../../domain/kernel/day.ts'
import { stateOf } from '../../../domain/quality/audit.ts'
import { drawAgain } from '../../../domain/quality/draw.ts'
import { strataBy } from '../../../domain/quality/draw-record.ts'
import { auditTool } from '../../../domain/quality/tools.ts'
import { canonical, digest } from '../../../store/chain.ts'
import type { Db } from '../../../store/connection.ts'
import { namesOf } from '../../../store/people.ts'
import { auditsWhere, readAudits, readSamples } from '../../../store/queries/audit-files.ts'
import { listable } from '../../../store/queries/listable.ts'
import { BackLink, MojAlert, SummaryList } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../../web/page.ts'
import { AuditFrame } from '../frame.tsx'
import { SampleFiles, Strata } from './parts.tsx'

async function load(ctx: Ctx<Db>) {
  const [sample] = await readSamples(ctx.tx, ctx.params.sample ?? '')
  if (!sample)
    return { missing: `There is no sample ${ctx.params.sample}. Open it from the list of samples.` }
  const audits = await readAudits(ctx.tx, await auditsWhere(ctx.tx, 'audit-opened', 'sample', [sample.code]))
  const children = await listable(
    ctx.tx,
    ctx.viewer,
    ctx.now,
    audits.map(a => a.audit.child),
  )
  const people = audits.flatMap(a => [a.audit.parts.first.auditor, a.audit.parts.second.auditor])
  return found({
    sample,
    audits: audits.filter(a => children.has(a.audit.child)),
    hidden: audits.filter(a => !children.has(a.audit.child)).length,
    children,
    names: await namesOf(ctx.tx, [sample.by, ...people.flatMap(id => id ?? [])]),
  })
}

export type SampleData = DataOf<typeof load>

/** Draws once more from what was kept, and says whether it is the same. */
function Again({ data }: { data: SampleData }) {
  const { sample } = data.sample
  const whole = sample.strata.every(s => digest(canonical(s.codes)) === s.hash)
  const made = drawAgain(sample.strata, sample)
  const same =
    made.codes.join(' ') === sample.drawn.join(' ') && made.second.join(' ') === sample.second.join(' ')
  return whole && same ? (
    <MojAlert variant="success" title="The same files">
      Drawn again just now from the children as they were kept, with the seed {sample.seed}: the same{' '}
      {made.codes.length} files, {made.second.length} of them to be graded twice. The children of each stratum
      are those that were kept.
    </MojAlert>
  ) : (
    <MojAlert variant="warning" title="Not the same files">
      {whole
        ? 'Drawing again gives other files than were drawn. Tell whoever looks after this system.'
        : 'What was kept of the children is not what was drawn from. Tell whoever looks after this system.'}
    </MojAlert>
  )
}

const left = ({ restricted, audited, siblings }: SampleData['sample']['sample']['left']): string =>
  [
    restricted > 0 && `${restricted} restricted`,
    audited > 0 && `${audited} audited in the last twelve months`,
    siblings > 0 && `${siblings} for a brother or sister who stood in`,
  ]
    .filter(Boolean)
    .join(', ') || 'Nobody'

/** One sample: how it was drawn, from whom, and how its audits stand. */
export const samplePage = page({
  path: '/audits/sample/:sample',
  permission: 'audit-draw',
  audit: 'a sample',
  load,
  render: (data: SampleData, ctx: Ctx<Db>) => {
    const { sample, code, by, recorded } = data.sample
    return {
      title: `${code}, ${sample.title}`,
      section: 'audits',
      wide: true,
      body: (
        <AuditFrame ctx={ctx} at="/audits/samples">
          <BackLink href="/audits/samples">Samples</BackLink>
          <span class="govuk-caption-l">Sample {code}</span>
          <h1 class="govuk-heading-l">{sample.title}</h1>
          {ctx.query.again && <Again data={data} />}
          <SummaryList
            rows={[
              { key: 'Audit', value: auditTool(sample.tool)?.title ?? sample.tool },
              {
                key: 'Drawn',
                value: `${{ random: 'At random', targeted: 'Targeted', dip: 'Dip' }[sample.way]}, ${strataBy[sample.by].toLowerCase()}${sample.of ? `. Of: ${sample.of}` : ''}`,
              },
              { key: 'Children as on', value: longDay(sample.on) },
              { key: 'Asked for by', value: data.names.get(by) ?? 'Somebody who has left' },
              { key: 'Seed', value: sample.seed },
              { key: 'Could not be drawn', value: left(sample.left) },
              {
                key: 'Graded twice',
                value:
                  sample.secondOneIn === 0 ? 'None' : `${sample.second.length}, one in ${sample.secondOneIn}`,
              },
            ]}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={`/audits/sample/${code}?again=yes`}>
              Draw again, to see that it gives the same files
            </a>
          </p>
          <SampleFiles data={data} ctx={ctx} state={a => stateOf(a, ctx.today)} />
          <Strata data={data} recorded={recorded} />
        </AuditFrame>
      ),
    }
  },
})
