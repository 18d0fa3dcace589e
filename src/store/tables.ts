import type { Generated, JSONColumnType } from 'kysely'
import type { Role, Sensitivity } from '../domain/access/roles.ts'
import type { FrameworkCode, SectionCode } from '../domain/improvement/framework.ts'
import type { Strand } from '../domain/improvement/library-strands.ts'
import type { ReportKind } from '../domain/improvement/reading/report.ts'
import type { Day, Instant } from '../domain/kernel/day.ts'
import type { SubjectKind } from '../domain/records/entry.ts'
import type { Answers } from '../domain/records/kinds/field.ts'
import type { SpellFacts, SpellKindCode } from '../domain/records/spell.ts'
import type { JsonObject } from '../domain/returns/daily/shape.ts'

type Json<T extends object> = JSONColumnType<T, string, string>

interface EntryRow {
  id: string
  subject: string
  seq: number
  type: string
  happened: Day
  recorded: Instant
  author: string
  answers: Json<Answers>
  words: string
  amends: string | null
  sensitivity: Sensitivity
  source: string | null
  previous: string | null
  hash: string
  /** The certificate under which what it said was disposed of. */
  disposed: string | null
}

interface HappeningRow {
  entry: string
  subject: string
  seq: number
  type: string
  happened: Day
  recorded: Instant
  author: string
  answers: Json<Answers>
  marks: string[]
  summary: string
  chronology: string | null
  sensitivity: Sensitivity
  source: string | null
  amended: number
  withdrawn: boolean
  needs_signature: string[]
  signed_by: string | null
  sent_back: string | null
  amends: string | null
}

interface ClockRow {
  subject: string
  series: string
  rule: string
  starts: Day
  started_by: string
  due: Day
  met: Day | null
  met_by: string | null
  ended: Day | null
  late_reason: string | null
  starts_at: Instant | null
  due_at: Instant | null
  met_at: Instant | null
}

interface PersonRow {
  subject: string
  code: string
  given_name: string | null
  family_name: string | null
  other_names: string | null
  unborn: boolean
  born: Day | null
  sex: string | null
  ethnicity: string | null
  disability: boolean | null
  nhs_number: string | null
  upn: string | null
  restricted: boolean
  named: string[]
  address: string | null
  merged: string | null
  siblings: string[]
  names: string
  keys: string[]
  moved: Day | null
}

/** What the Department holds of a child, by its daily feed, and why it would not take what came last. */
interface DailyFeedRow {
  subject: string
  code: string
  hash: string | null
  held: JSONColumnType<JsonObject, string | null, string | null> | null
  sent: Instant | null
  receipt: string | null
  refused: JSONColumnType<readonly string[], string | null, string | null> | null
  refused_hash: string | null
  tried: Instant
}

interface DailyRunRow {
  id: Generated<number>
  began: Instant
  /** When it was last heard of: a run that is silent for long has died. */
  seen: Instant
  ended: Instant | null
  sent: Generated<number>
  purged: Generated<number>
  refused: Generated<number>
  unchanged: Generated<number>
  /** Why it ended before its time. */
  stopped: string | null
}

interface StaffRow {
  subject: string
  name: string
  role: Role
  team: string | null
  working: boolean
  registered: boolean
  newly_qualified: Day | null
  agency: boolean
  /** Of a full-time post, in per cent. */
  share: number
  most: number | null
  reach: string | null
}

/** How somebody signs in: by a password, through their organisation, or not yet. */
interface AccountRow {
  worker: string
  username: string
  password: string | null
  email: string | null
  must_change: Generated<boolean>
  changed: Instant | null
  issuer: string | null
  issuer_subject: string | null
  /** The key of an authenticator app, in base32. */
  totp: string | null
  totp_begun: string | null
  /** The last step of half a minute whose code was taken: none is taken twice. */
  totp_step: number | null
  wrong: Generated<number>
  wrong_last: Instant | null
}

interface SessionRow {
  token: string
  worker: string
  csrf: string
  started: Instant
  expires: Instant
  id: Generated<string>
  seen: Instant
  device: Generated<string>
  address: Generated<string>
  means: Generated<string>
  wrong: Generated<number>
  wrong_last: Instant | null
  /** The session of the organisation's own sign-in that it came from. */
  there: string | null
}

interface PasskeyRow {
  id: string
  worker: string
  public_key: string
  counter: number
  transports: string[]
  name: string
  added: Instant
  used: Instant | null
}

