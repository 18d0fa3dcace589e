import type { Facts } from './say.ts'

/** A line of a stack that says where; messages may have lines of their own. */
const FRAME = /^\s+at (?:.* \()?(?:file:|node:|\/|[A-Za-z]:\\|<anonymous>)[^)]*\)?$/
const FRAMES = 8

/** What PostgreSQL says of itself beside its message; `detail` and `where` hold values, and are left out. */
const ASIDE = ['code', 'table', 'column', 'constraint', 'routine', 'syscall', 'port'] as const

function framesOf(error: Error): string {
  const stack = (error.stack ?? '').replace(error.message, '')
  return stack
    .split('\n')
    .filter(line => FRAME.test(line))
    .slice(0, FRAMES)
    .map(line => line.trim().slice(3))
    .join(' < ')
}

const asides = (error: object): Facts =>
  Object.fromEntries(
    ASIDE.flatMap(name => {
      const value: unknown = Reflect.get(error, name)
      return typeof value === 'string' && /^[\w.-]{1,80}$/.test(value) ? [[name, value]] : []
    }),
  )

/**
 * What may be said of a fault: its kind, its code, where it happened, and the same of its cause. Never its message: a
 * database puts the value that it refused into it, and a reader of JSON what it could not read.
 */
export function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error }
  const at = framesOf(error)
  const cause = error.cause instanceof Error ? error.cause : null
  return {
    error: error.constructor.name,
    ...asides(error),
    ...(at === '' ? {} : { at }),
    ...(cause
      ? Object.fromEntries(Object.entries(factsOf(cause)).map(([name, fact]) => [`cause_${name}`, fact]))
      : {}),
  }
}
