import type { Role } from '../../domain/access/roles.ts'
import { england } from '../../domain/kernel/calendar.ts'
import { addDays, addMonths, type Day, type Instant } from '../../domain/kernel/day.ts'
import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import { type Asked, draw } from '../../domain/quality/draw.ts'
import { keptSample, type SampleRecord, type StrataBy } from '../../domain/quality/draw-record.ts'
import type { AuditTool } from '../../domain/quality/tool.ts'
import type { NewEntry, NewSubject } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import type { GradingPart } from '../../domain/records/types/audit-grading.ts'
import { canonical, digest } from '../chain.ts'
import type { Db } from '../connection.ts'
import { newId } from '../ids.ts'
import { nextAuditCodes } from './audit-files.ts'
import { auditFrame, candidate, type FrameAsked, type Framed } from './audit-frame.ts'
import { opensRestricted, shareFiles } from './audit-share.ts'

/** A file stays open to its auditor so many days past the day it is due; then it must be given again. */
export const GRACE = 28
/** Who was audited within so many months is left out, where nobody asks otherwise. */
const LATELY = 12

export interface DrawAsked extends Omit<Asked, 'families'> {
  readonly title: string
  readonly tool: AuditTool
  readonly way: SampleRecord['way']
  readonly on: Day
  readonly by: StrataBy
  readonly families: boolean
  /** Also those who were audited lately. */
  readonly again: boolean
  readonly frame: Pick<FrameAsked, 'condition' | 'team' | 'worker'>
  /** Whom it is of, in words. */
  readonly of: string | null
  readonly auditors: readonly { readonly id: string; readonly role: Role }[]
}

interface Hand {
  readonly author: string
  readonly now: Instant
  readonly today: Day
  readonly id: () => string
}

export interface DrawMade {
  readonly code: string
  readonly subjects: readonly NewSubject[]
  readonly entries: readonly NewEntry[]
  /** Files that nobody among the auditors may have. */
  readonly unassigned: number
}

export const dueFor = (tool: AuditTool, today: Day): Day => england.add(today, tool.days)

/**
 * Draws a sample and shares it out: every file and entry of it, to be written. Nothing is written here.
 * @returns or what is in the way, in words
 */
export async function makeDraw(db: Db, asked: DrawAsked, hand: Hand): Promise<Result<DrawMade>> {
  const { tool, on } = asked
  const frame = await auditFrame(db, { ...asked.frame, on, children: tool.children })
  const open = frame.filter(f => !f.restricted || asked.auditors.some(a => opensRestricted(a, f.named)))
  const fresh = open.filter(f => asked.again || f.audited === null || f.audited <= addMonths(on, -LATELY))
  if (fresh.length === 0)
    return fail(
      open.length === 0
        ? 'There is no child to draw from. Ask for another tool, team or condition.'
        : `All ${open.length} children were audited in the last ${LATELY} months. Tick “also those audited lately”, or ask for others.`,
    )
  const made = draw(
    fresh.map(f => candidate(f, asked.by)),
    asked,
  )
  const byCode = new Map(fresh.map(f => [f.code, f]))
  const files = made.codes.flatMap(c => byCode.get(c) ?? [])
  const [code = ''] = await nextAuditCodes(db, 'sample', 1)
  const sample: SampleRecord = {
    ...asked,
    tool: tool.code,
    strata: made.strata.map(s => ({ ...s, hash: digest(canonical(s.codes)) })),
    drawn: made.codes,
    second: made.second,
    left: {
      restricted: frame.length - open.length,
      audited: open.length - fresh.length,
      siblings: made.siblings,
    },
  }
  const { first, other } = await shareFiles(db, asked, files, made.second)
  const pen = penOf(hand)
  const subject: NewSubject = { id: hand.id(), kind: 'sample', code }
  const codes = await nextAuditCodes(db, 'audit', files.length)
  const audits = files.map((file, i) => {
    const audit: NewSubject = { id: hand.id(), kind: 'audit', code: codes[i] ?? '' }
    const entries = [
      pen(audit.id, 'audit-opened', opening(asked, file, code, made.second.includes(file.code))),
      ...assigned(
        pen,
        audit.id,
        file,
        { first: first.get(file.code), second: other.get(file.code) },
        dueFor(tool, hand.today),
      ),
    ]
    return { audit, entries }
  })
  return ok({
    code,
    subjects: [subject, ...audits.map(a => a.audit)],
    entries: [pen(subject.id, 'sample-drawn', kept(sample)), ...audits.flatMap(a => a.entries)],
    unassigned: files.filter(f => !first.has(f.code)).length,
  })
}

const kept = ({
  title,
  tool,
  way,
  on,
  seed,
  size,
  by,
  secondOneIn,
  families,
  of,
  strata,
  drawn,
  second,
  left,
}: SampleRecord) =>
  keptSample({ title, tool, way, on, seed, size, by, secondOneIn, families, of, strata, drawn, second, left })

const opening = (asked: DrawAsked, file: Framed, sample: string, second: boolean): Answers => ({
  tool: asked.tool.code,
  child: file.id,
  from: addMonths(asked.on, -asked.tool.months),
  to: asked.on,
  sample,
  team: file.team,
  ...(file.worker === null ? {} : { worker: file.worker }),
  second,
})

type Pen = (subject: string, type: string, answers: Answers) => NewEntry

const penOf =
  ({ author, now, today, id }: Hand): Pen =>
  (subject, type, answers) =>
    newEntry({ id: id(), subject, type: knownRecordType(type), answers, author, now, today })

const assigned = (
  pen: Pen,
  audit: string,
  file: Framed,
  who: Readonly<Record<GradingPart, string | undefined>>,
  due: Day,
): readonly NewEntry[] =>
  (['first', 'second'] as const).flatMap(part => {
    const auditor = who[part]
    return auditor === undefined
      ? []
      : [pen(audit, 'audit-assigned', { part, auditor, child: file.id, due, until: addDays(due, GRACE) })]
  })

/** A seed that nobody chose. */
export const newSeed = (now: Instant): string => newId(now).slice(-12)
