import { standing } from '../../domain/casework/standing.ts'
import { earlyHelpOn, stepUpWaiting } from '../../domain/early-help/lasting.ts'
import { referralSources } from '../../domain/records/codes.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import { rawAnswers, type Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { contactReceived } from '../../domain/records/types/contact.ts'
import type { Db } from '../../store/connection.ts'
import { readEntries } from '../../store/ledger.ts'
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

const prefills: Readonly<Record<string, (type: RecordType) => Prefill>> = {
  'person-details': details,
  'early-help-assessment': () => fromContact,
  'early-help-meeting': () => fromLastPlan,
  'early-help-step': () => ctx => (ctx.query.step ? { step: ctx.query.step } : null),
  'referral-received': () => fromStepUp,
}

/** What a form is filled in with before anybody types, from what the record knows already. */
export const prefilled = async (type: RecordType, ctx: ChildCtx<Db>, view: FileView): Promise<Typed | null> =>
  (await prefills[type.code]?.(type)(ctx, view)) ?? null
