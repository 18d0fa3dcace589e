import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

// The linter reads an import as it is written; here it is followed to the file it means.

const project = fileURLToPath(new URL('..', import.meta.url))

interface Zone {
  /** Files whose path begins like this … */
  readonly from: string
  /** … import only files whose paths begin with one of these. `*` stands for the folder they are in. */
  readonly may: readonly string[]
  readonly because: string
}

const zones: readonly Zone[] = [
  { from: 'src/domain/kernel/', may: ['src/domain/kernel/'], because: 'everything stands on the kernel' },
  { from: 'src/domain/', may: ['src/domain/'], because: 'the domain is the pure core' },
  { from: 'src/store/', may: ['src/store/', 'src/domain/'], because: 'store keeps what the domain says' },
  {
    from: 'src/web/',
    may: ['src/web/', 'src/domain/kernel/', 'src/domain/access/', 'src/domain/records/'],
    because: 'web is machinery that knows no social care',
  },
  {
    from: 'src/features/*/',
    may: ['src/features/*/', 'src/domain/', 'src/store/', 'src/web/'],
    because:
      'a feature never imports a feature: shared words go to domain, shared queries to store/queries, shared HTML to web',
  },
  {
    from: 'seed/',
    may: ['seed/', 'src/domain/'],
    because: 'the invented authority is made of entries alone',
  },
]

/** Tests, and what only tests read. */
const isTest = (file: string): boolean =>
  /\.test\.tsx?$|\/(?:test|random|edge|sample)-[\w-]+\.tsx?$/.test(file)

const sources = ['src', 'seed']
  .flatMap(root => readdirSync(join(project, root), { recursive: true, withFileTypes: true }))
  .filter(f => f.isFile() && /\.tsx?$/.test(f.name))
  .map(f => relative(project, join(f.parentPath, f.name)).split(sep).join('/'))
  .filter(file => !isTest(file))

const textOf = (file: string): string => readFileSync(join(project, file), 'utf8')

/** The project's own files that a file imports. */
const importsOf = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, to = '']) =>
    posix.join(dirname(file), to),
  )

/** The zone of a file, with `*` filled in. */
function zoneOf(file: string): Zone | undefined {
  for (const zone of zones) {
    const found = new RegExp(`^${zone.from.replace('*', '([^/]+)')}`).exec(file)
    if (found) return { ...zone, may: zone.may.map(m => m.replace('*', found[1] ?? '')) }
  }
  return undefined
}

describe('import directions', () => {
  it('finds the files and their imports', () => {
    expect(sources.length).toBeGreaterThan(200)
    expect(importsOf('src/domain/casework/file.ts')).toContain('src/domain/records/entry.ts')
    expect(zoneOf('src/features/child/now.tsx')?.may).toContain('src/features/child/')
  })

  it('hold for every file', () => {
    const wrong = sources.flatMap(file => {
      const zone = zoneOf(file)
      return importsOf(file)
        .filter(to => zone && !zone.may.some(m => to.startsWith(m)))
        .map(to => `${file} imports ${to}: ${zone?.because}`)
    })
    expect(wrong).toEqual([])
  })

  it('lead to nothing but source', () => {
    const outside = sources.flatMap(file =>
      importsOf(file)
        .filter(to => /^(test|tools|docs)\//.test(to) || isTest(to))
        .map(to => `${file} imports ${to}`),
    )
    expect(outside).toEqual([])
  })
})

describe('the domain', () => {
  const impure = /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\basync\b|\bawait\b|from '[^.']/

  it('asks nothing of clock, chance or the world outside', () => {
    const wrong = sources.filter(f => f.startsWith('src/domain/') && impure.test(textOf(f)))
    expect(wrong, 'The domain is pure: what it needs arrives as an argument.').toEqual([])
  })
})
