import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { commands } from '../src/commands/commands.ts'

// What the documentation says of the code is held to the code.

const project = fileURLToPath(new URL('..', import.meta.url))
const docs = readdirSync(join(project, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.md'))
  .map(name => `docs/${name.replaceAll('\\', '/')}`)
const pages = ['README.md', ...docs].filter(page => existsSync(join(project, page)))
const read = (page: string): string => readFileSync(join(project, page), 'utf8')

/** Blocks of code that name the file they are taken from: ```ts src/… */
const snippets = pages.flatMap(page =>
  [...read(page).matchAll(/^```ts (\S+)\n([\s\S]*?)^```$/gm)].map(([, file = '', code = '']) => ({
    page,
    file,
    code,
  })),
)

const paths = pages.flatMap(page =>
  [...read(page).matchAll(/`((?:src|seed|test|tools|docs|bin)\/[\w./-]*\w\/?)`/g)].map(([, path = '']) => ({
    page,
    path,
  })),
)

const links = pages.flatMap(page =>
  [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, to = '']) => ({ page, to })),
)

const typed = pages.flatMap(page =>
  [...read(page).matchAll(/golden-thread ([a-z]+(?:-[a-z]+)*)((?: (?:--)?[^\s`]+)*)/g)].map(
    ([, name = '', rest = '']) => ({
      page,
      name,
      flags: [...rest.matchAll(/--([a-z-]+)/g)].map(([, flag = '']) => flag),
    }),
  ),
)

describe('the documentation', () => {
  it('has something to hold to the code', () => {
    expect(snippets.length).toBeGreaterThan(10)
    expect(paths.length).toBeGreaterThan(100)
    expect(typed.length).toBeGreaterThan(15)
  })

  it.each(snippets)('$page shows $file as it is', ({ file, code }) => {
    expect(read(file)).toContain(code)
  })

  it('names only files that there are', () => {
    const gone = paths.filter(({ path }) => !existsSync(join(project, path)))
    expect(gone).toEqual([])
  })

  it('links only to files that there are', () => {
    const gone = links.filter(({ page, to }) => !existsSync(join(project, dirname(page), to)))
    expect(gone).toEqual([])
  })

  it('types only commands and flags that there are', () => {
    const wrong = typed.filter(({ name, flags }) => {
      const command = commands.find(c => c.name === name)
      return name !== 'help' && !(command && flags.every(f => Object.hasOwn(command.flags, f)))
    })
    expect(wrong).toEqual([])
  })
})
