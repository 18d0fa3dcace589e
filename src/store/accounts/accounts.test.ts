import { scryptSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../domain/kernel/day.ts'
import { deviceWords, nearWords } from './from.ts'
import { isOldSeal, newCode, opens, readCode, seal } from './password.ts'
import { passwordFault } from './password-rules.ts'
import { base32, newTotpKey, stepAt, stepOf, totpAddress, totpAt } from './totp.ts'

describe('a password', () => {
  test('is kept by Argon2id with a salt of its own, and opens to itself alone', async () => {
    const [a, b] = [await seal('three small red boats'), await seal('three small red boats')]
    expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(a).not.toBe(b)
    expect(await opens(a, 'three small red boats')).toBe(true)
    expect(await opens(a, 'three small red boat')).toBe(false)
    expect([isOldSeal(a), isOldSeal('$argon2id$v=19$m=4096,t=1,p=1$x$y')]).toEqual([false, true])
  })

  test('kept by scrypt before still opens', async () => {
    const salt = Buffer.from('0123456789abcdef')
    const hash = scryptSync('an older one', salt, 32, { N: 32768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 })
    const kept = `${salt.toString('base64')}$${hash.toString('base64')}`
    expect([await opens(kept, 'an older one'), await opens(kept, 'another'), isOldSeal(kept)]).toEqual([
      true,
      false,
      true,
    ])
    expect(await opens('', '')).toBe(false)
  })

  test.each([
    'three small red boats',
    'Ein kurzer, guter Satz',
    'πολλά μικρά καράβια',
    'x9$Kq2!vLm7#',
    'kettle umbrella seven',
    `${'wren '.repeat(25)}and`,
  ])('%j may be taken', password =>
    expect(passwordFault(password, ['amy.thistle', 'Thimble Council'])).toBeUndefined(),
  )

  test.each([
    'short',
    'eleven chars'.slice(0, 11),
    'x'.repeat(129),
    'aaaaaaaaaaaa',
    'password1234',
    'Passw0rd!2026',
    'P@ssw0rd12345',
    'passwordpassword',
    '1234567890123',
    '9876543210987',
    'qwertyuiopas',
    'abcdefghijkl',
    'Liverpool2026!',
    'letmein!!!!!',
    'Amy.Thistle1',
    'amythistle2026',
    'ThimbleCouncil1',
  ])('%j is refused, and says what to do', password =>
    expect(passwordFault(password, ['amy.thistle', 'Thimble Council'])).toMatch(
      /Use 12|words that do not|128/,
    ),
  )

  test('whatever is typed, is judged without a fault', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), typed => {
        const said = passwordFault(typed)
        if ([...typed].length < 12 || [...typed].length > 128) expect(said).toBeDefined()
      }),
    ))
})

test('a code is read however it is typed, and is none where it has not sixteen letters', () => {
  const code = newCode()
  expect(code).toMatch(/^(?:[2-9A-HJKMNP-Z]{4}-?){4}$/)
  expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
  expect([readCode(''), readCode('123456'), readCode(`${code}A`)]).toEqual(['', '', ''])
  expect(new Set(Array.from({ length: 50 }, newCode)).size).toBe(50)
})

describe('the code of an authenticator app', () => {
  const key = base32(Buffer.from('12345678901234567890'))
  const at = (seconds: number) => new Date(seconds * 1000).toISOString() as Instant

  // RFC 6238, appendix B, of its eight figures the last six.
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %d s is %s', (seconds, code) => {
    expect(totpAt(key, stepAt(at(seconds)))).toBe(code)
    expect(stepOf(key, ` ${code.slice(0, 3)} ${code.slice(3)}`, at(seconds), null)).toBe(stepAt(at(seconds)))
  })

  test('is taken half a minute before and after, no further, and not twice', () => {
    const now = at(1_780_000_000)
    const step = stepAt(now)
    for (const by of [-1, 0, 1]) expect(stepOf(key, totpAt(key, step + by), now, null)).toBe(step + by)
    for (const by of [-3, -2, 2, 3]) expect(stepOf(key, totpAt(key, step + by), now, null)).toBeUndefined()
    expect(stepOf(key, totpAt(key, step), now, step)).toBeUndefined()
    expect(stepOf(key, totpAt(key, step + 1), now, step)).toBe(step + 1)
    // A clock that was put back does not make an old code good again.
    expect(stepOf(key, totpAt(key, step - 20), at(1_780_000_000 - 600), step)).toBeUndefined()
  })

  test('nothing else is', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), typed => {
        const code = totpAt(key, stepAt(at(1_780_000_000)))
        fc.pre(!typed.replaceAll(/\s/g, '').match(/^\d{6}$/))
        expect(code).not.toBe(typed)
        expect(stepOf(key, typed, at(1_780_000_000), null)).toBeUndefined()
      }),
    ))

  test('its address is as apps read it', () => {
    const address = new URL(totpAddress(newTotpKey(), 'Thimble Council', 'amy.thistle'))
    expect([address.protocol, address.host, address.pathname]).toEqual([
      'otpauth:',
      'totp',
      '/Thimble%20Council%3Aamy.thistle',
    ])
    expect(address.searchParams.get('secret')).toMatch(/^[A-Z2-7]{32}$/)
    expect(address.search).not.toContain('+')
  })
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge on Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1',
    'Safari on an iPhone',
  ],
  ['<script>', 'A browser'],
])('%s is %s', (agent, words) => expect(deviceWords(agent)).toBe(words))

test.each([
  ['10.20.30.40', '10.20.30.…'],
  ['::ffff:10.20.30.40', '10.20.30.…'],
  ['2001:db8:1:2:3::4', '2001:db8:1:…'],
  ['', ''],
])('an address %s is kept as %s', (address, near) => expect(nearWords(address)).toBe(near))
