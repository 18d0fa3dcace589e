import { describe, expect, test } from 'vitest'
import { givenChild, given as written } from '../../../test/support/given.ts'
import { foldFile } from '../casework/file.ts'
import { day } from '../kernel/day.ts'
import { type RelationshipKind, relationshipKinds } from '../records/types/relationship.ts'
import { ownClaims, type Told, toldClaims } from './claims.ts'
import { inverseOf, inverses } from './inverses.ts'
import { reachOf } from './reach.ts'
import { CLOSED, type KnownPerson, relativesOf } from './relatives.ts'
import { knownPerson } from './test-family.ts'

const { id } = givenChild()
const TODAY = day('2026-03-10')
const me = { id, born: day('2014-05-06'), adopted: null, begun: day('2020-01-01') }

const own = (...said: readonly Record<string, unknown>[]) =>
  ownClaims(
    foldFile(
      id,
      said.map((answers, i) => ({ ...written(id, 'relationship', answers), seq: i + 1 })),
    ),
  )
let n = 0
const told = (subject: string, answers: Record<string, unknown>, sex: string | null = 'M'): Told => {
  n += 1
  return { entry: `e${n}`, subject, happened: day('2020-01-01'), answers: { child: id, ...answers }, sex }
}
const family = (
  claims: ReturnType<typeof own>,
  known: readonly KnownPerson[] = [],
  child: Pick<KnownPerson, 'id' | 'born' | 'adopted' | 'begun'> = me,
) => relativesOf({ child, claims, known: new Map(known.map(k => [k.id, k])), on: TODAY })
const lines = (...given: Parameters<typeof family>) => family(...given).map(r => `${r.title}: ${r.name}`)

describe('the inverse', () => {
  const kinds = Object.keys(relationshipKinds) as RelationshipKind[]

  test.each(kinds)('of %s is a kind that turns back, or none', kind => {
    const inverse = inverseOf(kind, 'F')
    if (inverse === null) return expect(kind).toBe('professional')
    expect(inverses[inverse]).not.toBeNull()
  })

  test.each(['sibling', 'half-sibling', 'step-sibling', 'partner', 'relative', 'other'] as const)(
    'of %s is itself',
    kind =>
      expect([inverseOf(kind, 'F'), inverseOf(kind, 'M'), inverseOf(kind, null)]).toEqual([kind, kind, kind]),
  )

  test('of a parent is their own child; of their own child, a parent by sex', () => {
    expect([inverseOf('mother', 'F'), inverseOf('father', 'M')]).toEqual(['child', 'child'])
    expect(['F', 'M', 'U'].map(sex => inverseOf('child', sex))).toEqual(['mother', 'father', 'parent'])
  })
})

describe('what another file says', () => {
  const fern = knownPerson('fern', { called: 'Fern Pebble', sex: 'F' })

  test('shows here turned round, without being written twice', () => {
    expect(lines(toldClaims([told('fern', { kind: 'sibling' }, 'F')]), [fern])).toEqual([
      'Sister: Fern Pebble',
    ])
    expect(lines(toldClaims([told('fern', { kind: 'child' }, 'F')]), [fern])).toEqual(['Mother: Fern Pebble'])
  })

  test('that both say is one line with two sources; what this file says stands', () => {
    const both = [
      ...own({ kind: 'sibling', child: 'fern' }),
      ...toldClaims([told('fern', { kind: 'sibling', from: '2014-05-06' })]),
    ]
    const [only, ...more] = family(both, [fern])
    expect(more).toEqual([])
    expect(only?.claims.map(c => c.toldBy)).toEqual([null, 'fern'])
    expect([only?.from, only?.differing]).toEqual(['2014-05-06', []])
  })

  test('that two files say differently is told with both sources', () => {
    const [only] = family(
      [
        ...own({ kind: 'sibling', child: 'fern', from: day('2014-05-06') }),
        ...toldClaims([told('fern', { kind: 'half-sibling' })]),
      ],
      [fern],
    )
    expect(only?.kind).toBe('sibling')
    expect(only?.differing.map(c => [c.kind, c.toldBy])).toEqual([['half-sibling', 'fern']])
  })

  test('less exactly is no contradiction: a parent may be the mother', () => {
    const [only] = family(
      [...own({ kind: 'mother', child: 'fern' }), ...toldClaims([told('fern', { kind: 'child' }, 'U')])],
      [fern],
    )
    expect([only?.kind, only?.differing]).toEqual(['mother', []])
  })

  test('takes over only what holds of both', () => {
    const [only] = family(
      toldClaims([
        told('fern', {
          kind: 'half-sibling',
          side: 'mother',
          household: true,
          responsibility: true,
          name: 'Wren',
          contact: 'x',
        }),
      ]),
      [fern],
    )
    expect(only).toMatchObject({
      side: 'mother',
      household: true,
      responsibility: null,
      contact: null,
      name: 'Fern Pebble',
    })
  })
})

