/** What a command line said: words in order, and what its flags were given. */
export interface Arguments {
  readonly words: readonly string[]
  readonly flags: Readonly<Record<string, string | true>>
}

export interface Command {
  readonly name: string
  readonly usage: string
  readonly says: string
  /** Flags and whether each takes a value. */
  readonly flags: Readonly<Record<string, 'value' | 'switch'>>
  run(given: Arguments, env: Readonly<Record<string, string | undefined>>): Promise<number>
}

/** The command line is not one the command knows. */
export class BadArguments extends Error {
  constructor(say: string, command?: Command) {
    super(command ? `${say}\nUse it like this: golden-thread ${command.usage}` : say)
    this.name = 'BadArguments'
  }
}

/** Reads `--flag value`, `--flag=value` and words; every flag must be one the command declares. */
export function readArguments(command: Command, given: readonly string[]): Arguments {
  const words: string[] = []
  const flags: Record<string, string | true> = {}
  for (let i = 0; i < given.length; i += 1) {
    const word = given[i] ?? ''
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const equals = word.indexOf('=')
    const name = equals < 0 ? word.slice(2) : word.slice(2, equals)
    const inline = equals < 0 ? undefined : word.slice(equals + 1)
    const kind = Object.hasOwn(command.flags, name) ? command.flags[name] : undefined
    if (kind === undefined) throw new BadArguments(`“--${name}” is not known here.`, command)
    if (kind === 'switch') {
      if (inline !== undefined) throw new BadArguments(`“--${name}” takes no value.`, command)
      flags[name] = true
    } else {
      const value = inline ?? given[i + 1]
      if (value === undefined || (inline === undefined && value.startsWith('--')))
        throw new BadArguments(`“--${name}” needs a value.`, command)
      flags[name] = value
      if (inline === undefined) i += 1
    }
  }
  return { words, flags }
}

export const flagText = (given: Arguments, name: string): string | undefined => {
  const value = given.flags[name]
  return typeof value === 'string' ? value : undefined
}
