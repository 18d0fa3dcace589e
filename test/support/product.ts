import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startProduct } from './run-product.ts'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
    /** Seconds from the command to the address, on an empty folder. */
    firstStart: number
  }
}

/** Starts the product on an empty folder, for the browser journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-journeys-'))
  const began = Date.now()
  const product = await startProduct(folder)
  project.provide('address', product.address)
  project.provide('firstStart', (Date.now() - began) / 1000)
  return async () => {
    await product.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
