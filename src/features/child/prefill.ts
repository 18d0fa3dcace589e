import { assessmentKindOn } from '../../domain/assessment/kind-on.ts'
import { standing } from '../../domain/casework/standing.ts'
import { earlyHelpOn, stepUpWaiting } from '../../domain/early-help/lasting.ts'
import { referralSources } from '../../domain/records/codes.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import { rawAnswers, type Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { contactReceived } from '../../domain/records/types/contact.ts'
import type { Db } from '../../store/connection.ts'
import { readEntries } from '../../store/ledger.ts'
import { singleFrom } from '../../store/queries/assessment-switch.ts'
import type { FileView } from '../../store/queries/file-of.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import type { ChildCtx } from '../../web/page.ts'

type Prefill = (ctx: ChildCtx<Db>, view: FileView) => Promise<Typed | null> | Typed | null

/** The details as they stand, so that a change is typed and the rest is not. */
const details =
  (type: RecordType): Prefill =>
  (_ctx, { file }) => {
    const last = file.happenings.findLast(e => e.type === type.code && !e.withdrawn)
    return last ? rawAnswers(type, last.answers) : null
  }

/**
 * What an agency sent as its early help assessment, where the front door has found this child to be the one it is about:
 * `?from=` the reference of the contact. Another’s words are never filled in into this child’s file.
 */
const fromContact: Prefill = async ctx => {
  const contact = await subjectByCode(ctx.tx, 'contact', ctx.query.from?.toUpperCase() ?? '')
  if (!contact) return null
  const entries = standing(await readEntries(ctx.tx, contact.id)).filter(e => !e.withdrawn)
  if (!entries.some(e => e.type === 'contact-matched' && e.answers.child === ctx.child.id)) return null
  const said = entries.find(e => e.type === contactReceived.code)
  if (!said) return null
  const {
    receivedOn,
    organisation,
    source,
    consent,
    lead,
    referrer,
    phone,
    email,
    strengths,
    concern,
    wanted,
  } = rawAnswers(contactReceived, said.answers)
  const reach = [phone, email].filter(Boolean).join(', ')
  return {
    on: receivedOn,
    agency: organisation ?? referralSources[String(source) as keyof typeof referralSources],
    consent,
    lead: lead ?? referrer,
    ...(lead === undefined || lead === referrer ? { reach } : {}),
    strengths,
    needs: concern,
    plan: wanted,
  }
}

/** The team goes on from what it agreed last. */
const fromLastPlan: Prefill = (ctx, { file }) => {
  const help = earlyHelpOn(file, ctx.today)
  return help?.plan ? { plan: help.plan } : null
}

/** A step up is the referral: its day, where it comes from and why are known. */
const fromStepUp: Prefill = (ctx, { file }) => {
  const step = stepUpWaiting(file, ctx.today)
  return step
    ? { receivedOn: formDay(step.happened), source: '5D', concern: String(step.answers.why ?? '') }
    : null
}

/** Which assessment the council makes of a referral that came in that day. */
const kindOfDay: Prefill = async (ctx, { file }) => {
  const referral = file.spells.findLast(s => s.kind === 'referral' && s.to === null)
  return { assessment: assessmentKindOn(referral?.from ?? ctx.today, await singleFrom(ctx.tx)) }
}

/** A new assessment on an open case: a core one where the council still makes those. */
const kindBegun: Prefill = async ctx => ({
  kind: assessmentKindOn(ctx.today, await singleFrom(ctx.tx)) === 'single' ? 'single' : 'core',
})

const prefills: Readonly<Record<string, (type: RecordType) => Prefill>> = {
  'person-details': details,
  'early-help-assessment': () => fromContact,
  'early-help-meeting': () => fromLastPlan,
  'referral-received': () => fromStepUp,
  'referral-decided': () => kindOfDay,
  'assessment-begun': () => kindBegun,
}

/** What the link that led here says: `?reason=RC8` fills in the question `reason`. The writer sees it, and may change it. */
const fromLink = (type: RecordType, ctx: ChildCtx<Db>): Typed =>
  Object.fromEntries(
    Object.keys(type.fields).flatMap(name => {
      const said = ctx.query[name]
      return said === undefined ? [] : [[name, said]]
    }),
  )

/** What a form is filled in with before anybody types, from what the record knows already. */
export async function prefilled(type: RecordType, ctx: ChildCtx<Db>, view: FileView): Promise<Typed | null> {
  const known = await prefills[type.code]?.(type)(ctx, view)
  const said = { ...known, ...fromLink(type, ctx) }
  return Object.keys(said).length > 0 ? said : null
}
