import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkLetter, isAuthority } from './pupil-number.ts'
import { failing } from './sample.ts'
import { upnRules } from './upn.ts'

const upns = (...all: string[]) => ({
  ChildIdentifiers: ['LAchildID,UPN', ...all.map((u, i) => `${i},${u}`)],
})
const rows = (code: string, year: number, ...all: string[]) =>
  failing(upnRules, code, year, upns(...all)).ChildIdentifiers ?? []

describe('the unique pupil number', () => {
  test('1510: the first letter is the one that the rest calls for', () => {
    // 8×2 + 0×3 + 1×4 + 2×5 + 5×10 + 1×13 = 93, and 93 = 4 × 23 + 1: B.
    expect(checkLetter('?801200005001')).toBe('B')
    // A letter at the end is worth its place: Z is 22, and 22 × 13 = 286 = 12 × 23 + 10: L.
    expect(checkLetter('?00000000000Z')).toBe('L')
    expect(rows('1510', 2022, 'B801200005001', 'A801200005001', 'L00000000000Z', '')).toEqual([1])
    expect(rows('1510', 2025, 'b801200005001', 'B80120000500', 'B8012000050010', 'B80120000X001')).toEqual([
      0, 1, 2, 3,
    ])
  })

  test('1510: one figure typed wrongly is always found', () => {
    const figure = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 12, maxLength: 12 }),
        fc.nat({ max: 11 }),
        figure,
        (all, at, typed) => {
          fc.pre(all[at] !== typed)
          const right = checkLetter(`?${all.join('')}`)
          expect(checkLetter(`?${all.with(at, typed).join('')}`)).not.toBe(right)
        },
      ),
    )
  })

  test('1520: one number for two children', () => {
    expect(rows('1520', 2023, 'B801200005001', 'L00000000000Z', '', '', 'B801200005001')).toEqual([0, 4])
    expect(rows('1520', 2023, 'B801200005001', 'L00000000000Z')).toEqual([])
  })

  test('1530: an authority’s figures, the newest from the year in which they began', () => {
    const made = (figures: string) => `A${figures}123456789`
    const all = ['330', '838', '941', '942', '943', '944', '834', '000', '006', '005', '681', '3X0'].map(made)
    expect(rows('1530', 2022, ...all)).toEqual([3, 4, 5, 6, 7, 8, 11])
    expect(rows('1530', 2023, ...all)).toEqual([5, 6, 7, 8, 11])
    // What ends before the figures is for 1540 to say.
    expect(rows('1530', 2025, 'A33', '', 'A330')).toEqual([])
    expect([804, 809, 819, 824, 842, 846, 939].filter(n => isAuthority(n, 943))).toEqual([846])
  })

  test('1540 and 1550: eight figures more, and a thirteenth character that is the last', () => {
    const all = [
      ...['A330123456789', 'A33012345678T', 'A33012345678S', 'A330123456', 'A33012345678', 'A330123X5678'],
      ...['A3301234567890', '', 'A33', 'A33012345678t'],
    ]
    expect(rows('1540', 2022, ...all)).toEqual([3, 5, 8])
    expect(rows('1550', 2025, ...all)).toEqual([2, 3, 4, 5, 6, 8, 9])
  })

  test('1560Q: a former number is written as a number is; its check letter is not asked', () => {
    const ChildIdentifiers = [
      'LAchildID,FormerUPN',
      ...[
        '1,A330123456789',
        '2,I330123456789',
        '3,A33012345678O',
        '4,A33012345678',
        '5,',
        '6,A3301234567890',
      ],
    ]
    expect(failing(upnRules, '1560Q', 2025, { ChildIdentifiers })).toEqual({ ChildIdentifiers: [1, 2, 3, 5] })
  })
})
