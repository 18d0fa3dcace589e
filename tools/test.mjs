import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// All that `npm test` checks, in order, stopping at the first failure with its exit code.

const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const bin = join(project, 'node_modules', '.bin')
const results = mkdtempSync(join(tmpdir(), 'golden-thread-tests-'))
process.once('exit', () => rmSync(results, { recursive: true, force: true }))

// The tools run on the Node that the project brings, whatever the machine has.
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }

const run = (program, args) =>
  new Promise(resolve => {
    const child = spawn(join(bin, program), args, { cwd: project, env, stdio: 'inherit' })
    child.once('error', error => {
      console.error(`${program} could not be started (${error.message}). Run npm ci first.`)
      resolve(1)
    })
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })

const resultFile = name => join(results, `${name}.json`)
const tests = name => ({
  title: `tests: ${name}`,
  result: resultFile(name),
  run: () =>
    run('vitest', [
      'run',
      `--project=${name}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${resultFile(name)}`,
    ]),
})

const journeys = join(project, 'test', 'journeys')
const hasJourneys = existsSync(journeys) && readdirSync(journeys).some(f => f.endsWith('.test.ts'))

const steps = [
  { title: 'types', run: () => run('tsc', ['--noEmit']) },
  { title: 'lint', run: () => run('biome', ['check', '--error-on-warnings', '.']) },
  tests('unit'),
  tests('server'),
  hasJourneys
    ? tests('journeys')
    : { title: 'tests: journeys', skipped: 'not run: there are no browser journeys in test/journeys' },
]

/** What the test runs so far have counted. A run that failed outside its tests counts as one failure. */
function counted(done) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { result, code } of done) {
    if (result === undefined) continue
    const found = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : {}
    const failed = found.numFailedTests ?? 0
    total.passed += found.numPassedTests ?? 0
    total.skipped += (found.numPendingTests ?? 0) + (found.numTodoTests ?? 0)
    total.failed += code !== 0 && failed === 0 ? 1 : failed
  }
  return total
}

const seconds = from => `${((Date.now() - from) / 1000).toFixed(1)} s`

const began = Date.now()
const done = []
for (const step of steps) {
  console.log(`\n── ${step.title}`)
  if (step.skipped) {
    console.log(step.skipped)
    done.push({ ...step, code: 0, took: 'skipped' })
    continue
  }
  const from = Date.now()
  const code = await step.run()
  done.push({ ...step, code, took: seconds(from) })
  if (code !== 0) break
}

console.log('\n── what was checked')
for (const { title, code, took } of done)
  console.log(
    `${title.padEnd(18)} ${took.padStart(8)}  ${code === 0 ? '' : `failed with exit code ${code}`}`.trimEnd(),
  )
console.log(`${'all'.padEnd(18)} ${seconds(began).padStart(8)}`)

const { passed, failed, skipped } = counted(done)
const last = done.at(-1)
if (last.code !== 0) console.log(`Stopped at “${last.title}”. Nothing after it was run.`)
if (skipped > 0) console.log(`${skipped} tests skipped: what they read is not on this machine.`)
if (done.some(d => d.result !== undefined)) console.log(`${passed} passed, ${failed} failed`)
process.exitCode = last.code
