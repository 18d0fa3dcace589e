import { expect, test } from 'vitest'
import { readDepartment } from './config-department.ts'

const whole = {
  GOLDEN_THREAD_DFE_URL: 'https://feed.example.org/api/',
  GOLDEN_THREAD_DFE_KEY: 'secret-key',
  GOLDEN_THREAD_DFE_LA_CODE: '999',
}
const read = (env: Record<string, string>, demonstration = false) => {
  const faults: string[] = []
  return { department: readDepartment(env, demonstration, faults), faults }
}

test('nothing is sent where nothing is configured; three settings are enough', () => {
  expect(read({})).toEqual({ department: null, faults: [] })
  expect(read(whole)).toEqual({
    department: { url: 'https://feed.example.org/api', laCode: '999', key: 'secret-key', token: null },
    faults: [],
  })
})

test('a token needs all four of its settings', () => {
  const token = {
    GOLDEN_THREAD_DFE_TOKEN_URL: 'https://login.example.org',
    GOLDEN_THREAD_DFE_CLIENT: 'c',
    GOLDEN_THREAD_DFE_SECRET: 'secret-too',
  }
  expect(read({ ...whole, ...token }).faults.join()).toContain('_SCOPE')
  expect(read({ ...whole, ...token, GOLDEN_THREAD_DFE_SCOPE: 's' })).toMatchObject({
    department: { token: { client: 'c', scope: 's' } },
    faults: [],
  })
})

test.each([
  [{ GOLDEN_THREAD_DFE_KEY: 'secret-key' }, 'GOLDEN_THREAD_DFE_LA_CODE is missing'],
  [{ ...whole, GOLDEN_THREAD_DFE_URL: 'http://feed.example.org' }, 'must begin with https://'],
  [{ ...whole, GOLDEN_THREAD_DFE_LA_CODE: '99' }, 'three figures'],
])('what is wrong is said, and never a key: %#', (env, says) => {
  const { faults } = read(env)
  expect(faults.join('\n')).toContain(says)
  expect(faults.join('\n')).not.toContain('secret-key')
})

test('a demonstration sends nothing', () => {
  expect(read(whole, true).faults.join()).toContain('A demonstration')
})