interface LibraryReportRow {
  subject: string
  code: string
  file: string
  /** SHA-256 of the file it was read from. */
  hash: string
  framework: FrameworkCode
  kind: ReportKind
  authority: string | null
  /** The council, however its name is written: see `councilKey`. */
  council: string | null
  inspected_from: Day | null
  inspected_to: Day | null
  published: Day | null
  dated: Day | null
  grade: string | null
  /** 1, the best, to 4. */
  level: number | null
  /** What was graded, where not the whole. */
  grade_of: Strand | null
  unsure: number
  checked: boolean
}

interface LibraryPassageRow {
  subject: string
  place: number
  kind: 'area' | 'evidence'
  section: SectionCode | null
  mark: string | null
  heading: string | null
  text: string
  themes: string[]
  /** Made by the database, to be searched. */
  words: Generated<string>
}

/** A report that was sent to be read. Its bytes go when it has been. */
interface LibraryUploadRow {
  id: string
  name: string
  bytes: Buffer | null
  sent_by: string
  sent: Instant
  state: 'waiting' | 'loaded' | 'already' | 'failed'
  says: string | null
  /** The report it became, or is the same as. */
  code: string | null
}

/** The database as the migrations make it. A test compares the two. */
export interface Tables {
  migration: { name: string; at: Generated<Instant> }
  words: { hash: string; words: Json<object> }
  subject: { id: string; kind: SubjectKind; code: string; started: Instant }
  entry: EntryRow
  access_log: {
    id: Generated<number>
    at: Instant
    viewer: string | null
    action: string
    subject: string | null
    page: string
    allowed: boolean
    because: string
    detail: JSONColumnType<object, string | null, string | null> | null
    /** Its place in a chain, made by the database. */
    chain: Generated<string>
    seq: Generated<string>
    previous: string | null
    hash: Generated<string>
    disposed: string | null
  }
  chain_head: { chain: string; n: string; hash: string }
  person: PersonRow
  happening: HappeningRow
  spell: {
    subject: string
    kind: SpellKindCode
    key: string
    starts: Day
    ends: Day | null
    facts: Json<SpellFacts>
    opened_by: string
    closed_by: string | null
  }
  clock: ClockRow
  figure_kept: {
    code: string
    reading: string
    on: Day
    numerator: number
    denominator: number
    /** What was visible when it was counted: PostgreSQL’s own snapshot. */
    counted: string
    made: Generated<Instant>
  }
  figure_change: {
    day: Day
    xact: Generated<string>
    made: Generated<Instant>
    /** Days of whose figures `figure_moved` says what the change did to them, as all these readings. */
    told: Generated<Day[]>
    readings: string | null
  }
  figure_moved: {
    on: Day
    reading: string
    numerator: number
    denominator: number
    xact: Generated<string>
    made: Generated<Instant>
  }
  staff: StaffRow
  account: AccountRow
  session: SessionRow
  sign_in_step: { token: string; kind: string; worker: string | null; facts: Json<object>; expires: Instant }
  known_device: { token: string; worker: string; last: Instant; wrong: number }
  sign_in_wait: { key: string; wrong: number; last: Instant }
  one_time_code: { worker: string; hash: string; made_by: string | null; expires: Instant }
  recovery_code: { id: string; worker: string; hash: string }
  passkey: PasskeyRow
  draft: { owner: string; subject: string; form: string; typed: Json<object>; basis: number; saved: Instant }
  access_reason: {
    id: Generated<string>
    viewer: string
    subject: string
    reason: string
    given: Instant
    until: Instant
  }
  reason_review: {
    reason: string
    verdict: 'right' | 'wrong' | 'ask'
    words: string
    reviewer: string
    at: Instant
  }
  document: {
    subject: string
    hash: string
    type: string
    size: number
    bytes: Buffer
    scanned: string | null
    at: Instant
  }
  throttle: { name: string; since: Instant; n: number }
  outgoing: {
    id: string
    subject: string
    letter: string
    recipient: string
    about: string
    body: string
    tries: number
    next: Instant | null
    last: string | null
  }
  daily_feed: DailyFeedRow
  daily_run: DailyRunRow
  setting: { name: string; value: Json<object> }
  library_report: LibraryReportRow
  library_judgement: {
    subject: string
    place: number
    section: SectionCode
    area: string
    strand: Strand | null
    grade: string | null
    level: number | null
  }
  library_passage: LibraryPassageRow
  library_upload: LibraryUploadRow
}
