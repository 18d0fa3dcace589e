import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

// A record type, an indicator or a page that is declared but stands in no list is not in the product, and nothing else
// would say so.

const project = fileURLToPath(new URL('..', import.meta.url))

const filesIn = (folder: string): readonly { name: string; text: string }[] =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.test\./.test(name))
    .map(name => ({ name: `${folder}/${name}`, text: readFileSync(join(project, folder, name), 'utf8') }))

/** What a folder exports by a pattern, less what another of these files imports or lists. */
function unlisted(folder: string, declares: RegExp, lists: readonly { name: string; text: string }[]) {
  return filesIn(folder).flatMap(({ name, text }) =>
    [...text.matchAll(declares)]
      .map(([, declared = '']) => declared)
      .filter(declared => !lists.some(l => l.name !== name && new RegExp(`\\b${declared}\\b`).test(l.text)))
      .map(declared => `${declared} of ${name} is declared, and in no list`),
  )
}

describe('what is declared is in a list', () => {
  it('record types, in the registry', () => {
    const registry = filesIn('src/domain/records').filter(f => f.name.endsWith('/registry.ts'))
    expect(registry).toHaveLength(1)
    expect(unlisted('src/domain/records/types', /^export const (\w+) = recordType\(/gm, registry)).toEqual([])
  })

  it('indicators, in the catalogue', () => {
    const all = filesIn('src/domain/indicators').filter(f => f.name.endsWith('/indicators.ts'))
    expect(unlisted('src/domain/indicators/catalogue', /^export const (\w+Indicators)\b/gm, all)).toEqual([])
  })

  it('pages, in the pages of their feature, and these among all pages', () => {
    const lists = [
      ...filesIn('src/features').filter(f => /\/pages\.tsx?$/.test(f.name)),
      ...filesIn('src/commands').filter(f => f.name.endsWith('/start.ts')),
    ]
    expect(unlisted('src/features', /^export const (\w+Pages?)\b/gm, lists)).toEqual([])
  })
})
