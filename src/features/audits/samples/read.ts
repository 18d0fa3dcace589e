import type { Day, Instant } from '../../../domain/kernel/day.ts'
import { fail, ok, type Result } from '../../../domain/kernel/result.ts'
import { type StrataBy, strataBy } from '../../../domain/quality/draw-record.ts'
import { type Faults, type Typed, textOf } from '../../../domain/records/parse.ts'
import { type DrawAsked, newSeed } from '../../../store/queries/audit-draw.ts'
import type { Condition } from '../../../store/queries/audit-frame.ts'
import { type Choices, conditions } from './asking.ts'

const isBy = (code: string): code is StrataBy => Object.hasOwn(strataBy, code)
const isWay = (code: string): code is DrawAsked['way'] =>
  code === 'random' || code === 'targeted' || code === 'dip'
const isKind = (code: string | undefined): code is Condition['kind'] =>
  code === 'indicator' || code === 'category' || code === 'clock'

function conditionOf(value: string): Condition | undefined {
  const [kind, ...code] = value.split(':')
  return isKind(kind) && conditions.some(c => c.value === value) ? { kind, code: code.join(':') } : undefined
}

const all = (typed: Typed, name: string): readonly string[] => {
  const raw = typed[name]
  return raw === undefined ? [] : typeof raw === 'string' ? (raw === '' ? [] : [raw]) : raw
}

/** The most files of one draw: a record of it must stay something a person can read. */
const MOST = 200

/** Reads the form of a draw: what is asked for, or every fault of it. */
export function readDraw(
  typed: Typed,
  choices: Choices,
  at: { readonly today: Day; readonly now: Instant },
): Result<DrawAsked, Faults> {
  const faults: Record<string, string> = {}
  const tool = choices.tools.find(t => t.code === textOf(typed, 'tool'))
  if (!tool) faults.tool = 'Choose an audit tool.'
  const way = textOf(typed, 'way')
  if (!isWay(way)) faults.way = 'Choose how the sample is drawn.'
  const size = Number(textOf(typed, 'size'))
  if (!Number.isInteger(size) || size < 1 || size > MOST)
    faults.size = `Enter a number of files from 1 to ${MOST}.`
  const by = textOf(typed, 'by') || 'none'
  const condition = conditionOf(textOf(typed, 'condition'))
  if (way === 'targeted' && !condition)
    faults.condition = 'Choose whom the sample is of: a targeted sample needs a condition.'
  const team = choices.teams.find(t => t === textOf(typed, 'team'))
  const worker = choices.workers.find(w => w.id === textOf(typed, 'worker'))
  if (way === 'dip' && !team && !worker)
    faults.team = 'Choose a team or a worker: a dip sample is of one of them.'
  const auditors = choices.all.filter(p => all(typed, 'auditors').includes(p.id))
  if (auditors.length === 0) faults.auditors = 'Choose at least one auditor.'
  const secondOneIn = Number(textOf(typed, 'second') || '5')
  if (secondOneIn > 0 && auditors.length === 1)
    faults.auditors =
      'A second grading needs a second auditor. Choose one more, or have nothing graded twice.'
  if (!tool || !isWay(way) || Object.keys(faults).length > 0) return fail(faults)
  const chosen = conditions.find(c => c.value === textOf(typed, 'condition'))
  const of = [way === 'targeted' ? chosen?.text : undefined, team, worker?.name].filter(Boolean).join('; ')
  return ok({
    title: textOf(typed, 'title') || tool.title,
    tool,
    way,
    on: at.today,
    by: isBy(by) ? by : 'none',
    size,
    seed: textOf(typed, 'seed').slice(0, 40) || newSeed(at.now),
    secondOneIn,
    families: textOf(typed, 'families') === 'yes',
    again: textOf(typed, 'again') === 'yes',
    frame: {
      ...(way === 'targeted' && condition ? { condition } : {}),
      ...(team ? { team } : {}),
      ...(worker ? { worker: worker.id } : {}),
    },
    of: of === '' ? null : of,
    auditors,
  })
}
