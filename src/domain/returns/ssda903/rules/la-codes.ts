/** From one number to another, with both. */
const span = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i))

/**
 * The Department's three-figure codes of local authorities in England, those that were merged or split included: what
 * an authority arranged before it came to an end was still arranged by it.
 */
const english = [
  ...span(201, 213),
  ...span(301, 320),
  ...span(330, 336),
  ...span(340, 344),
  ...span(350, 359),
  ...span(370, 373),
  ...span(380, 384),
  ...span(390, 394),
  '420',
  ...span(800, 803),
  ...span(805, 808),
  ...span(810, 813),
  ...[
    '815',
    '816',
    '820',
    '821',
    '822',
    '823',
    '825',
    '826',
    '830',
    '831',
    '835',
    '836',
    '837',
    '838',
    '839',
  ],
  ...['840', '841', '845', '846', '850', '851', '852', '855', '856', '857', '860', '861'],
  ...span(865, 896),
  ...['908', '909', '916', '919', '921', '925', '926', '928', '929', '931', '933'],
  ...['935', '936', '937', '938', '940', '941', '942', '943'],
]

/** Wales, Scotland, Northern Ireland, and outside the United Kingdom. */
export const beyondEngland: ReadonlySet<string> = new Set(['WAL', 'SCO', 'NIR', 'NUK'])

/** Where a child may have been placed, or a permanence option arranged: an English authority, or a country beyond. */
export const laCodes: ReadonlySet<string> = new Set([...english, ...beyondEngland])
