import { cpus, loadavg, release, type as system, totalmem } from 'node:os'
import type { Measured } from './measure.ts'
import type { Time } from './serve.ts'
import { serving } from './server.ts'

/** What it is run on. */
export const machine = (): string =>
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${system()} ${release()}, Node ${process.version}, PostgreSQL 18 (${serving.join(', ')}); load ${loadavg()[0]?.toFixed(1)} before`

const at = (list: readonly number[], p: number): number => {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN
}
const ms = (n: number): string => (Number.isNaN(n) ? '–' : `${n < 100 ? n.toFixed(1) : n.toFixed(0)} ms`)

/** Pages with a budget at the 99th percentile, in milliseconds; 0 where the design sets none. */
const PAGES = { home: 50, child: 50, chronology: 0, search: 100, desk: 0, plan: 0, digest: 0 } as const

const row = (cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`)

function pageRow(
  name: keyof typeof PAGES,
  all: readonly Measured[],
  times: (m: Measured) => readonly Time[],
): void {
  const cells = all.map(m => {
    const list = times(m).flatMap(t => (t.name === name && t.status === 200 ? [t.ms] : []))
    return `${ms(at(list, 0.5))} / ${ms(at(list, 0.95))} / ${ms(at(list, 0.99))} (${list.length})`
  })
  row([name, PAGES[name] === 0 ? '' : `${PAGES[name]} ms at p99`, ...cells])
}

/** One table of all that was measured, a column for each authority. */
export function tell(all: readonly Measured[]): void {
  const each = (cell: (m: Measured) => string) => all.map(cell)
  row(['what', 'wanted', ...each(m => `${m.children} children, ${m.entries} entries, ${m.size}`)])
  row(['---', '---', ...each(() => '---')])
  row([
    'files folded again and chains counted, found wrong',
    '0',
    ...each(m => `${m.proved.faults.length} of ${m.proved.files}`),
  ])
  row([
    '50 people, a page every 4 s: p50 / p95 / p99 (how many)',
    '',
    ...each(m => `${(m.working.length / m.seconds).toFixed(1)} pages a second`),
  ])
  for (const name of ['home', 'child', 'chronology', 'search', 'desk', 'plan', 'digest'] as const)
    pageRow(name, all, m => m.working)
  row([
    '50 people, no pause',
    '',
    ...each(m => `${(m.pressing.length / m.pressed).toFixed(1)} pages a second`),
  ])
  for (const name of ['home', 'child', 'chronology', 'search'] as const) pageRow(name, all, m => m.pressing)
  row([
    'one row committed meanwhile: p50 / p95 / p99',
    '',
    ...each(m =>
      m.commits.length === 0
        ? 'not asked'
        : `${ms(at(m.commits, 0.5))} / ${ms(at(m.commits, 0.95))} / ${ms(at(m.commits, 0.99))}`,
    ),
  ])
  row([
    'an entry written, folded, shown: p50 / p99',
    '25 ms',
    ...each(m => `${ms(at(m.writes, 0.5))} / ${ms(at(m.writes, 0.99))}`),
  ])
  row(['every indicator on one day: each of four', '2000 ms', ...each(m => m.digests.map(ms).join(', '))])
  row([
    'rebuilt',
    '50000 entries a second',
    ...each(m => (m.rebuilt ? `${Math.round(m.rebuilt.entries / m.rebuilt.seconds)} a second` : 'not asked')),
  ])
  row([
    'memory of the product, at most; of the database',
    '',
    ...each(
      m =>
        `${m.memory.product.toFixed(0)} MB, ${m.memory.most.toFixed(0)} MB; ${m.memory.database.toFixed(0)} MB`,
    ),
  ])
  for (const m of all) {
    if (m.others.length > 0)
      console.log(`Not a page, at ${m.children} children: ${JSON.stringify(m.others).slice(0, 1000)}`)
    for (const fault of m.proved.faults.slice(0, 3)) console.log(fault.slice(0, 500))
  }
}
