import { BadArguments, type Command, readArguments } from './commands/arguments.ts'
import { help } from './commands/help.ts'
import { returns } from './commands/returns.ts'
import { BadConfig } from './config.ts'
import { CannotRebuild } from './store/beside/cannot-rebuild.ts'
import { BadCopy } from './store/copy/format.ts'
import { BadExport } from './store/export/format.ts'
import { FolderInUse } from './store/lock.ts'
import { CannotMigrate } from './store/migrations/cannot-migrate.ts'
import { ServerAway } from './store/server-away.ts'

/** Faults whose message is all that a person needs. */
const plain = (error: unknown): error is Error =>
  error instanceof BadConfig ||
  error instanceof BadArguments ||
  error instanceof BadCopy ||
  error instanceof BadExport ||
  error instanceof CannotMigrate ||
  error instanceof CannotRebuild ||
  error instanceof FolderInUse ||
  error instanceof ServerAway

/**
 * Runs a command.
 * @param given what was typed after the program's name
 * @returns the exit code: 0 done, 1 failed, 2 what was given can't be used
 */
export async function main(given: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = given
  // A return is checked without the rest of the product: loading it takes longer than checking.
  const commands = name === returns.name ? [returns] : (await import('./commands/commands.ts')).commands
  if (name === 'help' || name === '--help' || name === '-h') {
    console.log(help(commands))
    return 0
  }
  const command: Command | undefined = commands.find(c => c.name === name)
  if (!command) {
    console.error(`There is no command “${name}”. These there are: ${commands.map(c => c.name).join(', ')}.`)
    return 2
  }
  try {
    return await command.run(readArguments(command, rest), process.env)
  } catch (error) {
    if (!plain(error)) throw error
    console.error(error.message)
    return 2
  }
}
