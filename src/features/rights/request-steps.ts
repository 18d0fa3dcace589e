import { addMonths } from '../../domain/kernel/day.ts'
import { type Typed, textOf } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import {
  accessAnswered,
  accessExtended,
  identityChecked,
  markerNamed,
  markingChecked,
  markingFinished,
} from '../../domain/records/types/access-request.ts'
import { marked, requestState } from '../../domain/rights/request.ts'
import type { Db } from '../../store/connection.ts'
import { BROKEN } from '../../store/guarded.ts'
import { namesOf } from '../../store/people.ts'
import { notWritten } from '../../web/form/written.tsx'
import type { Ctx, Outcome } from '../../web/page.ts'
import { fileOfRequest, gatherAsked, type RequestData } from './request-load.ts'
import { note, write } from './write.ts'

/** What may be sent from this page, by the button: each a record of its own. */
export const STEPS: Readonly<Record<string, RecordType>> = {
  identity: identityChecked,
  extend: accessExtended,
  finish: markingFinished,
  check: markingChecked,
  answer: accessAnswered,
}

const OWN = 'You marked words in this file. Somebody else checks it: ask them to open this page.'

/** Why a step is not to be taken now. */
function barred(step: string, { request }: RequestData, ctx: Ctx<Db>): string | undefined {
  const state = requestState(request)
  if (state === 'answered') return 'This request was answered.'
  if (step === 'finish' && state === 'identity') return 'First write down how identity was checked.'
  if (step === 'check' && state !== 'checking') return 'It is not finished yet: it waits to be marked.'
  if (step === 'check' && marked(request, ctx.viewer.id)) return OWN
  if (step === 'answer' && state !== 'ready') return 'It must be checked by a second person before it goes.'
  if (step === 'extend' && request.extended) return 'It was extended already, and can’t be again.'
  return undefined
}

/** Marking is finished on the whole file, by somebody who may read the whole of it. */
async function notWhole(ctx: Ctx<Db>, { request }: RequestData): Promise<string | undefined> {
  const file = await gatherAsked(ctx, request, 'the whole file')
  if ('refused' in file) return file.refused
  const { gathered } = file
  if (gathered.kept > 0)
    return `${gathered.kept} entries of this file are closed to you, so you can’t say that it is marked. Ask somebody who may read them.`
  const all = new Set(gathered.items.flatMap(i => i.documents.map(d => d.hash)))
  const open = [...all].filter(hash => !request.documents.has(hash)).length
  return open > 0
    ? `Of ${open} documents it is not said whether they are given. Decide on each, where it stands in the file.`
    : undefined
}

async function nameMarker(ctx: Ctx<Db>, { request, auditors }: RequestData): Promise<Outcome> {
  const marker = textOf(ctx.typed, 'marker')
  if (!auditors.some(a => a.id === marker))
    return { again: { typed: ctx.typed, faults: { marker: 'Choose an auditor from the list.' } } }
  const until = addMonths(ctx.today, 3)
  await note(ctx, fileOfRequest(request), [[markerNamed, { child: request.child, marker, until }]])
  return { go: `/rights/requests/${request.code}` }
}

/** Takes a step: the record of its button, or the auditor to whom the file is given. */
export async function submit(ctx: Ctx<Db>, data: RequestData): Promise<Outcome> {
  const { request } = data
  const step = textOf(ctx.typed, '_do')
  const again = (typed: Typed, faults: Readonly<Record<string, string>>): Outcome => ({
    again: { typed, faults },
  })
  if (step === 'marker') {
    if (!ctx.can('dispose').allow)
      return { refused: 'A director gives a file to somebody to be marked. Ask one.' }
    return request.answered ? { go: `/rights/requests/${request.code}` } : await nameMarker(ctx, data)
  }
  const type = Object.hasOwn(STEPS, step) ? STEPS[step] : undefined
  if (!type) return again(ctx.typed, { how: BROKEN })
  const why =
    barred(step, data, ctx) ?? (step === 'finish' || step === 'check' ? await notWhole(ctx, data) : undefined)
  if (why) return again(ctx.typed, { [step]: why })
  const read = readForm(ctx, type, ctx.typed)
  if (!read.ok) return again(ctx.typed, read.error)
  const written = await write(ctx, fileOfRequest(request), type, read.value)
  const not = await notWritten(written, { typed: ctx.typed, at: step, namesOf: ids => namesOf(ctx.tx, ids) })
  return not ?? { go: `/rights/requests/${request.code}` }
}
