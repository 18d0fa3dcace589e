import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPlaces } from './postcodes.ts'
import { readProviders } from './providers.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-lookups-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))
const put = async (content: string | Uint8Array) => {
  const path = join(folder, 'list.csv')
  await writeFile(path, content)
  return path
}

async function places(content: string, ...wanted: readonly string[]) {
  const found = await readPlaces(await put(content), new Set(wanted))
  return found.ok ? [...found.value] : found.error.wrong
}

test('postcodes: those that are wanted, under the names of any edition', async () => {
  const found = [['AA11AA', { east: 400000, north: 200000, authority: 'E1' }]]
  const row = 'AA1 1AA,400000,200000,E1\nAA1 1AB,1,1,E1\n'
  for (const head of ['pcds,oseast1m,osnrth1m,oslaua', '\uFEFFPostcode,Easting,Northing,lad25cd'])
    expect(await places(`${head}\n${row}`, 'AA11AA')).toEqual(found)
})

test('postcodes: one without a place is not known; one without an authority is', async () => {
  const head = 'pcds,oseast1m,osnrth1m,oslaua\n'
  expect(await places(`${head}AA1 1AA,,,E1\nAA1 1AB,5,6,\nAA1 1AC\n`, 'AA11AA', 'AA11AB', 'AA11AC')).toEqual([
    ['AA11AB', { east: 5, north: 6, authority: null }],
  ])
})

test('postcodes: another file is refused, and said what it lacks', async () => {
  expect(await places('URN,NAME\n1,x\n')).toBe('Its first line names no postcodes.')
  expect(await places('pcds,NAME\n1,x\n')).toBe('Its first line names no eastings and northings.')
  const none = await readPlaces(join(folder, 'none.csv'), new Set())
  expect(none.ok || none.error.wrong).toBe('There is no such file of postcodes.')
})

async function providers(content: string | Uint8Array) {
  const found = await readProviders(await put(content))
  return found.ok ? found.value : found.error.wrong
}

test('providers: columns under the names of any edition; those that are not there are not given', async () => {
  const found = await providers('Setting URN,Registration end date,Other\nSC1,31/03/2025,x\nSC2,,\n')
  if (typeof found === 'string') throw new Error(found)
  expect([found.text('URN'), found.days('REG_END')[0], found.given.has('POSTCODE')]).toEqual([
    ['SC1', 'SC2'],
    20178,
    false,
  ])
})

test('providers: what is no such list is refused', async () => {
  expect(await providers('NAME\nx\n')).toBe('Its first line has no column URN.')
  expect(await providers('')).toBe('The file is empty.')
  expect(await providers(Buffer.from('PK\x03\x04x', 'latin1'))).toBe('This is a ZIP file, not CSV.')
  const none = await readProviders(join(folder, 'none.csv'))
  expect(none.ok || none.error.wrong).toBe('There is no such list of providers.')
})
