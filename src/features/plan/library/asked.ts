import { frameworks } from '../../../domain/improvement/frameworks.ts'
import { findTheme } from '../../../domain/improvement/themes.ts'
import type { Asked } from '../../../store/queries/library-search.ts'

type Query = Readonly<Record<string, string | undefined>>

const year = (text: string | undefined): number | undefined => {
  const n = Number(text)
  return Number.isInteger(n) && n >= 2000 && n <= 2100 ? n : undefined
}

/** What the address asks of the library. What makes no sense asks nothing. */
export function askedOf(query: Query): Asked {
  const framework = frameworks.find(f => f.code === query.framework)?.code
  const level = Number(query.grade)
  const theme = findTheme(query.theme ?? '')?.code
  return {
    words: query.q?.trim().slice(0, 300) || undefined,
    theme,
    framework,
    level: [1, 2, 3, 4].includes(level) ? level : undefined,
    from: year(query.from),
    to: year(query.to),
    council: query.council?.slice(0, 150) || undefined,
    kind: query.kind === 'area' || query.kind === 'evidence' ? query.kind : undefined,
  }
}

/** The address that asks this, with some of it changed. */
export function searchPath(asked: Asked, changed: Partial<Asked> = {}, page = 1): string {
  const { words, theme, framework, level, from, to, council, kind } = { ...asked, ...changed }
  const said = { q: words, theme, framework, grade: level, from, to, council, kind }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(said)) if (value !== undefined) query.set(name, String(value))
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text === '' ? '/plan/library' : `/plan/library?${text}`
}

export const isNarrowed = (asked: Asked): boolean => Object.values(asked).some(v => v !== undefined)
