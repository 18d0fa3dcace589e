import type { Standing } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import type { Raw } from '../../domain/records/kinds/kind.ts'
import { type Faults, rawAnswers, type Typed, textOf } from '../../domain/records/parse.ts'
import { contactChild } from '../../domain/records/types/contact.ts'
import type { Db } from '../../store/connection.ts'
import { type Known, knownChildren } from '../../store/queries/front-door-known.ts'
import type { Ctx } from '../../web/page.ts'
import { ofChild } from './asked.ts'
import type { ContactData, ToldChild } from './load.ts'

/** Whose file a child of the contact has: one that is there, a new one from these answers, or none. */
export interface Chosen {
  readonly told: Standing
  readonly file: { readonly known: Known } | { readonly fresh: Answers } | null
  /** Children who look alike and are others: remembered, so that nobody is asked again. */
  readonly others: readonly Known[]
  readonly why: string
}

/** What is corrected before a new file begins. */
export const corrected = ['givenName', 'familyName', 'born', 'sex'] as const

const list = (raw: Raw | undefined): readonly string[] =>
  raw === undefined ? [] : (typeof raw === 'string' ? [raw] : raw).filter(v => v !== '')

/** The answer that stands before anybody chose: nobody here is like the child, so a file is begun. */
export const whoAtFirst = (child: ToldChild, sort: unknown): string =>
  child.likely.length > 0 ? '' : sort === 'advice' ? 'none' : 'new'

/** What was told, with what was put right for the new file; a fault where that can't be read. */
function readFresh(ctx: Ctx<Db>, child: ToldChild, faults: Record<string, string>): Answers {
  const fresh: Record<string, unknown> = { ...child.told.answers }
  for (const name of corrected) {
    const field = contactChild.fields[name]
    const box = ofChild(name, child.n)
    if (!field || ctx.typed[box] === undefined) continue
    const typed = textOf(ctx.typed, box)
    delete fresh[name]
    if (typed === '') continue
    const read = field.kind.parse(typed, { today: ctx.today, born: null, unborn: false })
    if (read.ok) fresh[name] = read.value
    else faults[box] = read.error
  }
  if (!fresh.familyName && !fresh.givenName)
    faults[ofChild('givenName', child.n)] =
      'A file needs a name. Enter what the child is called, even if only the family name is known.'
  return fresh
}

async function existing(ctx: Ctx<Db>, code: string): Promise<Known | undefined> {
  const [known] = await knownChildren(ctx.tx, ctx.viewer, ctx.now, { codes: [code.toUpperCase()] })
  return known
}

async function readOne(
  ctx: Ctx<Db>,
  child: ToldChild,
  faults: Record<string, string>,
): Promise<Chosen | undefined> {
  const { typed } = ctx
  const box = ofChild('who', child.n)
  const who = textOf(typed, box)
  const why = textOf(typed, ofChild('why', child.n))
  const not = list(typed[ofChild('not', child.n)])
  const others = await knownChildren(ctx.tx, ctx.viewer, ctx.now, { codes: not })
  const made = { told: child.told, others: who === 'none' ? [] : others, why }
  if (made.others.length > 0 && why === '')
    faults[ofChild('why', child.n)] = 'Say how you know that it is a different child: it is kept on the file.'
  if (who === 'none') return { ...made, file: null }
  if (who === 'new') return { ...made, file: { fresh: readFresh(ctx, child, faults) } }
  const code = who === 'other' ? textOf(typed, ofChild('other', child.n)) : who.replace(/^child:/, '')
  const known = code === '' ? undefined : await existing(ctx, code)
  if (!known) {
    faults[who === 'other' ? ofChild('other', child.n) : box] =
      who === 'other'
        ? 'No child here has that ID. Check it, or start a new file.'
        : 'Choose who this is: a child here, or a new file.'
    return undefined
  }
  return { ...made, others: made.others.filter(o => o.subject !== known.subject), file: { known } }
}

/** Reads who each child of the contact is. Every fault is found at once. */
export async function readWho(
  ctx: Ctx<Db>,
  data: ContactData,
): Promise<{ readonly chosen: readonly Chosen[]; readonly faults: Faults }> {
  const faults: Record<string, string> = {}
  const chosen: Chosen[] = []
  for (const child of data.children) {
    const one = await readOne(ctx, child, faults)
    if (!one) continue
    const file = one.file
    const twice =
      file !== null && 'known' in file
        ? chosen.some(c => c.file && 'known' in c.file && c.file.known.subject === file.known.subject)
        : false
    if (twice)
      faults[ofChild('who', child.n)] =
        'You chose the same child for another of these. If both are one child, choose “no file” for one of them.'
    chosen.push(one)
  }
  return { chosen, faults }
}

/** How the form shows what was told of a child, where nothing was put right yet. */
export const shownAtFirst = (child: ToldChild, name: (typeof corrected)[number], typed: Typed): string => {
  const box = ofChild(name, child.n)
  return textOf(
    typed[box] === undefined ? rawAnswers(contactChild, child.told.answers) : typed,
    typed[box] === undefined ? name : box,
  )
}
