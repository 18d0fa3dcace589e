import { expect, test } from 'vitest'
import { derivedOf, miles, postcodesOf } from './places.ts'
import { linesFrame } from './sample.ts'

const places = new Map([
  ['ZZ11AA', { east: 400000, north: 300000, authority: 'E1' }],
  ['ZZ99ZZ', { east: 403218.688, north: 300000, authority: 'E2' }],
  ['ZZ50AA', { east: 0, north: 0, authority: null }],
])

test('two miles are two miles', () =>
  expect(miles({ east: 0, north: 0, authority: null }, { east: 3218.688, north: 0, authority: null })).toBe(
    2,
  ))

test('what is derived from postcodes, however they are spaced; blank where one is not known', () => {
  const episodes = linesFrame([
    'CHILD,HOME_POST,PL_POST',
    'A,ZZ1 1AA,zz99zz',
    'B,ZZ1 1AA,ZZ1  1AA',
    'C,,ZZ9 9ZZ',
    'D,ZZ1 1AA,QQ1 1QQ',
    'E,ZZ5 0AA,ZZ50AA',
  ])
  expect(derivedOf(episodes, places, 'E1')).toEqual({
    PL_LA: ['E2', 'E1', 'E2', null, null],
    PL_DISTANCE: ['2.0', '0.0', null, null, '0.0'],
    PL_LOCATION: ['OUT', 'IN', 'OUT', null, null],
  })
  expect(derivedOf(episodes, places, undefined)).not.toHaveProperty('PL_LOCATION')
  expect([...postcodesOf(episodes)].sort()).toEqual(['QQ11QQ', 'ZZ11AA', 'ZZ50AA', 'ZZ99ZZ'])
})
