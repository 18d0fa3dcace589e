import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'

const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const out = join(project, 'dist', 'main.js')

const newest = folder =>
  readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter(f => f.isFile() && /\.(ts|tsx|txt)$/.test(f.name))
    .reduce((latest, f) => Math.max(latest, statSync(join(f.parentPath, f.name)).mtimeMs), 0)

/** Bundles the product where its source is newer than the bundle: a fraction of a second, so nobody need think of it. */
export async function build() {
  if (existsSync(out) && statSync(out).mtimeMs > Math.max(newest('src'), newest('seed'))) return
  await bundle({
    // A thread runs a file of its own: see src/store/thread-file.ts.
    entryPoints: [
      'main.ts',
      'jobs/library-worker.ts',
      'store/documents/read-apart-worker.ts',
      'store/beside/fold-worker.ts',
    ].map(file => join(project, 'src', file)),
    outbase: join(project, 'src'),
    outdir: dirname(out),
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'error',
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
