import { expect, test } from 'vitest'
import { payloadToday, referred, who } from './test-child.ts'
import { refusalsOf } from './validate.ts'

const good = payloadToday(who, ...referred) ?? {}
const refused = (more: Record<string, unknown>) =>
  refusalsOf({ ...good, ...more }).map(r => [r.path.join('.'), r.says])

test('a good payload passes', () => expect(refusalsOf(good)).toEqual([]))

test.each([
  ['no ID', { la_child_id: undefined }, 'la_child_id', 'it has no la_child_id'],
  ['a hyphen in the ID', { la_child_id: 'AB-1' }, 'la_child_id', 'character that may not stand'],
  ['an ID too long', { la_child_id: 'A'.repeat(21) }, 'la_child_id', '21 characters, and 20'],
  [
    'a pupil number too short',
    { child_details: { unique_pupil_number: 'A1' } },
    'child_details.unique_pupil_number',
    'must have 13',
  ],
  [
    'a code of nowhere',
    { child_details: { ethnicity: 'B2' } },
    'child_details.ethnicity',
    'not a national code',
  ],
  [
    'no such day',
    { child_details: { date_of_birth: '2014-02-30' } },
    'child_details.date_of_birth',
    'not a day',
  ],
  [
    'a score that is no whole number',
    { health_and_wellbeing: { sdq_assessments: [{ score: 3.5 }] } },
    'health_and_wellbeing.sdq_assessments.0.score',
    'not a whole number',
  ],
  [
    'one disability twice',
    { child_details: { disabilities: ['LD', 'LD'] } },
    'child_details.disabilities',
    'stands twice',
  ],
  [
    'thirteen disabilities',
    {
      child_details: {
        disabilities: [
          'NONE',
          'MOB',
          'HAND',
          'PC',
          'INC',
          'COMM',
          'LD',
          'HEAR',
          'VIS',
          'BEH',
          'CON',
          'AUT',
          'DDA',
        ],
      },
    },
    'child_details.disabilities',
    '13 are too many',
  ],
  [
    'a field that it does not take',
    { child_details: { nhs_number: '1' } },
    'child_details.nhs_number',
    'does not take',
  ],
  [
    'an episode without an ID',
    { social_care_episodes: [{}] },
    'social_care_episodes.0.social_care_episode_id',
    'it has no',
  ],
  ['a flag in words', { child_details: { uasc_flag: 'yes' } }, 'child_details.uasc_flag', 'yes or no'],
  ['a list that is none', { social_care_episodes: {} }, 'social_care_episodes', 'must be a list'],
])('%s is told', (_, more, path, says) => {
  const found = refused(more)
  expect(found).toHaveLength(1)
  expect(found[0]?.[0]).toBe(path)
  expect(found[0]?.[1]).toContain(says)
})
