import type { Role, Viewer } from '../../src/domain/access/roles.ts'
import { addDays, day, type Instant } from '../../src/domain/kernel/day.ts'
import type { NewEntry, NewSubject } from '../../src/domain/records/entry.ts'
import { newId } from '../../src/store/ids.ts'
import { type GivenFile, givenFile } from './children.ts'
import { details, given, givenSubject } from './given.ts'
import { cast, workerEntry } from './people.ts'

const beside = (name: string, role: Role, team: string | null = null): Viewer => ({
  id: newId('2020-01-01T00:00:00.000Z' as Instant),
  name,
  role,
  team,
})

/** Who walks for each role. A role that is not here does not compile, and fails the walk: nobody may come in unwalked. */
export const walkers: Readonly<Record<Role, Viewer>> = {
  'social-worker': cast.worker,
  'family-support': beside('Ann Other', 'family-support', 'Oak'),
  'lead-practitioner': beside('Ben Other', 'lead-practitioner', 'Elm'),
  'team-manager': cast.manager,
  'service-manager': beside('Cat Other', 'service-manager'),
  'reviewing-officer': cast.reviewer,
  'conference-chair': beside('Dan Other', 'conference-chair'),
  'out-of-hours': cast.nights,
  'looked-after-nurse': beside('Eve Other', 'looked-after-nurse'),
  'personal-adviser': beside('Fay Other', 'personal-adviser'),
  'virtual-head': beside('Gil Other', 'virtual-head'),
  'foster-carer': beside('Hux Other', 'foster-carer'),
  'young-person': beside('A young person', 'young-person'),
  auditor: cast.auditor,
  'performance-analyst': cast.analyst,
  director: cast.director,
  'elected-member': cast.member,
  inspector: cast.inspector,
  'designated-officer': cast.officer,
  administrator: cast.administrator,
}

/** Those of them who are not of the cast, and so stand in no staff file yet. */
const hired = Object.values(walkers).filter(v => !Object.values<Viewer>(cast).includes(v))

/**
 * A child of the matrix: how the file is held, said by hand, and words that stand in it and nowhere else. `told` stands
 * in its entries, `whispered` in confidential ones, so that wherever one of them is read it is known whose it was.
 */
export interface Held {
  readonly key: string
  readonly file: GivenFile
  readonly name: readonly [given: string, family: string]
  readonly told: string
  readonly whispered: string
  /** What somebody outside said who made contact about the child, and what was decided on it. */
  readonly rang: string
  /** What stands in each part of the file that is opened by itself. */
  readonly parts: Readonly<Partial<Record<Role, string>>>
  readonly worker: Viewer | null
  readonly reviewing: Viewer | null
  readonly named: readonly Viewer[] | null
  readonly sampledBy: readonly Viewer[]
  /** With whom the child is placed, of those with an account. */
  readonly carer: Viewer | null
  /** Whose account it is that the file is about. */
  readonly self: Viewer | null
}

const today = day('2026-03-10')
const ago = (n: number) => addDays(today, -n)

interface Asked {
  readonly key: string
  readonly code: string
  readonly name: readonly [given: string, family: string]
  readonly worker?: Viewer | null
  readonly reviewing?: Viewer
  readonly named?: readonly Viewer[]
  readonly sampledBy?: readonly Viewer[]
  readonly carer?: Viewer
  readonly self?: Viewer
  /** Closed to all but those named by something else than a restriction. */
  readonly closes?: true
  readonly more?: (id: string) => readonly NewEntry[]
}

/** An entry in each part of the file. */
const inParts = (id: string, words: Held['parts'], carer: Viewer | null): readonly NewEntry[] => [
  given(id, 'looked-after-review', {
    heldOn: ago(12),
    participation: 'PN1',
    decisions: words['young-person'],
  }),
  given(id, 'placement-arranged', {
    on: ago(60),
    account: carer?.id ?? newId('2020-01-01T00:00:00.000Z' as Instant),
    from: ago(55),
    know: words['foster-carer'],
  }),
  ...(carer
    ? [given(id, 'placement', { from: ago(55), type: 'U6', carer: 'Mill Lane', account: carer.id })]
    : []),
  given(id, 'dental-check', { on: ago(50), note: words['looked-after-nurse'] }),
  given(id, 'education-plan', {
    on: ago(45),
    stage: 'agreed',
    views: words['virtual-head'],
    progress: 'expected',
    targets: 'Read',
    knows: true,
  }),
  given(id, 'pathway-plan', {
    on: ago(40),
    stage: 'first',
    said: words['personal-adviser'],
    home: 'Here',
    work: 'College',
    well: 'Dentist',
    agreed: true,
  }),
]

