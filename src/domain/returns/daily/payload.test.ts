import { expect, test } from 'vitest'
import { childPayload } from './payload.ts'
import { payloadToday, referred, TODAY, testChild, WORKER, who } from './test-child.ts'
import { refusalsOf } from './validate.ts'

const episodes = (p: ReturnType<typeof payloadToday>) => {
  const list = p?.social_care_episodes
  return Array.isArray(list) ? list : []
}

test('an accepted referral: one episode, from the referral, with its assessment and worker; nothing refused', () => {
  const p = payloadToday(
    who,
    ...referred,
    ['allocation', { from: '2025-01-08', as: 'worker', worker: WORKER, team: 'Oak' }],
    ['assessment', { on: '2025-02-10', kind: 'single', outcome: 'child-in-need', factors: ['3B', '16A'] }],
    ['signature', { on: '2025-02-12' }, { amends: 'e5', happened: '2025-02-12' as never }],
  )
  expect(p).toEqual({
    la_child_id: 'Y9JR389F',
    mis_child_id: '01890a5d-ac96-774b-bcce-b302099a8057',
    child_details: {
      unique_pupil_number: 'A123456789012',
      first_name: 'Wren',
      surname: 'Pebble',
      date_of_birth: '2014-05-06',
      sex: 'F',
      ethnicity: 'MWAS',
      disabilities: ['NONE'],
      postcode: 'ZZ99 3AA',
    },
    social_care_episodes: [
      {
        social_care_episode_id: 'e2',
        referral_date: '2025-01-06',
        referral_source: '2A',
        referral_no_further_action_flag: false,
        care_worker_details: [{ worker_id: 'SW123456', start_date: '2025-01-08' }],
        child_and_family_assessments: [
          {
            child_and_family_assessment_id: 'e3',
            start_date: '2025-01-06',
            authorisation_date: '2025-02-12',
            factors: ['3B', '16A'],
          },
        ],
        child_in_need_plans: [{ child_in_need_plan_id: 'e6', start_date: '2025-02-12' }],
      },
    ],
  })
  expect(refusalsOf(p)).toEqual([])
})

test('each value names the entry that says it', () => {
  const said = childPayload(testChild(who, ...referred), TODAY)
  expect(said?.child_details).toMatchObject({ surname: { value: 'Pebble', from: 'e1' } })
  expect(said?.social_care_episodes).toMatchObject([
    { referral_source: { value: '2A', from: 'e2' }, referral_no_further_action_flag: { from: 'e3' } },
  ])
})

test('a referral turned down carries no work; one that waits has no decision; early help alone is not told', () => {
  const nfa = payloadToday(who, referred[0] ?? who, [
    'referral-decided',
    { decidedOn: '2025-01-07', decision: 'nfa', reasons: 'No need' },
  ])
  expect(episodes(nfa)).toEqual([
    {
      social_care_episode_id: 'e2',
      referral_date: '2025-01-06',
      referral_source: '2A',
      referral_no_further_action_flag: true,
    },
  ])
  const waits = payloadToday(who, referred[0] ?? who)
  expect(episodes(waits)).toMatchObject([{ social_care_episode_id: 'e2' }])
  expect(episodes(waits)[0]).not.toHaveProperty('referral_no_further_action_flag')
  expect(payloadToday(who)).toBeNull()
})

test('a case closed and opened again is two episodes, and each has its own plan', () => {
  const p = payloadToday(
    who,
    ...referred,
    ['protection-plan-started', { conferenceOn: '2025-03-03', category: 'NEG' }],
    ['protection-plan-ended', { endedOn: '2025-06-02', reason: 'safe' }],
    ['case-closed', { on: '2025-06-30', reason: 'RC7', why: 'Well' }],
    ['referral-received', { receivedOn: '2025-11-03', source: '6', concern: 'Again' }],
    [
      'referral-decided',
      { decidedOn: '2025-11-04', decision: 'protect', need: 'N1', reasons: 'Why', next: 'Now' },
    ],
    [
      'strategy-discussion',
      { on: '2025-11-04', took: ['police'], concern: 'Harm', enquiry: true, next: 'Visit' },
    ],
    ['enquiry-finished', { on: '2025-11-20', outcome: 'conference', views: '-', analysis: '-' }],
    ['protection-plan-started', { conferenceOn: '2025-11-24', category: 'PHY' }],
  )
  expect(episodes(p)).toMatchObject([
    {
      social_care_episode_id: 'e2',
      closure_date: '2025-06-30',
      closure_reason: 'RC7',
      child_protection_plans: [{ start_date: '2025-03-03', end_date: '2025-06-02' }],
    },
    {
      social_care_episode_id: 'e7',
      referral_source: '6',
      section_47_assessments: [
        {
          section_47_assessment_id: 'e9',
          start_date: '2025-11-04',
          icpc_required_flag: true,
          icpc_date: '2025-11-24',
          end_date: '2025-11-20',
        },
      ],
      child_protection_plans: [{ child_protection_plan_id: 'e11', start_date: '2025-11-24' }],
    },
  ])
  expect(refusalsOf(p)).toEqual([])
})

