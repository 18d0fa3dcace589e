import { describe, expect, test } from 'vitest'
import { gatherConsole, type Spoken } from './console.ts'
import { factsOf } from './error-facts.ts'
import { type FORMATS, LEVELS, sayTo } from './say.ts'

const NOW = '2026-11-21T18:00:00.000Z'

function heard(least: (typeof LEVELS)[number], format: (typeof FORMATS)[number]) {
  const lines: string[] = []
  return {
    lines,
    say: sayTo(
      line => lines.push(line),
      least,
      format,
      () => NOW,
    ),
  }
}

describe('what is said', () => {
  test('is a line of JSON each, whose own words no fact takes over', () => {
    const { lines, say } = heard('info', 'json')
    say('warn', 'A thing\nhappened', { status: 500, says: 'other', level: 'debug', time: 'never' })
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain('\n')
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      time: NOW,
      level: 'warn',
      says: 'A thing\nhappened',
      status: 500,
    })
  })

  test('is in plain words for whoever sits before it', () => {
    const { lines, say } = heard('info', 'text')
    say('info', 'Stopped')
    say('warn', 'Slow', { seconds: 3 })
    expect(lines).toEqual(['Stopped', 'warn: Slow seconds=3'])
  })

  test.each(LEVELS.map((level, i) => [level, i + 1] as const))(
    'at %s it is %i levels of four',
    (least, n) => {
      const { lines, say } = heard(least, 'json')
      for (const level of LEVELS) say(level, 'x')
      expect(lines.map(l => JSON.parse(l).level)).toEqual(LEVELS.slice(0, n))
    },
  )
})

describe('what is said of a fault', () => {
  const named = 'Posy Wren of 3 Mill Lane'

  test('is never its message, nor what a database says of the row', () => {
    const error = Object.assign(new Error(`duplicate key: ${named}\n    at ${named} (/x.ts:1:1)`), {
      code: '23505',
      table: 'person',
      constraint: 'person_pkey',
      detail: `Key (name)=(${named}) already exists.`,
      where: named,
      column: named,
    })
    const facts = factsOf(new TypeError(named, { cause: error }))
    expect(JSON.stringify(facts)).not.toMatch(/Posy|Mill/)
    expect(facts).toMatchObject({
      error: 'TypeError',
      cause_error: 'Error',
      cause_code: '23505',
      cause_table: 'person',
      cause_constraint: 'person_pkey',
    })
  })

  test('is where it happened', () => {
    const facts = factsOf(new RangeError('x'))
    expect(facts.at).toMatch(/say\.test\.ts:\d+:\d+/)
  })

  test.each(['Posy', null, undefined, { name: 'Posy' }])('that is no error is its kind: %o', thrown =>
    expect(JSON.stringify(factsOf(thrown))).toBe(JSON.stringify({ error: typeof thrown })),
  )
})

test('whatever speaks to the console is heard, and its words are left out', () => {
  const { lines, say } = heard('info', 'json')
  const deaf = () => {}
  const spoken: Spoken = { error: deaf, warn: deaf, log: deaf, info: deaf, debug: deaf, trace: deaf }
  gatherConsole(say, spoken)
  spoken.warn('Warning: Posy Wren could not be read')
  spoken.error('It failed:', new TypeError('Posy Wren'))
  expect(lines.join()).not.toContain('Posy')
  expect(lines.map(l => JSON.parse(l))).toEqual([
    expect.objectContaining({ level: 'warn', via: 'warn' }),
    expect.objectContaining({ level: 'error', via: 'error', error: 'TypeError' }),
  ])
})
