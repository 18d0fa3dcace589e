import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generate } from '../../seed/generate.ts'
import { small } from '../../seed/profiles/small.ts'
import { day } from '../../src/domain/kernel/day.ts'
import type { Store } from '../../src/store/connection.ts'
import { appendAll } from '../../src/store/ledger.ts'
import { shelve } from '../../src/store/queries/library-shelve.ts'
import { projectionDigests, rebuild } from '../../src/store/rebuild.ts'
import type { Tables } from '../../src/store/tables.ts'
import { verify } from '../../src/store/verify.ts'
import { HERE, SOMEONE } from './given.ts'
import { invented } from './library.ts'

type Nullness<V> = null extends V ? 'may be null' : 'never null'
type Shape = { readonly [T in keyof Tables]: { readonly [C in keyof Tables[T]]-?: Nullness<Tables[T][C]> } }

const text = 'never null'
const blank = 'may be null'

/** What `Tables` says, where a test can read it: it does not compile where the two differ. */
const shape: Shape = {
  migration: { name: text, at: text },
  words: { hash: text, words: text },
  subject: { id: text, kind: text, code: text, started: text },
  entry: {
    id: text,
    subject: text,
    seq: text,
    type: text,
    happened: text,
    recorded: text,
    author: text,
    answers: text,
    words: text,
    amends: blank,
    sensitivity: text,
    source: blank,
    previous: blank,
    hash: text,
    disposed: blank,
  },
  access_log: {
    id: text,
    at: text,
    viewer: blank,
    action: text,
    subject: blank,
    page: text,
    allowed: text,
    because: text,
    detail: blank,
    chain: text,
    seq: text,
    previous: blank,
    hash: text,
    disposed: blank,
  },
  chain_head: { chain: text, n: text, hash: text },
  figure_kept: {
    code: text,
    reading: text,
    on: text,
    numerator: text,
    denominator: text,
    counted: text,
    made: text,
  },
  figure_change: { day: text, xact: text, made: text, told: text, readings: blank },
  figure_moved: { on: text, reading: text, numerator: text, denominator: text, xact: text, made: text },
  person: {
    subject: text,
    code: text,
    given_name: blank,
    family_name: blank,
    other_names: blank,
    unborn: text,
    born: blank,
    sex: blank,
    ethnicity: blank,
    disability: blank,
    nhs_number: blank,
    upn: blank,
    restricted: text,
    named: text,
    address: blank,
    merged: blank,
    siblings: text,
    names: text,
    keys: text,
    moved: blank,
  },
  happening: {
    entry: text,
    subject: text,
    seq: text,
    type: text,
    happened: text,
    recorded: text,
    author: text,
    answers: text,
    marks: text,
    summary: text,
    chronology: blank,
    sensitivity: text,
    source: blank,
    amended: text,
    withdrawn: text,
    needs_signature: text,
    signed_by: blank,
    sent_back: blank,
    amends: blank,
  },
  spell: {
    subject: text,
    kind: text,
    key: text,
    starts: text,
    ends: blank,
    facts: text,
    opened_by: text,
    closed_by: blank,
  },
  clock: {
    subject: text,
    series: text,
    rule: text,
    starts: text,
    started_by: text,
    due: text,
    met: blank,
    met_by: blank,
    ended: blank,
    late_reason: blank,
    starts_at: blank,
    due_at: blank,
    met_at: blank,
  },
  staff: {
    subject: text,
    name: text,
    role: text,
    team: blank,
    working: text,
    registered: text,
    newly_qualified: blank,
    agency: text,
    share: text,
    most: blank,
    reach: blank,
  },
  document: { subject: text, hash: text, type: text, size: text, bytes: text, scanned: blank, at: text },
  throttle: { name: text, since: text, n: text },
  outgoing: {
    id: text,
    subject: text,
    letter: text,
    recipient: text,
    about: text,
    body: text,
    tries: text,
    next: blank,
    last: blank,
  },
  daily_feed: {
    subject: text,
    code: text,
    hash: blank,
    held: blank,
    sent: blank,
    receipt: blank,
    refused: blank,
    refused_hash: blank,
    tried: text,
  },
  daily_run: {
    id: text,
    began: text,
    seen: text,
    ended: blank,
    sent: text,
    purged: text,
    refused: text,
    unchanged: text,
    stopped: blank,
  },
  account: {
    worker: text,
    username: text,
    password: blank,
    email: blank,
    must_change: text,
    changed: blank,
    issuer: blank,
    issuer_subject: blank,
    totp: blank,
    totp_begun: blank,
    totp_step: blank,
    wrong: text,
    wrong_last: blank,
  },
  session: {
    token: text,
    worker: text,
    csrf: text,
    started: text,
    expires: text,
    id: text,
    seen: text,
    device: text,
    address: text,
    means: text,
    wrong: text,
    wrong_last: blank,
    there: blank,
  },
  sign_in_step: { token: text, kind: text, worker: blank, facts: text, expires: text },
  known_device: { token: text, worker: text, last: text, wrong: text },
  sign_in_wait: { key: text, wrong: text, last: text },
  one_time_code: { worker: text, hash: text, made_by: blank, expires: text },
  recovery_code: { id: text, worker: text, hash: text },
  passkey: {
    id: text,
    worker: text,
    public_key: text,
    counter: text,
    transports: text,
    name: text,
    added: text,
    used: blank,
  },
  draft: { owner: text, subject: text, form: text, typed: text, basis: text, saved: text },
  access_reason: { id: text, viewer: text, subject: text, reason: text, given: text, until: text },
  reason_review: { reason: text, verdict: text, words: text, reviewer: text, at: text },
  setting: { name: text, value: text },
  library_report: {
    subject: text,
    code: text,
    file: text,
    hash: text,
    framework: text,
    kind: text,
    authority: blank,
    council: blank,
    inspected_from: blank,
    inspected_to: blank,
    published: blank,
    dated: blank,
    grade: blank,
    level: blank,
    grade_of: blank,
    unsure: text,
    checked: text,
  },
  library_judgement: {
    subject: text,
    place: text,
    section: text,
    area: text,
    strand: blank,
    grade: blank,
    level: blank,
  },
  library_passage: {
    subject: text,
    place: text,
    kind: text,
    section: blank,
    mark: blank,
    heading: blank,
    text,
    themes: text,
    words: text,
  },
  library_upload: {
    id: text,
    name: text,
    bytes: blank,
    sent_by: text,
    sent: text,
    state: text,
    says: blank,
    code: blank,
  },
}

