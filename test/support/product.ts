import { constants, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startProduct } from './run-product.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A product for each worker that runs test files: what one does is not seen by another. */
    addresses: readonly string[]
    /** The folder of a demonstration as it is after its first start, which no product works in. To be copied. */
    started: string
    /** Seconds from the command to the address, on an empty folder. */
    firstStart: number
  }
}

/** Copies the folder of a product that is stopped. */
export const copyFolder = (from: string, to: string): void =>
  cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE })

/** Starts the product on an empty folder, and then on copies of it, for the browser journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-journeys-'))
  const started = join(folder, 'started')
  const began = Date.now()
  const first = await startProduct(started)
  project.provide('firstStart', (Date.now() - began) / 1000)
  await first.stop()
  const folders = Array.from({ length: project.config.maxWorkers }, (_, i) => join(folder, `product-${i}`))
  for (const to of folders) copyFolder(started, to)
  const products = await Promise.all(folders.map(to => startProduct(to)))
  project.provide('started', started)
  project.provide(
    'addresses',
    products.map(p => p.address),
  )
  return async () => {
    await Promise.all(products.map(p => p.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
}
