#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const own = join(project, 'node_modules', 'node', 'bin', 'node')
const major = Number(process.versions.node.split('.')[0])

// The product runs on the Node it brings with it, whatever the machine has.
if (major < 24 && existsSync(own) && !process.env.GOLDEN_THREAD_OWN_NODE) {
  const child = spawn(own, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, GOLDEN_THREAD_OWN_NODE: '1' },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', code => process.exit(code ?? 1))
} else {
  const { build } = await import('../tools/build.mjs')
  await build()
  const { main } = await import('../dist/main.js')
  process.exitCode = await main(process.argv.slice(2))
}
