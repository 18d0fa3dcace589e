import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// The hostile tests of `npm test`, longer and from another beginning each time. Usage: npm run fuzz -- [RUNS] [SEED]

const [runs = '1000', seed = String(Date.now() % 1_000_000_000)] = process.argv.slice(2)
const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const tests = ['src/features/hostile.test.ts', 'src/store/documents/hostile-files.test.ts']
console.log(`${runs} runs of each, seed ${seed}: the same two again try the same again`)
const child = spawn(
  join(project, 'node_modules', '.bin', 'vitest'),
  ['run', '--project=unit', '--testTimeout=3600000', ...tests],
  { cwd: project, stdio: 'inherit', env: { ...process.env, FUZZ_RUNS: runs, FUZZ_SEED: seed } },
)
child.once('exit', code => {
  process.exitCode = code ?? 1
})
