import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * `npm run bench -- NAME …`: one bench by its name, with what it is told. Without a name, that of scale, on the authorities
 * that were kept.
 */
const benches = ['scale', 'search', 'returns', 'library'] as const

const [name = 'scale', ...rest] = process.argv.slice(2)
const found = benches.find(b => b === name)
if (!found) {
  console.error(`There is no bench “${name}”. These there are: ${benches.join(', ')}.`)
  process.exitCode = 2
} else {
  const file = fileURLToPath(new URL(`${found}.ts`, import.meta.url))
  process.exitCode = spawnSync(process.execPath, [file, ...rest], { stdio: 'inherit' }).status ?? 1
}
