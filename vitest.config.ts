import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'seed/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['src/**/*.server.test.ts'],
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
          globalSetup: ['test/support/product.ts'],
          hookTimeout: 180_000,
          testTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: 'UTC' },
  },
})