test('times in care: placements and legal statuses cut them, an unknown end is left blank, adoption stands beside', () => {
  const p = payloadToday(
    who,
    ['became-looked-after', { from: '2025-02-03', need: 'N1' }],
    ['legal-status', { from: '2025-02-03', status: 'C1' }],
    ['placement', { from: '2025-02-03', type: 'U6', carer: 'Mill Lane', address: 'ZZ99 1AA' }],
    ['placement', { from: '2025-04-01', type: 'U4', carer: 'Mill Lane', whyMoved: 'CARPL' }],
    ['legal-status', { from: '2025-06-02', status: 'E1' }],
    ['adoption-decision', { on: '2025-05-12' }],
    ['placement', { from: '2025-09-01', type: 'A6', carer: 'Elsewhere', whyMoved: 'CARPL' }],
    ['ceased-looked-after', { on: '2026-02-27', reason: 'E11' }],
  )
  expect(episodes(p)).toMatchObject([
    {
      social_care_episode_id: 'e2',
      child_looked_after_placements: [
        {
          child_looked_after_placement_id: 'e2',
          start_date: '2025-02-03',
          start_reason: 'S',
          placement_type: 'U6',
          postcode: 'ZZ99 1AA',
          end_date: '2025-04-01',
          end_reason: 'X1',
          change_reason: 'CARPL',
        },
        { start_date: '2025-04-01', start_reason: 'T', end_date: '2025-06-02', end_reason: 'X1' },
        { start_date: '2025-06-02', start_reason: 'L', end_date: '2025-09-01', change_reason: 'CARPL' },
        { start_date: '2025-09-01', start_reason: 'P', end_date: '2026-02-27', end_reason: 'E11' },
      ],
      adoption: { initial_decision_date: '2025-05-12', placed_date: '2025-09-01' },
    },
  ])
  expect(refusalsOf(p)).toEqual([])
})

test('an unborn child has an expected birth and is too young for a pupil number; an earlier number is kept', () => {
  const unborn = payloadToday(
    [
      'person-details',
      { asOf: '2026-01-05', unborn: true, familyName: 'Pebble', expected: '2026-04-20', sex: 'U' },
    ],
    ...referred,
  )
  expect(unborn?.child_details).toEqual({
    surname: 'Pebble',
    expected_date_of_birth: '2026-04-20',
    sex: 'U',
    unique_pupil_number_unknown_reason: 'UN1',
  })
  const moved = payloadToday(
    who,
    [who[0], { ...who[1], asOf: '2025-09-01', upn: 'B123456789012' }],
    ...referred,
  )
  expect(moved?.child_details).toMatchObject({
    unique_pupil_number: 'B123456789012',
    former_unique_pupil_number: 'A123456789012',
  })
})

test('asylum, questionnaires and leaving care are told; what was withdrawn is not', () => {
  const p = payloadToday(
    who,
    ['became-looked-after', { from: '2024-02-03', need: 'N8' }],
    ['unaccompanied', { from: '2024-02-03' }],
    ['sdq', { on: '2025-03-03', scored: true, score: 17 }],
    ['sdq', { on: '2025-04-03', scored: true, score: 3 }],
    ['ceased-looked-after', { on: '2026-02-02', reason: 'E5' }],
    ['care-leaver-contact', { on: '2026-03-02', touch: 'YES', activity: 'F2', home: 'U', suitable: true }],
    ['withdrawal', { why: 'Another child' }, { amends: 'e5' }],
  )
  expect(p).toMatchObject({
    child_details: { uasc_flag: true },
    health_and_wellbeing: { sdq_assessments: [{ date: '2025-03-03', score: 17 }] },
    social_care_episodes: [
      { care_leavers: { contact_date: '2026-03-02', activity: 'F2', accommodation: 'U' } },
    ],
  })
  expect(refusalsOf(p)).toEqual([])
})
