import { type Typed, textOf } from '../../domain/records/parse.ts'
import { loadWords } from '../../domain/workload/words.ts'
import { newId } from '../../store/ids.ts'
import type { WorkerLoad } from '../../store/queries/workload.ts'
import { Select, type SelectItem, TextInput } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'
import { asked, type Row } from './many.ts'

/** Who can be picked, one's own team first: name, team, and how much work. */
export function choices(people: readonly WorkerLoad[], team: string | null): readonly SelectItem[] {
  const own = people.filter(p => p.team === team)
  const others = people.filter(p => p.team !== team)
  return [...own, ...others].map(p => ({
    value: p.id,
    text: `${p.name}${p.team && p.team !== team ? `, ${p.team}` : ''}: ${loadWords(p)}${p.away ? ', away' : ''}`,
  }))
}

interface PickProps {
  readonly row: Row
  /** What stands there where nobody is chosen. */
  readonly first?: string
  readonly items: readonly SelectItem[]
  readonly typed: Typed
  readonly faults: Readonly<Record<string, string>>
  readonly ctx: Ctx<unknown>
}

/** To whom one child goes, on one line; and, where it was warned of, why all the same. */
export function Pick({ row, first = 'Not now', items, typed, faults, ctx }: PickProps) {
  if (row.seq === null) return <span class="gt-quiet">Not yours to give</span>
  const { code } = row
  const despite = asked.despite(code)
  return (
    <div class="gt-pick">
      <input
        type="hidden"
        name={asked.entry(code)}
        value={textOf(typed, asked.entry(code)) || newId(ctx.now)}
      />
      <input type="hidden" name={asked.basis(code)} value={textOf(typed, asked.basis(code)) || row.seq} />
      <Select
        name={asked.to(code)}
        label={{ text: `To whom? ${row.called}`, class: 'govuk-visually-hidden' }}
        items={[{ value: '', text: first }, ...items]}
        value={textOf(typed, asked.to(code))}
        error={faults[asked.to(code)]}
      />
      {(faults[despite] || textOf(typed, despite) !== '') && (
        <TextInput
          name={despite}
          label="Why all the same?"
          value={textOf(typed, despite)}
          error={faults[despite]}
        />
      )}
    </div>
  )
}