/** Entries of many kinds, each with the words by which a reader of them is found out. */
const entries = (id: string, told: string, whispered: string): readonly NewEntry[] => [
  given(id, 'case-note', { on: ago(20), what: 'call', about: told, note: told, significant: 'yes' }),
  given(id, 'managers-decision', { on: ago(9), decision: told, reason: told, next: told }, by(cast.manager)),
  given(id, 'case-supervision', { on: ago(40), thinking: told, decision: told, next: told, by: ago(2) }),
  given(id, 'statutory-visit', { visitedOn: ago(15), seen: 'alone', views: told, next: told }),
  given(id, 'missing-episode', { from: ago(1), kind: 'M', told }),
  given(id, 'contact', {
    receivedOn: ago(30),
    sort: 'worry',
    source: '2A',
    about: told,
    outcome: 'nfa',
    reasons: told,
  }),
  given(
    id,
    'case-note',
    { on: ago(5), what: 'call', about: whispered, note: whispered, significant: 'yes' },
    { sensitivity: 'confidential' },
  ),
  given(
    id,
    'managers-decision',
    { on: ago(4), decision: whispered, reason: whispered, next: whispered },
    { ...by(cast.manager), sensitivity: 'confidential' },
  ),
]

const by = (v: Viewer) => ({ author: v.id })

function held({ key, code, name, worker = cast.worker, ...more }: Asked): Held {
  const told = `told${name[0].toLowerCase()}x`
  const whispered = `whispered${name[0].toLowerCase()}x`
  const rang = `rang${name[0].toLowerCase()}x`
  const { reviewing = null, named = null, sampledBy = [], carer = null, self = null, closes } = more
  const part = (what: string) => `${what}${name[0].toLowerCase()}x`
  const parts = {
    'looked-after-nurse': part('teeth'),
    'virtual-head': part('school'),
    'personal-adviser': part('pathway'),
    'foster-carer': part('settle'),
    'young-person': part('decided'),
  }
  const file = givenFile({
    code,
    name,
    worker,
    ...(reviewing ? { reviewing } : {}),
    ...(named && !closes ? { named } : {}),
    more: id => [...entries(id, told, whispered), ...inParts(id, parts, carer), ...(more.more?.(id) ?? [])],
  })
  return { key, file, name, told, whispered, rang, parts, worker, reviewing, named, sampledBy, carer, self }
}

const own = held({
  key: 'own',
  code: 'QWNA2222',
  name: ['Quillon', 'Ownaby'],
  reviewing: cast.reviewer,
})
const sealed = held({
  key: 'sealed',
  code: 'SEAL4444',
  name: ['Sealwyn', 'Closedge'],
  worker: null,
  // The record of the adoption closes it, and nothing else.
  named: [cast.director],
  closes: true,
  more: id => [
    given(id, 'relationship', { kind: 'sibling', child: own.file.subject.id, from: day('2026-01-05') }),
    given(id, 'ceased-looked-after', { on: ago(30), reason: 'E12', named: cast.director.id }),
  ],
})

