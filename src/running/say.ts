export const LEVELS = ['error', 'warn', 'info', 'debug'] as const
export type Level = (typeof LEVELS)[number]

export const FORMATS = ['json', 'text'] as const
export type Format = (typeof FORMATS)[number]

export type Fact = string | number | boolean
export type Facts = Readonly<Record<string, Fact>>

/**
 * Says something to whoever runs the product. The words are a constant of the code and the facts are counts, codes and
 * patterns: never what somebody typed, read or is called.
 */
export type Say = (level: Level, says: string, facts?: Facts) => void

/**
 * Says things a line each: as JSON, for machines that gather them, or in plain words for whoever sits before it.
 * @param least what is less than this is not said
 * @param now the moment, as it is to be written
 */
export function sayTo(write: (line: string) => void, least: Level, format: Format, now: () => string): Say {
  const most = LEVELS.indexOf(least)
  return (level, says, facts = {}) => {
    if (LEVELS.indexOf(level) > most) return
    const line = { time: now(), level, says }
    // First as they stand in the line, and last so that no fact takes their place.
    if (format === 'json') return write(JSON.stringify({ ...line, ...facts, ...line }))
    const told = Object.entries(facts).map(([name, fact]) => `${name}=${fact}`)
    write([...(level === 'info' ? [] : [`${level}:`]), says, ...told].join(' '))
  }
}

/** Says nothing: for what is looked at by a test, or asked by a command. */
export const silent: Say = () => {}
