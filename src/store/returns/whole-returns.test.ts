import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { foldFile } from '../../domain/casework/file.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import { planImport } from '../../domain/returns/ssda903/plan.ts'
import { reconcile } from '../../domain/returns/ssda903/reconcile.ts'
import { settle } from '../../domain/returns/ssda903/settle.ts'
import { readReturnFolder } from './read-folder.ts'

const data = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/data')

async function bring(now: string, before?: string) {
  const folders = await Promise.all([now, before].map(f => (f ? readReturnFolder(join(data, f)) : undefined)))
  const [a, b] = folders.map(f => (f?.ok ? f.value : undefined))
  if (!a) throw new Error('The folder could not be read.')
  const plan = planImport({
    this: a,
    ...(b ? { last: b } : {}),
    recorded: '2026-10-03T10:00:00.000Z' as Instant,
    author: '00000000-0000-5000-8000-000000000001',
  })
  if (!plan.ok) throw new Error(plan.error.wrong)
  const ledger = new Map(
    plan.value.files.map(f => [f.subject.id, f.entries.map(({ entry }, i) => ({ ...entry, seq: i + 1 }))]),
  )
  const rows = reconcile(
    plan.value,
    [...ledger].map(([id, entries]) => foldFile(id, entries)),
  )
  return { plan: plan.value, ledger, rows }
}

describe.skipIf(!existsSync(data))('returns of a whole authority', () => {
  test.each([
    ['903-sample', undefined, 2675, 1419],
    ['903-generated-2000/this', undefined, 2000, 1233],
    // 256 more: an episode of theirs had not ended when last year did, and is not in this year’s return.
    ['903-generated-2000/this', '903-generated-2000/last', 2997, 1489],
  ])(
    '%s with %s reconciles exactly, and adds nothing the second time',
    async (now, before, children, lookedAfter) => {
      const { plan, ledger, rows } = await bring(now, before)
      for (const row of rows) expect(row.inProduct, row.what).toBe(row.inFiles)
      expect(rows[0]?.inFiles).toBe(children)
      expect([rows[1]?.inFiles, rows[1]?.inProduct, rows[1]?.inAllRows]).toEqual([
        lookedAfter,
        lookedAfter,
        lookedAfter,
      ])
      expect(plan.problems.filter(p => p.level === 'problem' && p.file.startsWith('episodes'))).toEqual([])
      for (const c of plan.counts) expect(c.kept + c.joined + c.leftOut, c.file).toBe(c.read)
      const ids = [...ledger.values()].flat().map(e => e.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(settle(plan, ledger).entries).toEqual([])
    },
  )
})
