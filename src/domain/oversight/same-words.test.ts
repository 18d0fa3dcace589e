import { describe, expect, test } from 'vitest'
import { sameWords, type Writing } from './same-words.ts'

const LONG = 'He showed me his room and talked about football, and said that he likes his school.'
const by = (child: string, entry: string, words: string, author = 'amy'): Writing => ({
  child,
  entry,
  author,
  words,
})

describe('the same words twice', () => {
  test('of two children, whatever the capitals and stops', () => {
    const found = sameWords([
      by('a', '1', LONG),
      by('b', '2', `${LONG.toUpperCase()} !`),
      by('c', '3', `${LONG} Not so.`),
    ])
    expect([...found]).toEqual([
      ['a', ['1']],
      ['b', ['2']],
    ])
  })
  test('of one child on two days', () =>
    expect([...sameWords([by('a', '1', LONG), by('a', '2', LONG)])]).toEqual([['a', ['1', '2']]]))
  test('short words, or those of two authors, say nothing', () => {
    expect(sameWords([by('a', '1', 'Fine.'), by('b', '2', 'Fine.')]).size).toBe(0)
    expect(sameWords([by('a', '1', ''), by('b', '2', '')]).size).toBe(0)
    expect(sameWords([by('a', '1', LONG), by('b', '2', LONG, 'bo')]).size).toBe(0)
  })
})
