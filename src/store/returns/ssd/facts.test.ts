import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { baby, child, life } from '../../../../test/support/life.ts'
import { memoryStore } from '../../../../test/support/memory.ts'
import { cast, workerEntry, workerSubject } from '../../../../test/support/people.ts'
import { model } from '../../../domain/returns/ssd/model.ts'
import type { Store } from '../../connection.ts'
import { appendAll } from '../../ledger.ts'
import { selectOf, views } from './views.ts'

let store: Store
beforeAll(async () => {
  store = await memoryStore()
  const staff = Object.values(cast)
  await store.db
    .transaction()
    .execute(tx =>
      appendAll(tx, [...staff.map(workerSubject), child, baby], [...staff.map(workerEntry), ...life]),
    )
})
afterAll(async () => await store.close())

const rows = async (object: string) =>
  (await sql.raw<Readonly<Record<string, unknown>>>(selectOf(object)).execute(store.db)).rows
const one = async (object: string, of: Record<string, unknown> = {}) =>
  (await rows(object)).find(r => Object.entries(of).every(([k, v]) => r[k] === v))

test('one full life shows in every object that has a source', async () => {
  const empty: string[] = []
  for (const object of Object.keys(views)) if ((await rows(object)).length === 0) empty.push(object)
  expect(empty).toEqual(['ssd_api_data_staging'])
})

test('who the child is', async () => {
  expect(await one('ssd_person', { pers_person_id: 'C1' })).toMatchObject({
    pers_dob: '2007-05-06',
    pers_common_child_id: '9991234567',
    pers_is_mother: 'Y',
    pers_expected_dob: null,
  })
  expect(
    (await rows('ssd_address'))
      .map(r => [
        r.addr_address_type,
        r.addr_address_postcode,
        r.addr_address_start_date,
        r.addr_address_end_date,
      ])
      .sort(),
  ).toEqual([
    ['Home', 'ZZ991AA', '2007-05-06', '2024-03-01'],
    ['Home', 'ZZ991AB', '2024-03-01', null],
    ['Placement', 'ZZ981AA', '2024-09-02', '2024-11-04'],
  ])
  expect((await rows('ssd_disability')).map(r => r.disa_disability_code)).toEqual(['LD', 'AUT'])
  expect(await rows('ssd_mother')).toMatchObject([
    { moth_person_id: 'C1', moth_childs_person_id: 'C2', moth_childs_dob: '2025-01-01' },
  ])
})

test('from the referral to the plans', async () => {
  const referral = life.find(e => e.type === 'referral-received')?.id
  expect(await one('ssd_cin_episodes')).toMatchObject({
    cine_referral_id: referral,
    cine_cin_primary_need_code: 'N1',
    cine_referral_source_desc: 'School',
    cine_referral_nfa: 'N',
    cine_referral_team: 'Oak',
  })
  expect(await one('ssd_cin_assessments')).toMatchObject({
    cina_referral_id: referral,
    cina_assessment_child_seen: 'Y',
    cina_assessment_auth_date: '2024-02-12',
    cina_assessment_outcome_nfa: 'N',
  })
  expect((await one('ssd_assessment_factors'))?.cinf_assessment_factors_json).toBe('["3B", "16A"]')
  expect(await rows('ssd_cin_visits')).toMatchObject([
    { cinv_cin_visit_date: '2024-02-20', cinv_cin_visit_seen: 'Y' },
  ])
  // Good Friday and Easter Monday, 29 March and 1 April 2024, are no working days.
  expect(await one('ssd_initial_cp_conference')).toMatchObject({
    icpc_icpc_target_date: '2024-04-22',
    icpc_icpc_date: '2024-04-19',
    icpc_icpc_outcome_cp_flag: 'Y',
  })
  expect(await one('ssd_cp_plans')).toMatchObject({
    cppl_cp_plan_initial_category: 'Neglect',
    cppl_cp_plan_latest_category: 'Emotional abuse',
  })
  expect((await one('ssd_cp_reviews'))?.cppr_cp_review_participation).toBe(
    'Represented by an advocate; Sent views',
  )
})

test('care, adoption and after', async () => {
  const care = await rows('ssd_cla_episodes')
  expect(
    care.map(r => [
      r.clae_cla_episode_start_date,
      r.clae_cla_episode_start_reason,
      r.clae_cla_episode_ceased_reason,
    ]),
  ).toEqual([
    ['2024-09-02', 'S', 'X1'],
    ['2024-11-04', 'B', 'E11'],
  ])
  expect(await one('ssd_cla_placement', { clap_cla_placement_type: 'U6' })).toMatchObject({
    clap_cla_placement_urn: 'SC1',
    clap_cla_placement_postcode: 'ZZ981AA',
    clap_cla_placement_change_reason: 'CARPL',
  })
  expect((await one('ssd_cla_reviews'))?.clar_cla_review_due_date).toBe('2024-09-30')
  expect(await one('ssd_permanence')).toMatchObject({
    perm_adm_decision_date: '2024-10-01',
    perm_placement_order_date: '2024-11-04',
    perm_placed_for_adoption_date: '2024-11-04',
    perm_matched_date: '2024-10-20',
    perm_permanence_order_date: '2025-05-06',
    perm_permanence_order_type: 'Adoption',
    perm_number_of_adopters: '2',
  })
  expect(await one('ssd_care_leavers')).toMatchObject({
    clea_care_leaver_accommodation: 'U1',
    clea_care_leaver_worker_id: 'W0',
  })
  expect(await one('ssd_missing')).toMatchObject({
    miss_missing_episode_type: 'Away',
    miss_missing_rhi_accepted: 'Y',
  })
})

test('workers, by their registration, and why they changed', async () => {
  expect(await one('ssd_involvements')).toMatchObject({
    invo_worker_change_reason: 'FCONTA',
    invo_professional_id: 'W0',
  })
  expect(await one('ssd_professionals', { prof_professional_id: 'W0' })).toMatchObject({
    prof_social_worker_registration_no: 'SW00000',
    prof_full_time_equivalency: 1,
    prof_agency_worker_flag: 'N',
  })
})

const shared = fileURLToPath(new URL('../../../../../shared/specs/ssd-model.json', import.meta.url))
test.skipIf(!existsSync(shared))('the objects and fields are those of the specification', () => {
  const { tables } = JSON.parse(readFileSync(shared, 'utf8'))
  const spec: Record<string, string[]> = {}
  for (const [name, fields] of Object.entries<readonly { name: string }[]>(tables))
    spec[name] = fields.map(f => f.name)
  expect(Object.fromEntries(Object.entries(model).map(([o, f]) => [o, Object.keys(f)]))).toEqual(spec)
})
