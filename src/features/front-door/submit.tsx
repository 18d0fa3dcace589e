import { longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import { isAccepted } from '../../domain/records/codes-front-door.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { type Faults, parse, type Typed, textOf } from '../../domain/records/parse.ts'
import { writes } from '../../domain/records/record-type.ts'
import { contactDecided } from '../../domain/records/types/contact.ts'
import type { Db } from '../../store/connection.ts'
import { dropDraft, saveDraft } from '../../store/drafts.ts'
import { namesOf } from '../../store/people.ts'
import { AnswerList } from '../../web/form/written.tsx'
import type { Ctx, Outcome } from '../../web/page.ts'
import { decisionAsked, FORM } from './asked.ts'
import { letterOf, pickedServices, printOf } from './letter-words.ts'
import type { ContactData } from './load.ts'
import { readingOf, readTelling } from './telling.ts'
import { type Chosen, readWho } from './who.ts'
import { decide } from './write.ts'

export const pageOf = (data: ContactData): string => `/front-door/${data.code}`

const basisOf = (typed: Typed): number => {
  const basis = Number(textOf(typed, '_basis'))
  return Number.isInteger(basis) && basis >= 0 && basis < 2 ** 31 ? basis : 0
}

async function keep(ctx: Ctx<Db>, data: ContactData, changed: Typed = {}): Promise<void> {
  const { _csrf, _keep, _look, _letter, ...rest } = { ...ctx.typed, ...changed }
  // A late copy of a form that has been sent would bring it back as a draft.
  if (data.view.entries.some(e => e.id === textOf(ctx.typed, '_entry'))) return
  await saveDraft(ctx.tx, ctx.viewer.id, data.view.subject.id, FORM, {
    typed: rest,
    basis: basisOf(ctx.typed),
    saved: ctx.now,
  })
}

/** What the outcome asks of the children’s files. */
function filesNeeded(outcome: unknown, chosen: readonly Chosen[], faults: Record<string, string>): void {
  const files = chosen.flatMap(c => (c.file ? [c.file] : []))
  if ((isAccepted(outcome) || outcome === 'early-help') && files.length === 0)
    faults.outcome = 'This needs a child’s file. Above, say who the child is, or start a new file.'
  if (outcome === 'open-case' && !files.some(f => 'known' in f && f.known.open))
    faults.outcome =
      'None of these children is open to social care, so no worker would be told. Choose another outcome.'
}

interface Read {
  /** As they were typed: what the letter is written from. */
  readonly said: Answers
  /** With those that the record knows, and the services that were named: what is kept. */
  readonly answers: Answers
  readonly faults: Faults
}

/** What is typed so far, where it is not whole yet: a letter may be looked at before every question is answered. */
function saidSoFar(typed: Typed): Answers {
  const { outcome, level, reasons, next, instead } = Object.fromEntries(
    ['outcome', 'level', 'reasons', 'next', 'instead'].map(name => [name, textOf(typed, name)]),
  )
  const more = isAccepted(outcome)
    ? { next }
    : outcome === 'open-case' || outcome === 'early-help'
      ? { next, instead }
      : { instead }
  return { outcome, level, reasons, ...more }
}

function readDecision(ctx: Ctx<Db>, data: ContactData): Read {
  const read = parse(decisionAsked(data.view.received.answers.sort), ctx.typed, {
    today: ctx.today,
    born: null,
    unborn: false,
  })
  if (!read.ok) return { said: saidSoFar(ctx.typed), answers: {}, faults: read.error }
  const said = read.value
  const services = pickedServices(data, ctx.typed).map(s => s.name)
  const more = [said.instead, services.length > 0 && `Services named: ${services.join('; ')}.`].filter(
    Boolean,
  )
  return {
    said,
    answers: {
      ...said,
      decidedOn: ctx.today,
      ...(said.outcome === 'assess' ? { assessment: data.assessment } : {}),
      ...(more.length === 0 || isAccepted(said.outcome) ? {} : { instead: more.join('\n') }),
    },
    faults: {},
  }
}

/** Their decision stands; what this manager typed is shown beside it and stays as a draft. */
async function overtaken(ctx: Ctx<Db>, data: ContactData, theirs: Entry): Promise<Outcome> {
  await keep(ctx, data)
  const names = await namesOf(ctx.tx, [theirs.author])
  const conflict = (
    <section class="gt-conflict" role="alert">
      <h2 class="govuk-heading-m">
        {names.get(theirs.author) ?? 'Somebody'} decided this at {londonTime(theirs.recorded)} on{' '}
        {longDay(londonDay(theirs.recorded))}
      </h2>
      <p class="govuk-body">
        Their decision stands, and the referrer was told. Yours is not recorded; every word of it is below. If
        theirs is wrong, speak with them, and write in the child’s file.
      </p>
      <AnswerList type={contactDecided} answers={theirs.answers} names={names} />
    </section>
  )
  return { again: { typed: ctx.typed, faults: {}, conflict }, status: 409 }
}

async function record(ctx: Ctx<Db>, data: ContactData): Promise<Outcome> {
  const { typed } = ctx
  const who = await readWho(ctx, data)
  const decision = readDecision(ctx, data)
  const faults: Record<string, string> = { ...who.faults, ...decision.faults }
  if (Object.keys(who.faults).length === 0) filesNeeded(decision.answers.outcome, who.chosen, faults)
  if (Object.keys(faults).length > 0) return { again: { typed, faults } }

  if (textOf(typed, 'how') !== 'none') {
    const reading = readingOf(ctx, data, decision.said)
    if (!('go' in reading)) {
      await keep(ctx, data, { letter: reading.read, _wrote: reading.wrote })
      return { go: `${pageOf(data)}?read=${reading.say}#letter` }
    }
  }
  const telling = readTelling(ctx, data)
  if (Object.keys(telling.faults).length > 0) return { again: { typed, faults: telling.faults } }
  const made = await decide(ctx, data, {
    chosen: who.chosen,
    decided: decision.answers,
    told: telling.answers,
  })
  if ('theirs' in made) return await overtaken(ctx, data, made.theirs)
  if ('broken' in made) return { again: { typed, faults: { outcome: made.broken } } }
  return { go: `${pageOf(data)}?done=yes` }
}

/** Takes the page of a contact: a draft kept, children looked for, the letter written again, or the decision. */
export async function submitContact(ctx: Ctx<Db>, data: ContactData): Promise<Outcome> {
  const { typed } = ctx
  if (!writes(contactDecided, ctx.viewer.role))
    return {
      refused: 'Contacts are decided by a manager of the front door, or out of hours. Ask one of them.',
    }
  if (textOf(typed, '_drop') !== '') {
    await dropDraft(ctx.tx, ctx.viewer.id, data.view.subject.id, FORM)
    return { go: pageOf(data) }
  }
  if (ctx.query.keep === 'script') {
    await keep(ctx, data)
    return { said: londonTime(ctx.now) }
  }
  if (textOf(typed, '_keep') !== '') {
    await keep(ctx, data)
    return { go: pageOf(data) }
  }
  const look = textOf(typed, '_look')
  if (look !== '') {
    await keep(ctx, data)
    return { go: `${pageOf(data)}#child-${Number(look) || 1}` }
  }
  if (textOf(typed, '_letter') !== '') {
    const letter = letterOf(data, readDecision(ctx, data).said, typed)
    await keep(ctx, data, { letter, _wrote: printOf(letter) })
    return { go: `${pageOf(data)}#letter` }
  }
  // The same form again: what it wrote stands.
  if (data.view.entries.some(e => e.id === textOf(typed, '_entry'))) return { go: `${pageOf(data)}?done=yes` }
  const before = data.view.decided
  return before ? await overtaken(ctx, data, before) : await record(ctx, data)
}
