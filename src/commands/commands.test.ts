import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { main } from '../main.ts'
import { openAsIs } from '../store/connection.ts'
import { BadArguments, type Command, readArguments } from './arguments.ts'
import { commands } from './commands.ts'
import { help } from './help.ts'

const command: Command = {
  name: 'try',
  usage: 'try WORD [--json] [--on DAY]',
  says: 'Tries.',
  flags: { json: 'switch', on: 'value' },
  run: async () => 0,
}
const read = (...given: readonly string[]) => readArguments(command, given)

describe('what is typed after a command', () => {
  test('words, switches and values, in any order', () => {
    expect(read('a', '--json', '--on', '2026-01-01', 'b')).toEqual({
      words: ['a', 'b'],
      flags: { json: true, on: '2026-01-01' },
    })
    expect(read('--on=x=y')).toEqual({ words: [], flags: { on: 'x=y' } })
    expect(read()).toEqual({ words: [], flags: {} })
  })

  test.each([
    [['--nope'], '“--nope” is not known here.'],
    [['--constructor'], '“--constructor” is not known here.'],
    [['--on'], '“--on” needs a value.'],
    [['--on', '--json'], '“--on” needs a value.'],
    [['--json=yes'], '“--json” takes no value.'],
  ])('%j: %s', (given, say) => {
    expect(() => read(...given)).toThrow(BadArguments)
    expect(() => read(...given)).toThrow(
      `${say}\nUse it like this: golden-thread try WORD [--json] [--on DAY]`,
    )
  })

  test('help tells every command and every setting', () => {
    const said = help(commands)
    for (const c of commands) expect(said).toContain(`golden-thread ${c.usage}`)
    for (const name of ['DATABASE_URL', 'GOLDEN_THREAD_DATA', 'PORT', 'GOLDEN_THREAD_DEMO'])
      expect(said).toContain(name)
    expect(new Set(commands.map(c => c.name)).size).toBe(commands.length)
  })
})

describe('the program', () => {
  let folder: string
  const said: string[] = []
  const out = () => said.join('\n')
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'golden-thread-commands-'))
    vi.stubEnv('GOLDEN_THREAD_DATA', folder)
    vi.stubEnv('DATABASE_URL', '')
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(() => {
    said.length = 0
    for (const way of ['log', 'error'] as const)
      vi.spyOn(console, way).mockImplementation(text => void said.push(String(text)))
  })
  afterEach(() => void vi.restoreAllMocks())

  test('tells what there is', async () => {
    expect(await main([])).toBe(0)
    expect(out()).toContain('golden-thread start')
  })

  test.each([
    [['dance'], 'There is no command “dance”'],
    [['digest', '--on'], '“--on” needs a value'],
    [['seed', '--profile', 'atlantis'], 'Say which profile'],
    [['staff', 'add', '--name', 'Ada'], 'Say who is to be let in'],
    [['staff', 'add', '--name', 'Ada', '--role', 'king', '--username', 'ada'], '“king” is not a role'],
    [['staff', 'add', '--role', 'young-person', '--username', 'ada'], 'has a user name and a child ID'],
    [['report', 'read'], 'Say which report to read'],
  ])('%j is not done, and it is said why', async (given, say) => {
    expect(await main(given)).toBe(2)
    expect(out()).toContain(say)
  })

  test('refuses the demonstration on a public address before it touches anything', async () => {
    vi.stubEnv('HOST', '0.0.0.0')
    expect(await main(['start', '--demo'])).toBe(2)
    vi.stubEnv('HOST', '')
    expect(out()).toContain('runs only on loopback')
  })

  test('says in words that a server is not there, without the password', async () => {
    vi.stubEnv('GOLDEN_THREAD_DATA', '')
    vi.stubEnv('DATABASE_URL', 'postgres://ada:secret@127.0.0.1:1/none')
    expect(await main(['verify'])).toBe(2)
    vi.stubEnv('GOLDEN_THREAD_DATA', folder)
    vi.stubEnv('DATABASE_URL', '')
    expect(out()).toContain('Check that it runs')
    expect(out()).not.toContain('secret')
  })

  test('lets a person in once by a name', async () => {
    const add = ['staff', 'add', '--name', 'Ada Reed', '--role', 'director', '--username', 'ada.reed']
    expect(await main(add)).toBe(0)
    expect(out()).toMatch(
      /Ada Reed may sign in as ada\.reed with this password, and chooses another then: [\w-]{16}/,
    )
    expect(await main(add)).toBe(2)
    expect(out()).toContain('Somebody signs in as ada.reed already')
    const store = await openAsIs({ folder })
    const kept = await store.db.selectFrom('account').select(['username', 'must_change']).execute()
    await store.close()
    expect(kept).toEqual([{ username: 'ada.reed', must_change: true }])
  })

  test('verifies and rebuilds what was written, and refuses to mix invented people with it', async () => {
    expect(await main(['verify'])).toBe(0)
    expect(out()).toContain('Every chain holds: 1 entries')
    expect(await main(['rebuild'])).toBe(0)
    expect(out()).toContain('Folded 1 entries of 1 files')
    expect(await main(['seed', '--profile', 'small'])).toBe(2)
    expect(out()).toContain('This database is not empty')
    expect(await main(['start', '--demo'])).toBe(2)
    expect(out()).toContain('This database holds real work')
  })

  test('tells a date or a split that is none', async () => {
    expect(await main(['digest', '--on', '2026-02-30'])).toBe(2)
    expect(await main(['digest', '--split', 'shoe'])).toBe(2)
    expect(await main(['digest', '--children', 'tea'])).toBe(2)
    expect(out()).toMatch(/is not a date[\s\S]*is not a split[\s\S]*There is no indicator/)
  })
})
