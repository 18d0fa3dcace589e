import type { Entry } from '../../domain/records/entry.ts'
import { type Faults, textOf } from '../../domain/records/parse.ts'
import { faultsOf, partOf } from '../../domain/records/parts.ts'
import { type RecordType, writes } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import type { Db } from '../../store/connection.ts'
import type { ChildCtx, Outcome } from '../../web/page.ts'
import { alikeWords } from './assessment/alike.ts'
import { canSign, type EntryData, wrote } from './entry-load.ts'
import { BACK, DIRECT } from './entry-signing.tsx'
import { mayChange, readAnswers, write } from './write.ts'

/** What can be done about an entry on its page, and what the names of its questions begin with there. */
const ways: Readonly<Record<string, string>> = {
  signature: '',
  withdrawal: '',
  'sent-back': BACK,
  'managers-decision': DIRECT,
}

/** Why this viewer may not do it; undefined where they may. Nobody signs, sends back or directs their own. */
function refusal(ctx: ChildCtx<Db>, data: EntryData, way: string): string | undefined {
  const about = knownRecordType(data.entry.type)
  if (data.entry.withdrawn) return 'This entry was withdrawn, and counts nowhere any more.'
  if (way === 'withdrawal')
    return mayChange(ctx, about)
      ? undefined
      : `Your role does not withdraw this: ${about.title.toLowerCase()}. Ask the child’s manager.`
  if (wrote(data, ctx.viewer.id))
    return 'You wrote this, so somebody else must sign it off. Ask another manager.'
  if (!canSign(about, data, ctx)) return 'This can’t be signed by you, or is signed already.'
  const type = knownRecordType(way)
  if (way === 'managers-decision' && !(ctx.can(type.permission).allow && writes(type, ctx.viewer.role)))
    return 'Your role does not direct. Ask the child’s manager.'
  return undefined
}

/** What stands against signing it as it is: each child's own part must be theirs. */
function unsignable(data: EntryData): Faults {
  const { alike, others } = data.together
  const said = alike.map(a => alikeWords(a, others))
  return said.length === 0
    ? {}
    : {
        sign: `${said.join(' ')} Send it back, so that each child’s own part says what is true of that child.`,
      }
}

/** The reason for a withdrawal stands in a box that others have too, so it is asked for by name. */
function missing(type: RecordType, ctx: ChildCtx<Db>): Faults {
  const blank = type.code === 'withdrawal' && textOf(ctx.typed, 'why') === ''
  return blank ? { why: 'Say why it should not count.' } : {}
}

/** Signs an entry off, sends it back, directs what happens first, or withdraws it. */
export async function submitAbout(ctx: ChildCtx<Db>, data: EntryData): Promise<Outcome> {
  const { typed } = ctx
  const way = textOf(typed, '_do')
  const prefix = ways[way]
  const back = `/child/${ctx.child.code}/entry/${data.entry.id}`
  const again = (faults: Faults): Outcome => ({ again: { typed, faults } })
  if (prefix === undefined)
    return { refused: 'This form was not whole when it came. Open the entry again, and send it from there.' }
  // The same form again: what it wrote stands.
  if (data.view.entries.some(e => e.id === textOf(typed, '_entry'))) return { go: back }
  const refused = refusal(ctx, data, way)
  if (refused) return { refused }
  const type = knownRecordType(way)
  const stands = { ...missing(type, ctx), ...(way === 'signature' ? unsignable(data) : {}) }
  if (Object.keys(stands).length > 0) return again(stands)
  const read = await readAnswers(ctx, type, data.view.file, partOf(typed, prefix))
  if (!read.ok) return again(faultsOf(read.error, prefix))
  const written = await write(ctx, {
    type,
    answers: read.value,
    amends: data.entry.id,
    form: `${way}/${data.entry.id}`,
    // Where it stands in the chronology is no part of what is decided.
    stale: (e: Entry) => e.amends === data.entry.id && e.type !== 'chronology-choice',
  })
  const at =
    way === 'withdrawal' ? 'why' : way === 'signature' ? 'sign' : `${prefix}${Object.keys(type.fields)[0]}`
  if ('faults' in written) return again(faultsOf(written.faults, prefix))
  if ('theirs' in written)
    return again({
      [at]: 'It was changed while you were reading. Read it again as it stands now, then decide.',
    })
  return 'broken' in written ? again({ [at]: written.broken }) : { go: back }
}
