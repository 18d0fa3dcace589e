import { assessmentKindOn } from '../../domain/assessment/kind-on.ts'
import type { House } from '../../domain/front-door/letter.ts'
import { ageOn, parseDay } from '../../domain/kernel/day.ts'
import type { Standing } from '../../domain/records/entry.ts'
import type { Typed } from '../../domain/records/parse.ts'
import { textOf } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import { readDraft } from '../../store/drafts.ts'
import { sendsEmail } from '../../store/outgoing.ts'
import { namesOf } from '../../store/people.ts'
import { singleFrom } from '../../store/queries/assessment-switch.ts'
import { authorityAnswers, authorityName } from '../../store/queries/authority.ts'
import { type ContactView, readContact } from '../../store/queries/front-door-contact.ts'
import { earlierContacts } from '../../store/queries/front-door-earlier.ts'
import { type Known, knownChildren } from '../../store/queries/front-door-known.ts'
import { type Service, services } from '../../store/queries/services.ts'
import { type Ctx, type DataOf, found } from '../../web/page.ts'
import { FORM, ofChild } from './asked.ts'
import { type Likely, likelyChildren } from './likely.ts'

/** One of the children of a contact: what was told, whose file it is by now, and who it may be. */
export interface ToldChild {
  readonly n: number
  readonly told: Standing
  readonly child: Known | null
  readonly likely: readonly Likely[]
}

const words = (v: unknown): string | null => (typeof v === 'string' && v !== '' ? v : null)

/** How the council is reached, as its own file says. */
export async function houseOf(tx: Db): Promise<House & { readonly address: string | null }> {
  const [latest] = await authorityAnswers(tx, 'authority-details')
  const a = latest?.answers ?? {}
  return {
    council: await authorityName(tx),
    phone: words(a.phone),
    evenings: words(a.evenings),
    email: words(a.email),
    address: words(a.address),
  }
}

async function childrenOf(ctx: Ctx<Db>, view: ContactView, typed: Typed): Promise<readonly ToldChild[]> {
  const ids = view.children.flatMap(c => (c.child ? [c.child] : []))
  const known = await knownChildren(ctx.tx, ctx.viewer, ctx.now, { ids })
  const all: ToldChild[] = []
  for (const [i, { told, child }] of view.children.entries()) {
    const n = i + 1
    const others = view.children.filter(c => c.told !== told).map(c => c.told.answers)
    const look = textOf(typed, ofChild('look', n))
    const likely = view.decided ? [] : await likelyChildren(ctx, told.answers, others, look)
    all.push({ n, told, child: known.find(k => k.subject === child) ?? null, likely })
  }
  return all
}

/** More than a council has, and no page of them. */
const ALL = { limit: 200, offset: 0 }

/** Services that take new families, for one of these children’s ages where every age is known. */
async function offered(ctx: Ctx<Db>, view: ContactView): Promise<readonly Service[]> {
  const days = view.children.map(c => words(c.told.answers.born)).map(d => (d ? parseDay(d) : undefined))
  const ages = days.flatMap(d => (d ? [Math.max(0, ageOn(d, ctx.today))] : []))
  const open = (await services(ctx.tx, { open: true }, ALL)).services
  return ages.length === 0 || ages.length < days.length
    ? open
    : open.filter(s => ages.some(a => a >= (s.fromAge ?? 0) && a <= (s.toAge ?? 25)))
}

/** All that the page of one contact shows. */
export async function loadContact(ctx: Ctx<Db>) {
  const { tx, viewer, now } = ctx
  const code = (ctx.params.contact ?? '').toUpperCase()
  const view = await readContact(tx, viewer, now, code)
  if (!view)
    return {
      missing: `There is no contact with the reference ${code}. Check it, or look in the list of contacts.`,
    }
  const draft = await readDraft(tx, viewer.id, view.subject.id, FORM)
  const typed = Object.keys(ctx.typed).length > 0 ? ctx.typed : (draft?.typed ?? {})
  const earlier = await earlierContacts(tx, viewer, now, [view.subject.id])
  return found({
    code,
    view,
    draft,
    children: await childrenOf(ctx, view, typed),
    earlier: earlier.get(view.subject.id) ?? [],
    services: view.decided ? [] : await offered(ctx, view),
    house: await houseOf(tx),
    emails: await sendsEmail(tx),
    assessment: assessmentKindOn(view.received.happened, await singleFrom(tx)),
    names: await namesOf(
      tx,
      view.entries.map(e => e.author),
    ),
  })
}

export type ContactData = DataOf<typeof loadContact>
