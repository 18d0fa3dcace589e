import { asking } from '../../../domain/records/asked.ts'
import type { Answers } from '../../../domain/records/kinds/field.ts'
import { type Faults, parse, textOf } from '../../../domain/records/parse.ts'
import { knownRecordType } from '../../../domain/records/registry.ts'
import {
  observationAction,
  observationActionDone,
  observationCalledOff,
  observationResponse,
} from '../../../domain/records/types/observation.ts'
import type { Db } from '../../../store/connection.ts'
import { dropDraft, keepDraft } from '../../../store/drafts.ts'
import { entryBy } from '../../../store/entry-by.ts'
import { append } from '../../../store/ledger.ts'
import type { Ctx, Outcome } from '../../../web/page.ts'
import { writeForm } from '../agencies/write.ts'
import { isTold, type ObservationData, observationHref } from './load.ts'

/** How many actions the form has room for. */
export const ACTIONS = [1, 2, 3] as const
export const actionField = (n: number, part: 'what' | 'by'): string => `action${n}_${part}`

function readActions(ctx: Ctx<Db>): { readonly actions: readonly Answers[]; readonly faults: Faults } {
  const faults: Record<string, string> = {}
  const actions = ACTIONS.flatMap(n => {
    const typed = {
      ref: String(n),
      what: textOf(ctx.typed, actionField(n, 'what')),
      by: textOf(ctx.typed, actionField(n, 'by')),
    }
    if (typed.what === '' && typed.by === '') return []
    const read = parse(observationAction, typed, { today: ctx.today, born: null, unborn: false })
    if (read.ok) return [read.value]
    if (read.error.what) faults[actionField(n, 'what')] = read.error.what
    if (read.error.by) faults[actionField(n, 'by')] = read.error.by
    return []
  })
  return { actions: actions.map((a, i) => ({ ...a, ref: String(i + 1) })), faults }
}

async function grade(ctx: Ctx<Db>, data: ObservationData): Promise<Outcome> {
  const { o, type, code, mine, entries } = data
  const home = '/audits/observations?done=yes'
  if (entries.some(e => e.id === textOf(ctx.typed, '_entry'))) return { go: home }
  if (!mine)
    return { refused: 'This observation is not yours to write up: it is finished, called off or another’s.' }
  const kept = await keepDraft(ctx, o.id, type.code, entries)
  if (kept) return kept === 'script' ? { said: '' } : { go: '/audits/observations' }
  const { actions, faults } = readActions(ctx)
  const subject = { id: o.id, kind: 'observation' as const, code }
  if (Object.keys(faults).length > 0) return { again: { typed: ctx.typed, faults } }
  const not = await writeForm(ctx, subject, type, {
    asked: asking(type, ['part']),
    more: { part: 'first' },
    at: 'overall',
  })
  if (not) return not
  if (actions.length > 0)
    await append(
      ctx.tx,
      subject,
      actions.map(a => entryBy(ctx, o.id, observationAction, a)),
    )
  await dropDraft(ctx.tx, ctx.viewer.id, o.id, type.code)
  return { go: home }
}

/** Every form on the page of an observation says what it does. */
export async function submitObservation(ctx: Ctx<Db>, data: ObservationData): Promise<Outcome> {
  const { o, code } = data
  const subject = { id: o.id, kind: 'observation' as const, code }
  const go: Outcome = { go: `${observationHref(code)}?done=yes` }
  switch (textOf(ctx.typed, '_do')) {
    case 'grade':
      return await grade(ctx, data)
    case 'respond':
      if (!isTold(ctx, o)) return { refused: 'Who was observed answers this.' }
      return o.response ? go : ((await writeForm(ctx, subject, observationResponse, { at: 'will' })) ?? go)
    case 'done': {
      if (!isTold(ctx, o)) return { refused: 'Who was observed says what they have done.' }
      const action = textOf(ctx.typed, 'action')
      if (o.actions.find(a => a.ref === action)?.done !== null) return go
      return (
        (await writeForm(ctx, subject, knownRecordType(observationActionDone.code), { at: 'what' })) ?? go
      )
    }
    case 'off':
      if (o.found || !(ctx.can('audit-draw').allow || ctx.viewer.id === o.observer))
        return { refused: 'It is written up, or not yours to call off.' }
      return (
        (await writeForm(ctx, subject, observationCalledOff, { at: 'why' })) ?? { go: '/audits/observations' }
      )
    default:
      return go
  }
}
