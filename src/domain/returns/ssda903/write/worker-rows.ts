import { addDays } from '../../../kernel/day.ts'
import type { Standing } from '../../../records/entry.ts'
import type { Spell } from '../../../records/spell.ts'
import { touches } from './episodes.ts'
import {
  answer,
  type Beside,
  type ReturnWorker,
  row,
  type WrittenChild,
  type WrittenRow,
  written,
  type YearDays,
} from './written.ts'

/** The first collection year that asks for social workers. */
const FROM = 2023
/** A worker who leaves within a month of handing a child over did so for that reason. */
const MONTH = 31

/** SW and the figures of the registration; XX and the code that the worker has here, where there is none. */
export function workerNumber(worker: ReturnWorker | undefined): string | null {
  if (!worker) return null
  const own = [worker.registration, worker.code].find(id => /^(SW|XX)./.test(id ?? ''))
  return own ?? `XX${worker.code.replace(/[^A-Za-z0-9]/g, '')}`
}

/**
 * Why the worker is another than before: as was answered, or as the record shows. Blank where it shows nothing.
 */
function change(
  now: Spell,
  before: Spell | undefined,
  { said, closed }: { readonly said: Standing | undefined; readonly closed: boolean },
  beside: Beside,
) {
  const answered = answer(said, 'change')
  if (answered) return answered
  if (!before || (closed && before.to !== now.from)) return 'FCONTA'
  const left = typeof before.facts.worker === 'string' ? beside.worker(before.facts.worker)?.left : null
  if (left && before.to && left <= addDays(before.to, MONTH)) return 'LEFTRL'
  return before.facts.team !== now.facts.team ? 'TSPROC' : null
}

/** Written again for the same worker in another team, or for no reason: one and the same to the child. */
const joined = (all: readonly Spell[]): readonly Spell[] =>
  all.reduce<Spell[]>((out, s) => {
    const last = out.at(-1)
    if (last && last.to === s.from && last.facts.worker === s.facts.worker)
      out[out.length - 1] = { ...last, to: s.to, closedBy: s.closedBy }
    else out.push(s)
    return out
  }, [])

/** The social workers of the year, one after another, of a child who is looked after at its end. */
export function workerRows(child: WrittenChild, y: YearDays, beside: Beside): readonly WrittenRow[] {
  if (y.year < FROM) return []
  const { code, file } = child
  const { born } = file.person
  const byId = new Map(file.happenings.map(e => [e.id, e]))
  const own = joined(
    file.spells.filter(s => s.kind === 'allocation' && s.key === 'worker' && s.from !== s.to),
  )
  return own.flatMap((s, i) => {
    if (!touches(s, y)) return []
    const { worker } = s.facts
    const before = own[i - 1]
    return [
      row(
        'SWEpisodes',
        {
          CHILD: code,
          DOB: written(born),
          SW_ID: typeof worker === 'string' ? workerNumber(beside.worker(worker)) : null,
          // Before birth there was nobody of whom the return could speak.
          SW_DECOM: written(born !== null && born > s.from ? born : s.from),
          SW_DEC: s.to !== null && s.to <= y.end ? written(s.to) : null,
          SW_REASON: change(
            s,
            before,
            { said: byId.get(s.openedBy), closed: byId.get(before?.closedBy ?? '')?.type === 'case-closed' },
            beside,
          ),
        },
        [s.openedBy, s.closedBy],
      ),
    ]
  })
}
