import { describe, expect, test } from 'vitest'
import { readsAsTasks } from './reflection.ts'

describe('a reflection that reads as a list of tasks', () => {
  test.each([
    ['', true],
    ['All fine.', true],
    ['Chase the school.\nBook the visit.\nUpdate the plan.', true],
    [
      '- ring school about attendance figures for the term\n- book the health assessment with the clinic\n- update the plan and send it to dad\n- write up the visit and file the letter from the surgery',
      true,
    ],
    ['We wondered why he goes quiet when his uncle is named.', false],
    ['Amy felt stuck: perhaps we had both taken mum’s word for it because she is easy to talk to.', false],
    [
      'The family has had four workers in two years and tells the story again each time. The children look after their mother more than she looks after them, and everyone around them has got used to it over the years.',
      false,
    ],
    ['I think so.', true],
  ])('%j: %s', (words, is) => expect(readsAsTasks(words)).toBe(is))
})
