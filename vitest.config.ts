import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'seed/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['src/**/*.server.test.ts'],
          globalSetup: ['test/support/empty-database.ts'],
          // Files share what they import: nothing in the product is changed by being used, and loading it anew for
          // each of hundreds of files took twice as long as running them.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['src/**/*.server.test.ts'],
          globalSetup: ['test/support/postgres.ts'],
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/empty-database.ts', 'test/support/product.ts'],
          hookTimeout: 180_000,
          testTimeout: 180_000,
          // Each works with a product of its own, at the side of the other: see `test/support/product.ts`.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    env: { TZ: 'UTC' },
  },
})
