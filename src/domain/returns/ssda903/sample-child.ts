import { type CaseFile, foldFile } from '../../casework/file.ts'
import type { ImportPlan } from './plan.ts'
import { reconcile } from './reconcile.ts'
import { EMPTY, type Ledger, samplePlan, written } from './sample-folder.ts'
import { settle } from './settle.ts'

/** The header's row of the one child of these tests. */
export const childHeader = ['A1,F,29/02/2016,WBRI,UN1,,']

export const foldLedger = (ledger: Ledger): CaseFile[] =>
  [...ledger].map(([id, entries]) => foldFile(id, entries))

/** What one child's episodes come to, each spell as "from–to fact". Throws where a count of the files differs. */
export function spellsOf(episodes: readonly string[], last?: readonly string[]) {
  const plan = samplePlan(
    { header: childHeader, episodes },
    last ? { header: childHeader, episodes: last } : undefined,
  )
  const files = foldLedger(written(EMPTY, settle(plan, EMPTY)))
  for (const row of reconcile(plan, files))
    if (!row.equal)
      throw new Error(`${row.what}: ${row.inFiles} in the files, ${row.inProduct} in the record`)
  const spells = files.flatMap(f => f.spells)
  const of = (kind: string, fact: string) =>
    spells
      .filter(s => s.kind === kind)
      .map(s => `${s.from}–${s.to ?? ''} ${String(s.facts[fact] ?? '')}`.trim())
  return {
    plan,
    care: of('looked-after', 'ceased'),
    placed: of('placement', 'type'),
    status: of('legal-status', 'status'),
  }
}

/** The problems and notes of a plan, each as "line what is wrong". */
export const notesOf = (plan: ImportPlan): string[] => plan.problems.map(p => `${p.line} ${p.wrong}`)
