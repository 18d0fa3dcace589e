import type { Faults, Typed } from './parse.ts'

/** What was typed into one part of a form, whose names all begin alike: without that beginning. */
export const partOf = (typed: Typed, prefix: string): Typed =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, raw]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), raw]] : [],
    ),
  )

/** The faults of one part, under the names that the whole form has for them. */
export const faultsOf = (faults: Faults, prefix: string): Faults =>
  Object.fromEntries(Object.entries(faults).map(([name, say]) => [`${prefix}${name}`, say]))