export const heldChildren: readonly Held[] = [
  own,
  held({
    key: 'team',
    code: 'TEAM3333',
    name: ['Tamsett', 'Teamley'],
    worker: cast.colleague,
    carer: walkers['foster-carer'],
    // Own and team are brothers and sisters of a child whose file is closed: nothing of it may come with them.
    more: id => [
      given(id, 'relationship', { kind: 'sibling', child: own.file.subject.id, from: day('2026-01-05') }),
    ],
  }),
  held({
    key: 'other',
    code: 'QTHR4444',
    name: ['Othwell', 'Elsewyn'],
    worker: cast.stranger,
    self: walkers['young-person'],
  }),
  held({ key: 'unallocated', code: 'FREY6666', name: ['Freyling', 'Nobodd'], worker: null }),
  held({
    key: 'restricted',
    code: 'ZEPH7777',
    name: ['Zephyrine', 'Quietly'],
    named: [cast.manager, cast.reviewer],
    // That the child is placed with them opens a restricted file to nobody.
    carer: walkers['foster-carer'],
    more: id => [
      given(id, 'relationship', { kind: 'sibling', child: own.file.subject.id, from: day('2026-01-05') }),
    ],
  }),
  sealed,
  held({ key: 'after adoption', code: 'NEWA9999', name: ['Newlyn', 'Afterby'], worker: cast.stranger }),
  held({
    key: 'leaver',
    code: 'SEVN7777',
    name: ['Seventine', 'Leaverby'],
    worker: cast.stranger,
    more: id => [
      given(
        id,
        'person-details',
        details('2008-05-06', { asOf: ago(60), givenName: 'Seventine', familyName: 'Leaverby' }),
      ),
    ],
  }),
  held({
    key: 'sampled',
    code: 'SAMP8888',
    name: ['Samphire', 'Drawnell'],
    worker: cast.stranger,
    sampledBy: [cast.auditor, cast.inspector],
  }),
]

const sampled = heldChildren.filter(h => h.sampledBy.length > 0)

/** An allegation against an adult, of which only its officer is told: these words stand in it and nowhere else. */
export const allegation = { adult: 'Auberon Thistlewick', what: 'Grimbledown' } as const
const allegationFile = givenSubject('allegation', 'A-1')

/** What stands beside the children's files: who walks, and what speaks of them: contacts, audits, samples of a visit. */
export function aroundThem(): {
  readonly subjects: readonly NewSubject[]
  readonly entries: readonly NewEntry[]
} {
  const visit = givenSubject('visit', 'V7')
  const contacts = heldChildren.map((h, i) => ({ h, subject: givenSubject('contact', `CTC${i}AAAA`) }))
  const audits = heldChildren.map((h, i) => ({ h, subject: givenSubject('audit', `Q${i + 70}`) }))
  return {
    subjects: [
      ...hired.map((v, i) => ({ id: v.id, kind: 'worker', code: `W9${i}` }) as const),
      visit,
      ...contacts.map(c => c.subject),
      ...audits.map(a => a.subject),
      allegationFile,
    ],
    entries: [
      ...hired.map(workerEntry),
      ...heldChildren.flatMap(({ self, file }) =>
        self ? [given(self.id, 'own-file', { from: ago(90), child: file.subject.id })] : [],
      ),
      given(allegationFile.id, 'allegation-received', {
        received: ago(5),
        learned: ago(6),
        from: 'employer',
        teller: 'The head teacher',
        adult: allegation.adult,
        sector: 'education',
        employer: 'Marsh Lane Primary',
        post: 'Teacher',
        what: allegation.what,
      }),
      ...sampled.map(h =>
        given(visit.id, 'visit-sample-added', {
          child: h.file.subject.id,
          inspector: cast.inspector.id,
          until: day('2026-12-31'),
          how: 'asked',
        }),
      ),
      ...contacts.flatMap(({ h, subject }) => [
        given(subject.id, 'contact-received', {
          receivedOn: ago(8),
          sort: 'worry',
          danger: false,
          concern: h.rang,
          source: '2A',
          referrer: 'Jo Teacher',
          organisation: 'Marsh Lane Primary',
          email: 'jo@example.org',
          told: 'yes',
        }),
        given(subject.id, 'contact-child', { givenName: h.name[0], familyName: h.name[1] }),
        given(subject.id, 'contact-matched', { child: h.file.subject.id }),
        given(
          subject.id,
          'contact-decided',
          { decidedOn: ago(7), level: '1', outcome: 'nfa', reasons: h.rang },
          by(cast.manager),
        ),
      ]),
      ...audits.flatMap(({ h, subject }) => {
        const child = h.file.subject.id
        const period = { from: ago(180), to: ago(10) }
        return [
          given(subject.id, 'audit-opened', { tool: 'permanence', child, ...period, second: false }),
          ...(h.sampledBy.includes(cast.auditor)
            ? [
                given(subject.id, 'audit-assigned', {
                  part: 'first',
                  auditor: cast.auditor.id,
                  child,
                  due: addDays(today, 20),
                  until: addDays(today, 30),
                }),
              ]
            : []),
          given(subject.id, 'audit-action', { ref: '1', what: h.told, who: 'worker', by: ago(1), child }),
        ]
      }),
    ],
  }
}
