/** The factors of an assessment that the census takes, by number and the letters that go with it. Source: the census's schema for 2025/26. */
const letters: Readonly<Record<number, string>> = {
  1: 'ABC',
  2: 'ABC',
  3: 'ABC',
  4: 'ABC',
  5: 'ABC',
  6: 'ABC',
  7: 'A',
  8: 'BCDEF',
  9: 'A',
  10: 'A',
  11: 'A',
  12: 'A',
  13: 'A',
  14: 'A',
  15: 'A',
  16: 'A',
  17: 'A',
  18: 'ABC',
  19: 'ABC',
  22: 'A',
  23: 'A',
  24: 'A',
}

/** Every factor; 20 and 21 have no letter. */
const factorCodes: ReadonlySet<string> = new Set([
  ...Object.entries(letters).flatMap(([n, all]) => [...all].map(l => `${n}${l}`)),
  '20',
  '21',
])

/** Whether the census knows a factor. */
export const isFactor = (code: string): boolean => factorCodes.has(code)
