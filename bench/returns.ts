import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, release, type as system, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { write903 } from './returns/made-903.ts'
import { writeCin } from './returns/made-cin.ts'

/**
 * Checks invented returns of 500, 2,000 and 20,000 children with the command that an analyst runs, each time in a
 * process of its own, and prints how long it took from start to end, how much memory it had at most, and what it found.
 * A return of the SSDA903 comes with last year's.
 */
const SIZES = process.argv
  .slice(2)
  .map(Number)
  .filter(n => n > 0)
const TIMES = 5

const project = fileURLToPath(new URL('../', import.meta.url))
const inner = `
import { readFileSync } from 'node:fs'
import { main } from ${JSON.stringify(join(project, 'dist', 'main.js'))}
const begun = performance.now()
const code = await main(process.argv.slice(1))
const work = performance.now() - begun
// The peak of this process alone: what the system says of resources begins with that of whoever started it.
const most = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
console.error(JSON.stringify({ work, code, most }))
`

interface Run {
  readonly whole: number
  readonly work: number
  readonly most: number
  readonly said: string
}

function run(args: readonly string[]): Run {
  const begun = performance.now()
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', inner, '--', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const whole = performance.now() - begun
  const lines = done.stderr.trim().split('\n')
  const { work, code, most } = JSON.parse(lines.at(-1) ?? '{}')
  if (code !== 0) throw new Error(done.stderr)
  return { whole, work, most, said: lines.at(-2) ?? '' }
}

const middle = (list: readonly number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`.padStart(8)

function tell(what: string, of: readonly string[], bytes: number): void {
  for (const format of ['summary', 'json'])
    tellOne(what, [...of, '--format', format, '--out', join(folder, 'out')], bytes, format)
}

function tellOne(what: string, args: readonly string[], bytes: number, format: string): void {
  const runs = Array.from({ length: TIMES }, () => run(args))
  const most = Math.max(...runs.map(r => r.most))
  console.log(
    `${what.padEnd(26)} ${format.padEnd(7)} ${(bytes / 1e6).toFixed(1).padStart(6)} MB   whole process ${seconds(middle(runs.map(r => r.whole)))}   within ${seconds(middle(runs.map(r => r.work)))}   most memory ${(most / 1e6).toFixed(0).padStart(4)} MB   ${runs[0]?.said}`,
  )
}

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${system()} ${release()}, Node ${process.version}; the middle of ${TIMES} runs; whole process, and what of it goes to reading, checking and writing; as counts of each rule, and as a line of JSON for every failing row`,
)
execFileSync(process.execPath, [join(project, 'tools', 'build.mjs')])
const folder = mkdtempSync(join(tmpdir(), 'golden-thread-bench-'))
try {
  for (const n of SIZES.length > 0 ? SIZES : [500, 2000, 20_000]) {
    const { now, last } = write903(join(folder, String(n)), n)
    const bytes = [now, last].reduce(
      (sum, p) => sum + Number(execFileSync('du', ['-sb', p], { encoding: 'utf8' }).split('\t')[0]),
      0,
    )
    tell(
      `SSDA903, ${n} children`,
      ['returns', 'check', 'ssda903', '--year', '2025-26', now, '--last', last],
      bytes,
    )
    const census = join(folder, `cin-${n}.xml`)
    writeCin(census, n)
    tell(
      `CIN census, ${n} children`,
      ['returns', 'check', 'cin', '--year', '2025-26', census],
      statSync(census).size,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
