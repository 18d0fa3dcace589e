import type { CaseFile } from '../../domain/casework/file.ts'
import { nowOf } from '../../domain/casework/now.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { type StaffMember, staff } from '../../store/people.ts'
import type { Choice } from '../../web/form/record-inputs.tsx'

interface Asking {
  readonly tx: Db
  readonly viewer: { readonly id: string }
  readonly today: Day
}

/** Who works with a child by the record, with those who manage the worker's team. */
function withChild(all: readonly StaffMember[], file: CaseFile, on: Day): ReadonlySet<string> {
  const { worker, reviewing, chairing } = nowOf(file, on)
  const hands = [worker, reviewing, chairing].flatMap(s =>
    typeof s?.facts.worker === 'string' ? [s.facts.worker] : [],
  )
  const team = all.find(s => s.id === hands[0])?.team
  const managers = all.filter(s => s.role === 'team-manager' && team && s.team === team)
  return new Set([...hands, ...managers.map(s => s.id)])
}

/** Whom a question for members of staff may name: whoever asks and who works with the child stand first. */
export async function peopleFor(ctx: Asking, file: CaseFile): Promise<readonly Choice[]> {
  const all = await staff(ctx.tx)
  const near = withChild(all, file, ctx.today)
  return all.map(s => ({
    value: s.id,
    text: `${s.name}${s.team ? `, ${s.team}` : ''}`,
    ...(s.id === ctx.viewer.id || near.has(s.id) ? { near: true } : { name: s.name, team: s.team ?? '' }),
  }))
}
