import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import { type CaseFile, foldFile } from '../../domain/casework/file.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import type { Entry, Standing } from '../../domain/records/entry.ts'
import { clocksOf } from '../../domain/timescales/evaluate.ts'
import type { Clock } from '../../domain/timescales/timescale.ts'
import type { Db } from '../connection.ts'
import { readEntries } from '../ledger.ts'
import { writeLog } from '../log.ts'
import type { Subject } from '../project.ts'
import { mayMeet } from './front-door.ts'
import { listable } from './listable.ts'

/** One contact, folded. */
export interface ContactView {
  readonly subject: Subject
  readonly entries: readonly Entry[]
  readonly file: CaseFile
  readonly clocks: readonly Clock[]
  readonly seq: number
  readonly received: Standing
  readonly children: readonly { readonly told: Standing; readonly child: string | null }[]
  readonly decided: Standing | null
  /** What the referrer was told, the last first, each with what came of sending it. */
  readonly letters: readonly { readonly letter: Standing; readonly delivery: Standing | null }[]
}

const standingOf = (file: CaseFile, type: string) =>
  file.happenings.filter(e => e.type === type && !e.withdrawn)

function viewOf(subject: Subject, entries: readonly Entry[]): ContactView | undefined {
  const file = foldFile(subject.id, entries)
  const [received] = standingOf(file, 'contact-received')
  if (!received) return undefined
  const matched = standingOf(file, 'contact-matched')
  const deliveries = standingOf(file, 'letter-delivery')
  const childOf = (told: Standing): string | null => {
    const child = matched.findLast(m => m.amends === told.id)?.answers.child
    return typeof child === 'string' ? child : null
  }
  return {
    subject,
    entries,
    file,
    clocks: clocksOf(file),
    seq: entries.at(-1)?.seq ?? 0,
    received,
    children: standingOf(file, 'contact-child').map(told => ({ told, child: childOf(told) })),
    decided: standingOf(file, 'contact-decided').at(-1) ?? null,
    letters: standingOf(file, 'contact-letter')
      .map(letter => ({ letter, delivery: deliveries.findLast(d => d.amends === letter.id) ?? null }))
      .reverse(),
  }
}

/**
 * A contact by its reference. One that is about a child closed to the viewer is as if not there, and that it was asked
 * for is logged on the child's file.
 */
export async function readContact(
  tx: Db,
  viewer: Viewer,
  now: Instant,
  code: string,
): Promise<ContactView | undefined> {
  const { rows } = await sql<
    Subject & { may: boolean }
  >`select c.id, c.kind, c.code, ${mayMeet(viewer, now)} as may
    from subject c where c.kind = 'contact' and c.code = ${code}`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const subject: Subject = { id: row.id, kind: 'contact', code: row.code }
  const view = viewOf(subject, await readEntries(tx, subject.id))
  if (row.may) return view
  const about = (view?.children ?? []).flatMap(c => (c.child ? [c.child] : []))
  const open = await listable(tx, viewer, now, about)
  for (const child of about)
    if (!open.has(child))
      await writeLog(tx, {
        at: now,
        viewer: viewer.id,
        action: 'front-door',
        subject: child,
        page: 'a contact',
        allowed: false,
        because: 'This file is restricted to named people, and so are contacts about the child',
      })
  return undefined
}
