import { describe, expect, test } from 'vitest'
import { BadConfig, readConfig } from './config.ts'

const faults = (env: Readonly<Record<string, string>>, demo = false): readonly string[] => {
  try {
    readConfig(env, demo)
    return []
  } catch (error) {
    if (error instanceof BadConfig) return error.faults
    throw error
  }
}

describe('the configuration', () => {
  test('needs nothing said', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, demonstration: false })
    expect(config.database).toMatchObject({ folder: expect.stringMatching(/\.golden-thread\/data$/) })
    expect(readConfig({}, true).database).toMatchObject({
      folder: expect.stringMatching(/\.golden-thread\/demonstration$/),
    })
  })

  test('a setting left blank is one not made', () =>
    expect(
      readConfig({ PORT: '', HOST: ' ', DATABASE_URL: '', GOLDEN_THREAD_DATA: '', GOLDEN_THREAD_DEMO: '' }),
    ).toEqual(readConfig({})))

  test('is taken as it is said', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://a@b/c', PORT: '0', HOST: '0.0.0.0' })).toEqual({
      database: { url: 'postgres://a@b/c' },
      host: '0.0.0.0',
      port: 0,
      demonstration: false,
      behindProxy: false,
      scanner: null,
      notify: null,
      department: null,
      signIn: { address: null, provider: null },
      running: {
        logLevel: 'info',
        logFormat: 'json',
        metrics: null,
        stopSeconds: 20,
        connections: 10,
        patience: 10,
      },
    })
    expect(readConfig({ GOLDEN_THREAD_DEMO: 'yes', GOLDEN_THREAD_DATA: '/tmp/x' })).toMatchObject({
      demonstration: true,
      database: { folder: '/tmp/x' },
    })
  })

  test('every fault is told at once', () => {
    const env = {
      DATABASE_URL: 'mysql://x',
      GOLDEN_THREAD_DATA: '/tmp/x',
      PORT: 'http',
      GOLDEN_THREAD_DEMO: 'perhaps',
    }
    expect(faults(env)).toEqual([
      expect.stringContaining('DATABASE_URL must begin with postgres://'),
      expect.stringContaining('not both'),
      expect.stringContaining('PORT must be a number from 0 to 65535, not “http”'),
      expect.stringContaining('GOLDEN_THREAD_DEMO must be yes or no, not “perhaps”'),
    ])
    expect(() => readConfig(env)).toThrow(/^The configuration has 4 faults:\n {2}- /)
  })

  test.each(['-1', '65536', '80.5', 'ten'])('port %s is none', port =>
    expect(faults({ PORT: port })).toHaveLength(1),
  )

  test('the demonstration is refused on a public address, however it is asked for', () => {
    for (const host of ['0.0.0.0', '::', '192.0.2.7', 'example.org']) {
      expect(faults({ HOST: host }, true)).toEqual([expect.stringContaining('runs only on loopback')])
      expect(faults({ HOST: host, GOLDEN_THREAD_DEMO: '1' })).toHaveLength(1)
      expect(faults({ HOST: host })).toEqual([])
    }
    for (const host of ['127.0.0.1', 'localhost', '::1']) expect(faults({ HOST: host }, true)).toEqual([])
  })
})
