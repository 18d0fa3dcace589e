import { printAllowance } from '../../src/domain/kernel/allowance.ts'
import { spellKinds } from '../../src/domain/records/spell.ts'
import { series, timescales } from '../../src/domain/timescales/table.ts'
import type { Series, Timescale } from '../../src/domain/timescales/timescale.ts'
import { code, codes, drawn, table } from './markdown.ts'

const owners: Readonly<Record<Series['owner'], string>> = {
  worker: 'allocated worker',
  reviewing: 'reviewing officer',
  manager: 'manager',
  'front-door': 'front-door manager',
  officer: 'designated officer',
}

function ages({ fromAge, untilAge }: Series): string {
  if (fromAge === undefined && untilAge === undefined) return 'any'
  return `${fromAge ?? 0} until the day before ${untilAge ?? 'the end'}`
}

const seriesRow = (s: Series): readonly string[] => [
  code(s.code),
  s.title,
  s.during ? spellKinds[s.during].title : `each record: ${codes(s.records ?? [])}`,
  s.restarts ? `each new ${spellKinds[s.restarts].title.toLowerCase()}` : '',
  s.stops ? code(s.stops) : 'being written down',
  s.once ? 'once' : 'again and again',
  ages(s),
  owners[s.owner],
]

function which({ nth }: Timescale): string {
  if (!nth) return 'every one'
  if (nth.to === undefined) return `number ${nth.from} and after`
  return nth.from === nth.to ? `number ${nth.from}` : `numbers ${nth.from} to ${nth.to}`
}

function only({ dueAge, after }: Timescale): string {
  return [
    dueAge?.under !== undefined && `under ${dueAge.under} when due`,
    dueAge?.from !== undefined && `${dueAge.from} or over when due`,
    after && `lasted ${printAllowance(after.lasted)}${after.fact ? `, ${code(after.fact)}` : ''}`,
  ]
    .filter(Boolean)
    .join('; ')
}

const ruleRow = (t: Timescale): readonly string[] => [
  code(t.code),
  t.title,
  which(t),
  printAllowance(t.within),
  only(t),
  t.from ?? '',
  t.to ?? '',
  t.source,
  t.standing,
]

export const drawTimescales = (): string =>
  drawn(
    'Timescales',
    'src/domain/timescales/table.ts',
    '## Series\n\nA series is a run of clocks, one after the other, for as long as a spell lasts.',
    table(
      [
        'Series',
        'Title',
        'Runs during',
        'Starts again at',
        'Met by the mark',
        'How often',
        'Ages',
        'Whose work',
      ],
      series.map(seriesRow),
    ),
    '## Rules\n\nThe first row that fits a clock governs it, by the day on which the clock started. The starting day is day 0. `To` is the first day no longer covered.',
    table(
      ['Rule', 'Title', 'Which of the run', 'Within', 'Only where', 'From', 'To', 'Source', 'Standing'],
      timescales.map(ruleRow),
    ),
    'Standing: *confirmed*, the text of the rule was read; *supported*, a second source says so; *unconfirmed*, not checked; *local*, there is no national number and each authority sets its own.',
  )
