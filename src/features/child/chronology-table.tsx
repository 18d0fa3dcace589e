import type { ChronologyLine, LineSource } from '../../domain/family/chronologies.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import type { Db } from '../../store/connection.ts'
import { MojScrollablePane, Table } from '../../web/govuk/index.ts'
import type { ChildCtx } from '../../web/page.ts'
import type { ChronologyData } from './chronology-load.ts'
import { agesOf, itemsOf, quietWords, whoseOf } from './chronology-rows.ts'

const Lines = ({ words }: { words: readonly string[] }) => words.map(w => <span class="gt-line">{w}</span>)

const Source = ({ source: s, data }: { source: LineSource; data: ChronologyData }) => (
  <span class="gt-line">
    <a class="govuk-link" href={`/child/${s.code}/entry/${s.entry.id}`}>
      {knownRecordType(s.entry.type).title}
    </a>
    <span class="gt-quiet">
      {' '}
      {data.names.get(s.entry.author) ?? ''}
      {s.entry.amendments.length > 0 && ' (amended)'}
    </span>
  </span>
)

/** The lines of a chronology, each leading to what it comes from. */
export function ChronologyTable({ data, ctx }: { data: ChronologyData; ctx: ChildCtx<Db> }) {
  const merged = data.children.length > 1
  const may = ctx.can('record').allow && !data.at
  const head = [
    'Day',
    'Age',
    'What happened',
    ...(merged ? ['Whose'] : []),
    'Where it is from',
    ...(may ? ['Change'] : []),
  ]
  const items = ctx.query.order === 'new' ? itemsOf(data).toReversed() : itemsOf(data)
  const choose = (line: ChronologyLine) => {
    const own = line.sources.find(s => s.code === ctx.child.code)
    return own ? (
      <a
        class="govuk-link"
        href={`/child/${own.code}/chronology/choose/${own.entry.id}`}
        aria-label={`Leave out: ${line.what}`}
      >
        Leave out
      </a>
    ) : (
      ''
    )
  }
  return (
    <MojScrollablePane label="Chronology">
      <Table
        class="gt-chronology gt-stacked"
        caption={`${data.lines.length} significant ${data.lines.length === 1 ? 'event' : 'events'}`}
        captionSize="s"
        head={head}
        rows={items.map(item => {
          if ('quiet' in item)
            return [{ text: quietWords(item.quiet), colspan: head.length, class: 'gt-silence' }]
          const { line } = item
          return [
            { text: longDay(line.on), class: 'gt-nowrap' },
            { text: <Lines words={agesOf(line)} />, class: 'gt-nowrap' },
            {
              text: (
                <>
                  {line.what}
                  {line.meaning && <span class="gt-line gt-quiet">{line.meaning}</span>}
                </>
              ),
            },
            ...(merged ? [whoseOf(line)] : []),
            { text: line.sources.map(s => <Source source={s} data={data} />) },
            ...(may ? [{ text: choose(line) }] : []),
          ]
        })}
      />
    </MojScrollablePane>
  )
}
