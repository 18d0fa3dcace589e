import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { main } from '../main.ts'

let folder: string
const said: string[] = []
const run = async (...given: readonly string[]) => {
  said.length = 0
  return { code: await main(['notices', ...given]), out: said.join('\n') }
}
const file = (name: string, ...lines: readonly string[]) => {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-notices-'))
  vi.stubEnv('GOLDEN_THREAD_DATA', join(folder, 'data'))
  vi.stubEnv('DATABASE_URL', '')
})
beforeEach(() => {
  for (const way of ['log', 'error'] as const)
    vi.spyOn(console, way).mockImplementation(text => void said.push(String(text)))
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const head = 'Incident number,Date of incident,Given names,Family name'

test('takes a file in, says what it could not take, and adds nothing the second time', async () => {
  const path = file('police.csv', head, 'E1,1/3/2026,Sam,Reed', 'E1,1/3/2026,Ivy,Reed', 'E2,,Odd,Marl')
  const first = await run('police', path)
  expect(first.code).toBe(1)
  expect(first.out).toContain('police.csv: 1 new contact about 2 children.')
  expect(first.out).toContain('Line 4: Date of incident is blank. Every notice needs it.')
  const again = await run('police', path)
  expect(again.out).toContain('police.csv: 0 new contacts about 0 children.')
  expect(again.out).toMatch(/Line 2: taken in before, as C\w{7}\n {2}Line 3: taken in before/)
  expect((await run('police', file('good.csv', head, 'E2,1/3/2026,Odd,Marl'))).code).toBe(0)
})

test.each([
  [['police'], 'Say which notices they are, and in which file.'],
  [['school', 'x.csv'], 'Say which notices they are, and in which file.'],
  [['hospital', '/nowhere/none.csv'], 'There is no file /nowhere/none.csv that can be read.'],
])('%j is not done, and it is said why', async (given, say) => {
  const { code, out } = await run(...given)
  expect([code, out]).toEqual([2, expect.stringContaining(say)])
})

test('a file that is none of this kind is refused whole, with every fault', async () => {
  const { code, out } = await run('hospital', file('wrong.csv', 'a,b', '1,2'))
  expect(code).toBe(2)
  expect(out).toContain('was not taken in.')
  expect(out).toContain('The column “Attendance number” is missing')
  expect(out).toContain('No column says who the child is')
})
