import { calledBy } from '../../../domain/casework/person.ts'
import { type Instant, longDay } from '../../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../../domain/kernel/london.ts'
import type { Audit } from '../../../domain/quality/audit.ts'
import { Details, MojScrollablePane, Table } from '../../../web/govuk/index.ts'
import type { Ctx } from '../../../web/page.ts'
import type { SampleData } from './sample.tsx'

/** The files of a sample: whose, who has them and how they stand. Children whom the viewer may not see are counted. */
export function SampleFiles({
  data,
  state,
}: {
  data: SampleData
  ctx: Ctx<unknown>
  state: (a: Audit) => string
}) {
  const who = (id: string | null) =>
    id === null ? 'Nobody yet' : (data.names.get(id) ?? 'Somebody who has left')
  return (
    <>
      <h2 class="govuk-heading-m">Files</h2>
      {data.hidden > 0 && (
        <p class="govuk-body">
          {data.hidden === 1 ? 'One more file is' : `${data.hidden} more files are`} open to named people
          alone, and not listed for you.
        </p>
      )}
      <MojScrollablePane label="Files of the sample">
        <Table
          caption="Files of the sample"
          captionClass="govuk-visually-hidden"
          rowHeaders
          head={['Audit', 'Child', 'Team', 'Auditor', 'Second auditor', 'How it stands', 'Change']}
          rows={data.audits.map(({ code, audit }) => {
            const child = data.children.get(audit.child)
            return [
              code,
              child ? calledBy(child, child.code) : '',
              audit.team ?? '',
              who(audit.parts.first.auditor),
              audit.second ? who(audit.parts.second.auditor) : '–',
              state(audit),
              audit.withdrawn ||
              (audit.parts.first.grading && (!audit.second || audit.parts.second.grading)) ? (
                ''
              ) : (
                <a class="govuk-link" href={`/audits/assign/${code}`}>
                  Give to another<span class="govuk-visually-hidden"> auditor: {code}</span>
                </a>
              ),
            ]
          })}
        />
      </MojScrollablePane>
    </>
  )
}

/** What was drawn from, as it was kept: by which anybody can make the draw again. */
export function Strata({ data, recorded }: { data: SampleData; recorded: Instant }) {
  const { sample } = data.sample
  const drawn = new Set(sample.drawn)
  return (
    <Details summary="What it was drawn from">
      <p class="govuk-body">
        Kept on {longDay(londonDay(recorded))} at {londonTime(recorded)}. Each child has a number from the
        seed and their ID; of each group those with the lowest are drawn.
      </p>
      <Table
        caption="Children of each group"
        captionClass="govuk-visually-hidden"
        rowHeaders
        head={[
          'Group',
          { text: 'Children', numeric: true },
          { text: 'Drawn', numeric: true },
          'Hash of their IDs',
        ]}
        rows={sample.strata.map(s => [
          s.name,
          s.codes.length,
          s.codes.filter(c => drawn.has(c)).length,
          <code class="gt-audit-hash">{s.hash.slice(0, 16)}</code>,
        ])}
      />
    </Details>
  )
}
