import { textOf } from '../../domain/records/parse.ts'
import {
  documentChosen,
  type RedactionReason,
  redactionLifted,
  redactionMade,
  redactionReasons,
} from '../../domain/records/types/access-request.ts'
import type { Passage } from '../../domain/rights/passages.ts'
import { placesOf } from '../../domain/rights/redact.ts'
import { type AccessRequest, cutsOf } from '../../domain/rights/request.ts'
import { type Suggestion, suggestionsIn } from '../../domain/rights/suggest.ts'
import type { Db } from '../../store/connection.ts'
import { holdFile } from '../../store/ledger.ts'
import type { Gathered } from '../../store/rights/gather.ts'
import type { Ctx } from '../../web/page.ts'
import { fileOfRequest } from './request-load.ts'
import { note } from './write.ts'

const isReason = (code: string): code is RedactionReason => Object.hasOwn(redactionReasons, code)

/** What a suggestion is called in a form. */
export const keyOf = (s: Suggestion): string => `${s.passage} ${s.start} ${s.end}`

interface Cutting {
  readonly passage: Passage
  readonly start: number
  readonly end: number
}

const answers = ({ passage, start, end }: Cutting, reason: RedactionReason, suggested: boolean) => ({
  passage: passage.id,
  start,
  end,
  length: passage.text.length,
  reason,
  suggested,
})

const REASON = 'Choose why the words are taken out.'

/** Takes out what was ticked of what is suggested: nothing that was not. */
async function takeSuggested(ctx: Ctx<Db>, request: AccessRequest, gathered: Gathered) {
  const ticked = new Set([ctx.typed.suggested ?? []].flat())
  const passages = new Map(gathered.items.flatMap(i => i.passages.map(p => [p.id, p] as const)))
  const wanted = suggestionsIn(gathered.items, gathered.file.person).filter(s => ticked.has(keyOf(s)))
  if (wanted.length === 0) return { suggested: 'Tick at least one of the names that are suggested.' }
  const made = wanted.flatMap(s => {
    const passage = passages.get(s.passage)
    const there = passage && cutsOf(request, passage).some(c => c.start <= s.start && c.end >= s.end)
    return passage && !there
      ? [[redactionMade, answers({ ...s, passage }, 'third-party', true)] as const]
      : []
  })
  await note(ctx, fileOfRequest(request), made)
  return undefined
}

/** Takes words out of one answer, wherever they stand in it; all of it where no words are given. */
async function takeWords(ctx: Ctx<Db>, request: AccessRequest, gathered: Gathered) {
  const id = textOf(ctx.typed, 'passage')
  const passage = gathered.items.flatMap(i => i.passages).find(p => p.id === id)
  const reason = textOf(ctx.typed, 'reason')
  const words = textOf(ctx.typed, 'words')
  if (!passage) return { passage: 'Choose the answer from which the words are taken.' }
  if (!isReason(reason)) return { reason: REASON }
  const places = words === '' ? [{ start: 0, end: passage.text.length }] : placesOf(passage.text, words)
  if (places.length === 0)
    return { words: 'These words do not stand in that answer. Copy them from it, letter by letter.' }
  await note(
    ctx,
    fileOfRequest(request),
    places.map(p => [redactionMade, answers({ ...p, passage }, reason, false)] as const),
  )
  return undefined
}

async function putBack(ctx: Ctx<Db>, request: AccessRequest) {
  const id = textOf(ctx.typed, 'redaction')
  const why = textOf(ctx.typed, 'why').slice(0, 300)
  if (why === '') return { why: 'Say why the words are put back.' }
  if (request.redactions.some(r => r.id === id && r.lifted === null))
    await note(ctx, fileOfRequest(request), [[redactionLifted, { why }, id]])
  return undefined
}

async function choose(ctx: Ctx<Db>, request: AccessRequest, gathered: Gathered) {
  const hash = textOf(ctx.typed, 'hash')
  const choice = textOf(ctx.typed, 'given')
  if (!gathered.items.some(i => i.documents.some(d => d.hash === hash)))
    return { given: 'That document is not in this file. Open the page again.' }
  if (choice !== 'yes' && !isReason(choice)) return { given: 'Choose whether the document is given.' }
  const said = choice === 'yes' ? { hash, given: true } : { hash, given: false, reason: choice }
  await note(ctx, fileOfRequest(request), [[documentChosen, said]])
  return undefined
}

/** Does what a button on the page of marking asks. @returns faults by question, or undefined where it was done */
export async function saveMark(
  ctx: Ctx<Db>,
  request: AccessRequest,
  gathered: Gathered,
): Promise<Readonly<Record<string, string>> | undefined> {
  await holdFile(ctx.tx, request.id)
  switch (textOf(ctx.typed, '_do')) {
    case 'suggested':
      return await takeSuggested(ctx, request, gathered)
    case 'words':
      return await takeWords(ctx, request, gathered)
    case 'back':
      return await putBack(ctx, request)
    case 'document':
      return await choose(ctx, request, gathered)
    default:
      return { words: 'This form was not whole when it came. Open the page again.' }
  }
}
