import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { BadConfig, readConfig } from './config.ts'
import { settingNames, settings } from './config-settings.ts'

type Env = Readonly<Record<string, string | undefined>>

const faults = (env: Env, demo = false): readonly string[] => {
  try {
    readConfig(env, demo)
    return []
  } catch (error) {
    if (error instanceof BadConfig) return error.faults
    throw error
  }
}

describe('how it runs', () => {
  test('is taken as it is said', () => {
    expect(
      readConfig({
        GOLDEN_THREAD_LOG_LEVEL: 'error',
        GOLDEN_THREAD_LOG_FORMAT: 'text',
        GOLDEN_THREAD_METRICS: '[::1]:9464',
        GOLDEN_THREAD_STOP_SECONDS: '60',
        GOLDEN_THREAD_CONNECTIONS: '25',
        GOLDEN_THREAD_CONNECT_SECONDS: '5',
      }).running,
    ).toEqual({
      logLevel: 'error',
      logFormat: 'text',
      metrics: { host: '::1', port: 9464 },
      stopSeconds: 60,
      connections: 25,
      patience: 5,
    })
  })

  test('a comma in a password or a name of a database is no second server', () =>
    expect(faults({ DATABASE_URL: 'postgres://ada:a,b@one/name,other' })).toEqual([]))

  test('is quiet and in plain words for the demonstration', () =>
    expect(readConfig({}, true).running).toMatchObject({ logLevel: 'warn', logFormat: 'text' }))

  test.each([
    ['GOLDEN_THREAD_LOG_LEVEL', 'loud', /error, warn, info, debug/],
    ['GOLDEN_THREAD_LOG_FORMAT', 'xml', /json or text/],
    ['GOLDEN_THREAD_METRICS', 'yes', /host:port/],
    ['GOLDEN_THREAD_METRICS', '127.0.0.1:99999', /host:port/],
    ['GOLDEN_THREAD_STOP_SECONDS', '0', /from 1 to 600/],
    ['GOLDEN_THREAD_STOP_SECONDS', 'soon', /whole number/],
    ['GOLDEN_THREAD_CONNECTIONS', '3', /from 4 to 200/],
    ['GOLDEN_THREAD_CONNECTIONS', '7.5', /whole number/],
    ['GOLDEN_THREAD_CONNECT_SECONDS', '0', /from 1 to 120/],
    ['DATABASE_URL', 'postgres://ada:x@one:5432,two:5433/name', /one address that leads to the one/],
    ['DATABASE_URL', 'postgres://one,two/name', /one address that leads to the one/],
  ])('%s=%s is told as a fault that says what to do', (name, value, says) =>
    expect(faults({ [name]: value })).toEqual([expect.stringMatching(says)]),
  )

  test('the demonstration tells its metrics on loopback only', () => {
    expect(faults({ GOLDEN_THREAD_METRICS: '0.0.0.0:9464' }, true)).toEqual([
      expect.stringContaining('only on loopback'),
    ])
    expect(faults({ GOLDEN_THREAD_METRICS: '10.0.0.5:9464' })).toEqual([])
  })
})

/** Everything set, so that whatever is read only beside something else is read too. */
const everything: Env = {
  ...Object.fromEntries(settingNames.map(name => [name, 'x'])),
  GOLDEN_THREAD_DEMO: 'no',
  GOLDEN_THREAD_OIDC_ISSUER: 'https://sign-in.example',
}

describe('the list of settings', () => {
  test('names what is read, and nothing else is read', () => {
    const read = new Set<string>()
    const env = new Proxy(everything, {
      get: (target, name) => {
        read.add(String(name))
        return Reflect.get(target, name)
      },
    })
    expect(() => readConfig(env)).toThrow(BadConfig)
    expect([...read].sort()).toEqual([...settingNames].sort())
  })

  test('names each once, and says what it means and what holds without it', () => {
    expect(new Set(settingNames).size).toBe(settingNames.length)
    for (const { means, otherwise } of settings.flatMap(s => s.settings)) {
      expect(means).toMatch(/\S\.$/)
      expect(otherwise).toMatch(/\S/)
    }
  })

  test('is all there is: nothing else looks at the environment', () => {
    const src = fileURLToPath(new URL('.', import.meta.url))
    const looks = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
      file =>
        /\.tsx?$/.test(file) &&
        !/\.test\.tsx?$/.test(file) &&
        readFileSync(join(src, file), 'utf8').includes('process.env'),
    )
    expect(looks).toEqual(['main.ts'])
  })

  test('a setting with a slip in its name is told, with the one that is meant', () => {
    expect(faults({ GOLDEN_THREAD_SCANER: 'localhost:3310' })).toEqual([
      'GOLDEN_THREAD_SCANER is no setting. Is it GOLDEN_THREAD_SCANNER? They are in docs/tables/settings.md.',
    ])
    expect(faults({ GOLDEN_THREAD_SOMETHING_ELSE_ALTOGETHER: '1' })).toEqual([
      'GOLDEN_THREAD_SOMETHING_ELSE_ALTOGETHER is no setting. They are in docs/tables/settings.md.',
    ])
    expect(faults({ GOLDEN_THREAD_OWN_NODE: '1', PATH: '/bin' })).toEqual([])
  })
})
