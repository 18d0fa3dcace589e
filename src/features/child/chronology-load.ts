import { decide } from '../../domain/access/decide.ts'
import { type CaseFile, trueOn } from '../../domain/casework/file.ts'
import { type Child, chronologies, type Filter, kindsIn } from '../../domain/family/chronologies.ts'
import { QUIET_MONTHS } from '../../domain/family/quiet.ts'
import { isSibling, type KnownPerson } from '../../domain/family/relatives.ts'
import { type Day, parseDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { readDay } from '../../domain/records/kinds/day.ts'
import { findRecordType } from '../../domain/records/registry.ts'
import { targetOf } from '../../store/access.ts'
import type { Db } from '../../store/connection.ts'
import { writeLog } from '../../store/log.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { relativesFor } from '../../store/queries/relatives.ts'
import { type ChildCtx, type DataOf, found } from '../../web/page.ts'
import { knownMoment } from './known.tsx'

const MONTHS: readonly number[] = [3, 6, QUIET_MONTHS, 24]
export const quietChoices = MONTHS

/** The address as it was asked: a name may come several times, as boxes that are ticked do. */
const askedIn = (ctx: ChildCtx<Db>): URLSearchParams => new URLSearchParams(ctx.path.split('?')[1] ?? '')

/** One end of the days asked for, and whether it could not be read. */
function dayAsked(typed: string | undefined, today: Day): { readonly day?: Day; readonly fault: boolean } {
  if (!typed) return { fault: false }
  const read = parseDay(typed) ?? readDay(typed, today)
  return read ? { day: read, fault: false } : { fault: true }
}

/** What is asked of the chronology: days, a kind of record, the silence worth telling, and whose beside the child's. */
export function asked(ctx: ChildCtx<Db>) {
  const { query, today } = ctx
  const [from, to] = [dayAsked(query.from, today), dayAsked(query.to, today)]
  const months = Number(query.months)
  const filter: Filter = { from: from.day, to: to.day, kind: findRecordType(query.kind ?? '')?.code }
  return {
    filter,
    months: MONTHS.includes(months) ? months : QUIET_MONTHS,
    withCodes: [
      ...new Set(
        askedIn(ctx)
          .getAll('with')
          .map(c => c.trim().toUpperCase()),
      ),
    ].filter(c => c !== ''),
    faults: {
      ...(from.fault ? { from: 'That is not a date we can read. Write it like 3/10/2025.' } : {}),
      ...(to.fault ? { to: 'That is not a date we can read. Write it like 3/10/2025.' } : {}),
      ...(from.day && to.day && from.day > to.day
        ? { to: 'The last day is before the first. Change one of them.' }
        : {}),
    },
  }
}

/** Reads a brother's or sister's file for this chronology. The reading is on the log of that file too. */
async function siblingFile(
  ctx: ChildCtx<Db>,
  sibling: KnownPerson,
  page: string,
  on: Day,
): Promise<Child | undefined> {
  const { tx, viewer, now, child } = ctx
  const target = await targetOf(tx, sibling.id, viewer, now)
  if (!target) return undefined
  const decision = decide(viewer, 'open', target)
  await writeLog(tx, {
    at: now,
    viewer: viewer.id,
    action: 'open',
    subject: sibling.id,
    page: `${page}, with that of ${child.code}`,
    allowed: decision.allow,
    because: decision.because,
  })
  if (!decision.allow) return undefined
  const view = await fileOf(tx, { id: sibling.id, target }, viewer, knownMoment(ctx.query, now))
  return { code: sibling.code, called: sibling.called, file: trueOn(view.file, on) }
}

const authors = (file: CaseFile): readonly string[] =>
  file.happenings.flatMap(e => [e.author, ...(e.chosen ? [e.chosen.author] : [])])

/**
 * The chronology as it is asked for.
 * @param page what the log calls this reading, on the files of brothers and sisters
 */
export async function loadChronology(ctx: ChildCtx<Db>, page: string) {
  const at = knownMoment(ctx.query, ctx.now)
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer, at)
  const on = at ? londonDay(at) : ctx.today
  const file = trueOn(view.file, on)
  const ask = asked(ctx)
  const relatives = await relativesFor(ctx, file, on, at === undefined)
  const siblings = relatives.flatMap(r => (isSibling(r) && r.file?.seen === 'open' ? [r.file] : []))
  const chosen = siblings.filter(s => ask.withCodes.includes(s.code))
  const children: Child[] = [{ code: ctx.child.code, called: ctx.child.called, file }]
  for (const sibling of chosen) {
    const theirs = await siblingFile(ctx, sibling, page, on)
    if (theirs) children.push(theirs)
  }
  return found({
    at,
    view,
    file,
    on,
    ask,
    siblings,
    children,
    lines: chronologies(children, ask.filter),
    kinds: kindsIn(chronologies(children)),
    /** Asked for, and not among the brothers and sisters whose files may be opened. */
    strangers: ask.withCodes.filter(c => !children.some(k => k.code === c)),
    names: await namesOf(
      ctx.tx,
      children.flatMap(c => authors(c.file)),
    ),
    unreadable: ctx.query.known !== undefined && at === undefined,
  })
}

export type ChronologyData = DataOf<typeof loadChronology>

/** The same address with something changed; what is given as null is left out. */
export function addressWith(
  ctx: ChildCtx<Db>,
  path: string,
  change: Readonly<Record<string, string | null>> = {},
): string {
  const query = askedIn(ctx)
  for (const [name, value] of Object.entries(change))
    if (value === null) query.delete(name)
    else query.set(name, value)
  const rest = query.toString()
  return `/child/${ctx.child.code}/${path}${rest ? `?${rest}` : ''}`
}
