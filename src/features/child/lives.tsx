import type { CaseFile } from '../../domain/casework/file.ts'
import { spellWords } from '../../domain/casework/now.ts'
import { addMonths, type Day, later } from '../../domain/kernel/day.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { type Spell, type SpellKindCode, spellKinds } from '../../domain/records/spell.ts'
import { ChartFigure, Timeline, timelineTable } from '../../web/charts/index.ts'

const LANES: readonly SpellKindCode[] = [
  'early-help',
  'in-need',
  'without-worker',
  'assessment',
  'need-plan',
  'enquiry',
  'pre-proceedings',
  'looked-after',
  'legal-status',
  'placement',
  'protection-plan',
  'missing',
  'private-fostering',
]

const ASSESSMENTS: Readonly<Record<string, string>> = {
  initial: 'Initial assessment',
  core: 'Core assessment',
}

const labelOf = (s: Spell): string =>
  s.kind === 'early-help' && typeof s.facts.lead === 'string'
    ? s.facts.lead
    : spellWords(s) || (ASSESSMENTS[s.key] ?? spellKinds[s.kind].title)

function timelineOf(file: CaseFile, on: Day) {
  const shown = file.spells.filter(s => LANES.includes(s.kind))
  const first = shown.map(s => s.from).sort()[0] ?? addMonths(on, -12)
  const lanes = LANES.flatMap(kind => {
    const spans = shown
      .filter(s => s.kind === kind)
      .map(s => ({ from: s.from, to: s.to ?? undefined, label: labelOf(s) }))
    return spans.length > 0 ? [{ name: spellKinds[kind].title, spans }] : []
  })
  const marks = file.happenings
    .filter(
      e =>
        !e.withdrawn &&
        knownRecordType(e.type)
          .marks(e.answers)
          .some(m => m.endsWith('-visit') || m.endsWith('-review')),
    )
    .map(e => ({ on: e.happened, label: knownRecordType(e.type).title, quiet: true }))
  const from = later(first, addMonths(on, -60))
  return {
    from,
    to: on,
    today: on,
    lanes: marks.length > 0 ? [...lanes, { name: 'Visits and reviews', marks }] : lanes,
  }
}

/** What has lasted in a child's life, as a picture and as a table. */
export function Lives({ file, on }: { file: CaseFile; on: Day }) {
  const data = timelineOf(file, on)
  if (data.lanes.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">The last years</h2>
      <ChartFigure
        caption="What has lasted, and when"
        label="What has lasted"
        table={timelineTable(data)}
        summary="The same as a table"
      >
        <Timeline id="lives" title="What has lasted" {...data} />
      </ChartFigure>
    </section>
  )
}
