import { decide } from '../../domain/access/decide.ts'
import { londonTime } from '../../domain/kernel/london.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { type Faults, parse, textOf } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { allocation } from '../../domain/records/types/allocation.ts'
import { handover } from '../../domain/records/types/supervision.ts'
import { targetOf } from '../../store/access.ts'
import type { Db } from '../../store/connection.ts'
import { dropDraft, keepDraft } from '../../store/drafts.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { notWritten } from '../../web/form/written.tsx'
import type { ChildCtx, Outcome } from '../../web/page.ts'
import type { AllocationData } from './child-load.ts'
import { sameAllocation, writeAbout } from './write.ts'

const { on: _on, ...asked } = handover.fields

/** The handover as it is asked beside a change of worker: its day is that of the change. */
export const handoverAsked: RecordType = { ...handover, fields: asked }

type Read = { readonly faults: Faults } | { readonly allocation: Answers; readonly handover: Answers | null }

const NO_TEAM = { worker: 'No team', reviewing: 'Reviewing officers', chairing: 'Conference chairs' } as const

/** Reads the form: the team is that of whoever is chosen; a handover is read only where something of it was written. */
function read(ctx: ChildCtx<Db>, data: AllocationData): Read {
  const { typed, today } = ctx
  const { born, unborn } = data.view.file.person
  const chosen = data.people.find(p => p.id === textOf(typed, 'worker'))
  const team = chosen?.team ?? NO_TEAM[data.as]
  const given = parse(allocation, { ...typed, as: data.as, team }, { today, born, unborn })
  const begun = Object.keys(asked).some(name => textOf(typed, name) !== '')
  const words = begun && data.nowWorker ? parse(handoverAsked, typed, { today, born, unborn }) : null
  const faults = {
    ...(given.ok ? {} : given.error),
    ...(words && !words.ok ? words.error : {}),
    ...(textOf(typed, 'worker') === '' ? { worker: 'Choose who it will be. A team is not a worker.' } : {}),
  }
  if (!given.ok || (words && !words.ok) || Object.keys(faults).length > 0) return { faults }
  return { allocation: given.value, handover: words ? { ...words.value, on: given.value.from } : null }
}

/** Where the sender goes next: to the child, if the file is still open to them when another team has it. */
async function onward(ctx: ChildCtx<Db>, id: string, again: boolean): Promise<string> {
  const target = await targetOf(ctx.tx, ctx.child.id, ctx.viewer, ctx.now)
  const open = target && decide(ctx.viewer, 'open', target).allow
  if (open) return `/child/${ctx.child.code}?done=${id}${again ? '&again=yes' : ''}`
  return decide(ctx.viewer, 'desk').allow ? '/allocate?done=1' : '/'
}

export async function submitAllocation(ctx: ChildCtx<Db>, data: AllocationData): Promise<Outcome> {
  const { typed, tx, child, viewer } = ctx
  const kept = await keepDraft(ctx, child.id, allocation.code, data.view.entries)
  if (kept)
    return kept === 'script'
      ? { said: londonTime(ctx.now) }
      : { go: `/child/${child.code}/record/allocation?as=${data.as}` }
  const answers = read(ctx, data)
  if ('faults' in answers) return { again: { typed, faults: answers.faults } }
  const written = await writeAbout(ctx, child, {
    type: allocation,
    answers: answers.allocation,
    typed,
    stale: sameAllocation(data.as),
  })
  const again = await notWritten(written, { typed, at: 'worker', namesOf: ids => namesOf(tx, ids) })
  if (again) return again
  if ('done' in written && answers.handover) {
    const once = { _entry: newId(ctx.now), _basis: String(data.view.seq) }
    await writeAbout(ctx, child, {
      type: handover,
      answers: answers.handover,
      typed: once,
      stale: () => false,
    })
  }
  if ('done' in written) await dropDraft(tx, viewer.id, child.id, allocation.code)
  const id = 'done' in written ? written.done : 'before' in written ? written.before : ''
  return { go: await onward(ctx, id, 'before' in written) }
}
