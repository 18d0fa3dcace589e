import { type Alike, type Part, sameWords, togetherOf } from '../../../domain/assessment/own-parts.ts'
import { calledBy, type Person } from '../../../domain/casework/person.ts'
import type { Standing } from '../../../domain/records/entry.ts'
import { assessment } from '../../../domain/records/types/assessment.ts'
import type { Db } from '../../../store/connection.ts'
import { type Together, togetherWith } from '../../../store/queries/assessment-together.ts'
import type { FileView } from '../../../store/queries/file-of.ts'
import { listable } from '../../../store/queries/listable.ts'
import type { ChildCtx } from '../../../web/page.ts'

/** An assessment of a brother or sister, for a viewer: named, and linked, where they may see whose it is. */
export interface Other {
  readonly entry: string
  readonly subject: string
  /** Null where the viewer may not see the child even in a list. */
  readonly shown: { readonly code: string; readonly called: string } | null
}

/** Every name a child goes by. */
export const namesIn = (p: Pick<Person, 'givenName' | 'familyName' | 'otherNames'>): readonly string[] =>
  [p.givenName, p.familyName, p.otherNames].filter(n => n !== null)

const partOf = (t: Together): Part => ({ child: t.subject, names: namesIn(t), answers: t.answers })

/**
 * What was written together with an assessment, and where it says the same of this child as of another. The signature
 * asks this of everybody's words; who they are is told only to those who may know.
 */
export async function alikeIn(
  ctx: ChildCtx<Db>,
  view: FileView,
  entry: Standing,
): Promise<{ readonly others: readonly Other[]; readonly alike: readonly Alike[] }> {
  const root = view.entries.find(e => e.id === entry.id)
  const all =
    entry.type === assessment.code && root ? await togetherWith(ctx.tx, togetherOf(root.answers)) : []
  const standing = all.filter(t => !t.withdrawn)
  if (standing.length === 0) return { others: [], alike: [] }
  const shown = await listable(
    ctx.tx,
    ctx.viewer,
    ctx.now,
    standing.map(t => t.subject),
  )
  const mine: Part = { child: ctx.child.id, names: namesIn(view.file.person), answers: entry.answers }
  return {
    others: standing.map(t => ({
      entry: t.entry,
      subject: t.subject,
      shown: shown.has(t.subject) ? { code: t.code, called: calledBy(t, t.code) } : null,
    })),
    alike: sameWords(assessment, mine, standing.map(partOf)),
  }
}

/** "“What is it like to be this child” says the same as Rowan Pebble’s." */
export const alikeWords = (found: Alike, others: readonly Other[]): string => {
  const other = others.find(o => o.subject === found.with)?.shown
  return `“${found.label}” says the same as ${other ? `${other.called}’s` : 'a brother’s or sister’s'}.`
}