describe('one person', () => {
  const fern = knownPerson('fern', { called: 'Fern Stone', sex: 'F' })

  test('whose file is named twice stands once, as last written', () => {
    const twice = own(
      { kind: 'relative', child: 'fern', from: day('2019-01-01'), to: day('2020-01-01') },
      { kind: 'sibling', child: 'fern', from: day('2020-01-01') },
    )
    expect(lines(twice, [fern])).toEqual(['Sister: Fern Stone'])
    expect(family(twice, [fern])[0]).toMatchObject({ ended: false, differing: [] })
  })

  test('written by name and by file is one; a name changed since is the name of the file', () => {
    expect(
      lines(own({ kind: 'sibling', name: 'Fern  stone' }, { kind: 'sibling', child: 'fern' }), [fern]),
    ).toEqual(['Sister: Fern Stone'])
    expect(lines(own({ kind: 'sibling', child: 'fern', name: 'Fern Pebble' }), [fern])).toEqual([
      'Sister: Fern Stone',
    ])
  })

  test('twins of one name and day stay two, as they have a file each', () => {
    const twins = ['one', 'two'].map(k => knownPerson(k, { called: 'Baby Pebble', born: me.born }))
    expect(
      family(own({ kind: 'sibling', child: 'one' }, { kind: 'sibling', child: 'two' }), twins),
    ).toHaveLength(2)
  })

  test('gone and come again is there; gone is told with the day, after those who are there', () => {
    const again = own(
      { kind: 'partner', name: 'Ash', from: day('2019-01-01'), to: day('2020-01-01') },
      { kind: 'partner', name: 'Ash', from: day('2022-01-01') },
      { kind: 'mother', name: 'Ruth', to: day('2021-01-01') },
    )
    expect(family(again).map(r => [r.name, r.ended, r.to])).toEqual([
      ['Ash', false, null],
      ['Ruth', true, '2021-01-01'],
    ])
  })

  test('expected is expected', () =>
    expect(
      family(own({ kind: 'sibling', child: 'baby' }), [
        knownPerson('baby', { unborn: true, called: 'Unborn Pebble' }),
      ])[0],
    ).toMatchObject({
      unborn: true,
      name: 'Unborn Pebble',
    }))
})

describe('whoever may not see the other file', () => {
  const by = (seen: KnownPerson['seen']) => [knownPerson('fern', { called: 'Fern Pebble', seen })]
  const said = toldClaims([told('fern', { kind: 'sibling', household: true, from: '2014-05-06' })])

  test('is told of a closed one that there is somebody, and no more', () => {
    const [only] = family(said, by('listed'))
    expect(only).toMatchObject({
      name: CLOSED,
      title: 'Brother or sister',
      file: null,
      from: null,
      household: false,
      claims: [],
      closed: true,
    })
    expect(lines(own({ kind: 'sibling', child: 'fern' }), by('closed'))).toEqual([
      `Brother or sister: ${CLOSED}`,
    ])
  })

  test('still has the name that this file writes down, or may list', () => {
    expect(lines(own({ kind: 'sibling', child: 'fern', name: 'Fern P' }), by('closed'))).toEqual([
      'Brother or sister: Fern P',
    ])
    expect(lines(own({ kind: 'sibling', child: 'fern' }), by('listed'))).toEqual(['Brother: Fern Pebble'])
  })

  test('finds nothing of a restricted child, but for a name written down on this file', () => {
    expect(lines([...said, ...own({ kind: 'sibling', child: 'fern' })], by('hidden'))).toEqual([])
    expect(lines(own({ kind: 'sibling', child: 'fern', name: 'Fern P', sex: 'F' }), by('hidden'))).toEqual([
      'Sister: Fern P',
    ])
    expect(family(own({ kind: 'sibling', child: 'fern', name: 'Fern P' }), by('hidden'))[0]?.file).toBeNull()
  })
})

describe('adoption', () => {
  const adopted = { ...me, adopted: day('2024-06-01') }
  const after = knownPerson('new', { born: me.born, begun: day('2024-06-10') })
  const sibling = knownPerson('later', { born: day('2025-01-01'), begun: day('2025-01-02') })

  test('no link shows between the old file and the new, from either side, whoever wrote it', () => {
    const link = [
      ...own({ kind: 'other', child: 'new', name: 'The same child' }),
      ...toldClaims([told('new', { kind: 'other' })]),
    ]
    expect(family(link, [after], adopted)).toEqual([])
    const old = knownPerson('old', { born: me.born, adopted: day('2024-06-01') })
    expect(family(own({ kind: 'other', child: 'old' }), [old], { ...me, begun: day('2024-06-10') })).toEqual(
      [],
    )
  })

  test('a brother or sister born later is still shown on the old file', () =>
    expect(family(own({ kind: 'sibling', child: 'later' }), [sibling], adopted)).toHaveLength(1))
})

describe('how to reach somebody', () => {
  test.each([
    ['01632 960 002', [['01632 960 002', 'tel:01632960002']]],
    [
      'Ring 07700 900123 after 4',
      [
        ['Ring ', null],
        ['07700 900123', 'tel:07700900123'],
        [' after 4', null],
      ],
    ],
    [
      'ada@school.example, or the office',
      [
        ['ada@school.example', 'mailto:ada@school.example'],
        [', or the office', null],
      ],
    ],
    ['At court on 3/10/2025', [['At court on 3/10/2025', null]]],
    ['', []],
  ])('%s', (words, pieces) => expect(reachOf(words).map(p => [p.text, p.href])).toEqual(pieces))
})
