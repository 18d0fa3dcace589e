import fc from 'fast-check'
import type { Fields } from './html.ts'

/** What has broken programs before: in names and values of forms, in addresses and in questions. */
export const HOSTILE: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  "' or '1'='1",
  "'; drop table entry; --",
  '\\',
  '%',
  '%00',
  '%_%',
  '$1',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is sent as it stands
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '../../../../etc/passwd',
  '..%2f..%2f',
  '//elsewhere.example/x',
  'http://169.254.169.254/latest/',
  'x\r\nSet-Cookie: a=b',
  '=cmd|calc!A0',
  '\u202Egnp.exe',
  '\uFEFF',
  'ﬃ',
  '𝕏'.repeat(20),
  'e\u0301'.repeat(50),
  '0',
  '-1',
  '1.5',
  '1e308',
  '99999999999999999999',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  'true',
  '[]',
  '{"a":1}',
  '0000-00-00',
  '2026-02-30',
  '9999-12-31',
  '10000-01-01',
  '0001-01-01',
  '31/2/2026',
  '1/1/1',
  '29/02/2027',
  '25:61',
  'today',
  '018b280c-a81a-783e-a652-3949e550d275',
  '018b280c-a81a-783e-a652-3949e550d27g',
  'a'.repeat(5_000),
  '9'.repeat(400),
  'a, '.repeat(500),
  '('.repeat(300),
  '\n'.repeat(300),
]

export const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ maxLength: 60, unit: 'binary' }).map(s => s.toWellFormed()) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
)

/** A name that no form of ours has, or that a careless program would take for its own. */
const strangeName = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'id',
  'author',
  'subject',
  'role',
  'viewer',
  'a[b][c]',
  'a.b',
  '_id',
  '_subject',
  '_entry',
  '_basis',
  '',
)

/** How one answer is changed: left out, said twice, or made hostile; or left as it was. */
const change = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ how: 'as it was' as const }) },
  { weight: 1, arbitrary: fc.constant({ how: 'left out' as const }) },
  { weight: 3, arbitrary: hostile.map(value => ({ how: 'hostile' as const, value })) },
  {
    weight: 1,
    arbitrary: fc
      .array(hostile, { minLength: 2, maxLength: 4 })
      .map(values => ({ how: 'several' as const, values })),
  },
)

/** Changes to try on a form, whatever its names are: taken in turn, name after name. */
export const changes = fc.record({
  each: fc.array(change, { minLength: 3, maxLength: 12 }),
  strange: fc.array(fc.tuple(strangeName, hostile), { maxLength: 3 }),
})
export type Changes = typeof changes extends fc.Arbitrary<infer T> ? T : never

/** The fields of a form with the changes made. The token stays: without it nothing would be read. */
export function changed(fields: Fields, names: Iterable<string>, { each, strange }: Changes): Fields {
  const out: Record<string, string | readonly string[]> = { ...fields }
  ;[...new Set([...names, ...Object.keys(fields)])].forEach((name, i) => {
    const how = each[i % each.length]
    if (name === '_csrf' || how === undefined || how.how === 'as it was') return
    if (how.how === 'left out') delete out[name]
    else out[name] = how.how === 'hostile' ? how.value : how.values
  })
  return Object.fromEntries([...Object.entries(out), ...strange])
}