/** What the rest of the store promises, whatever the database: run on both. */
export function storeContract(open: () => Promise<Store>): void {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(async () => await store.close())

  test('the tables are what the product takes them to be', async () => {
    // As the application: a table it may not read is not listed to it.
    const { rows } = await sql<{ t: string; c: string; n: string }>`
      select table_name as t, column_name as c, is_nullable as n from information_schema.columns
      where table_schema = 'public'`.execute(store.db)
    const found: Record<string, Record<string, string>> = {}
    for (const { t, c, n } of rows) found[t] = { ...found[t], [c]: n === 'YES' ? blank : text }
    expect(found).toEqual(shape)
  })

  test('the application may change what it folds, and only add to the truth', async () => {
    const { rows } = await sql<{ t: string; p: string }>`
      select table_name as t, privilege_type as p from information_schema.role_table_grants
      where grantee = 'golden_thread_app' and table_schema = 'public'`.execute(store.db)
    const may = (t: string) =>
      rows
        .filter(r => r.t === t)
        .map(r => r.p)
        .sort()
    for (const t of ['entry', 'access_log', 'words', 'subject', 'access_reason', 'reason_review'])
      expect(may(t), t).toEqual(['INSERT', 'SELECT'])
    expect(may('migration')).toEqual(['SELECT'])
    for (const t of ['person', 'happening', 'spell', 'clock', 'staff', 'library_report', 'library_passage'])
      expect(may(t), t).toEqual(['DELETE', 'INSERT', 'SELECT', 'UPDATE'])
  })

  test('an invented authority is folded the same again, and every chain holds', async () => {
    const made = generate(small, day('2026-03-10'))
    await store.db.transaction().execute(async tx => {
      await appendAll(tx, made.subjects, made.entries)
      await shelve(
        tx,
        { file: 'tarn.pdf', hash: 'a'.repeat(64), report: invented() },
        { author: SOMEONE, now: HERE },
      )
    })
    const before = await projectionDigests(store.db)
    expect(Object.values(before).every(d => d.length === 32)).toBe(true)
    const counts = await store.db.transaction().execute(tx => rebuild(tx))
    expect(counts).toEqual({ files: made.subjects.length + 1, entries: made.entries.length + 1 })
    expect(await projectionDigests(store.db)).toEqual(before)
    expect(await verify(store.db)).toMatchObject({ entries: made.entries.length + 1, faults: [] })
  })

  test('a rebuild that fails leaves everything as it was', async () => {
    const before = await projectionDigests(store.db)
    await expect(
      store.db.transaction().execute(async tx => {
        await rebuild(tx)
        throw new Error('the power went')
      }),
    ).rejects.toThrow('the power went')
    expect(await projectionDigests(store.db)).toEqual(before)
  })
}
