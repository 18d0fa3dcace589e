import { superseded } from '../../domain/improvement/standing.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Db } from '../../store/connection.ts'
import { type Ctx, type DataOf, found } from '../../web/page.ts'
import { loadAction } from './action-load.ts'

// One entry of an action, to be put right or taken out.

/** What cannot be taken out, with what to do instead. */
export const FIRM: Readonly<Record<string, string>> = {
  'action-planned': 'An action is not taken out. Propose to close it, and say why.',
  'closure-proposed': 'A proposal is not taken out. Whoever decides can leave the action open.',
  'closure-decided':
    'A decision is not taken out. Look at the action again, and open it if it does not hold.',
  'retest-done': 'A look at a closed action is not taken out. Look again.',
}

/** What is put right by writing it again, word for word; marks and days are set anew instead. */
export const AMENDED: Readonly<Record<string, readonly string[]>> = {
  'milestone-set': [],
  'measure-bound': ['indicator', 'splitBy', 'splitValue', 'team', 'unit', 'good'],
  'audit-measure-bound': ['tool', 'standard', 'team'],
  'survey-measure-bound': ['counted'],
  'visit-measure-bound': [],
  'survey-read': ['measure'],
  'visit-read': ['measure'],
  'action-progress': [],
  'evidence-added': [],
  'barrier-raised': [],
  'challenge-asked': [],
  'challenge-answered': ['challenge'],
  'board-decided': [],
}

/** Whether an entry can be put right by writing it again. */
export const amends = (type: string): boolean => Object.hasOwn(AMENDED, type)
/** Whether an entry can be taken out of what counts. */
export const withdraws = (type: string): boolean => !Object.hasOwn(FIRM, type)

/** The entry of the address, as it was last put right, and the first of it, which is what others name. */
export async function loadEntry(ctx: Ctx<Db>) {
  const loaded = await loadAction(ctx)
  if (!('found' in loaded)) return loaded
  const { entries } = loaded.found
  const asked = entries.find(e => e.id === ctx.params.entry)
  const root = asked?.amends ? entries.find(e => e.id === asked.amends) : asked
  if (!root)
    return { missing: 'There is no such entry on this action. Open the action and choose one there.' }
  const versions = entries.filter(e => e.id === root.id || e.amends === root.id)
  const entry = versions.at(-1) ?? root
  if (superseded(entries).has(entry.id) && ctx.typed._csrf === undefined)
    return { refused: 'This has been taken out already. Its history on the action shows who did, and why.' }
  return found({ ...loaded.found, root, entry })
}

export type EntryData = DataOf<typeof loadEntry>

export const subjectOf = (data: EntryData) => ({
  id: data.action.id,
  kind: 'action' as const,
  code: data.code,
})
/** What another may have done to the same entry meanwhile. */
export const sameEntry = (data: EntryData) => (e: Entry) =>
  e.amends === data.root.id || e.answers.entry === data.root.id
