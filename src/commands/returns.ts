import { BadArguments, type Command } from './arguments.ts'
import { checkCommand } from './returns/check.ts'
import { replay } from './returns/replay.ts'

export const returns: Command = {
  name: 'returns',
  usage:
    'returns check ssda903 --year 2025-26 THIS [--last LAST] [--postcodes FILE] [--providers FILE] [--authority CODE] | returns check cin --year 2025-26 FILE.xml | returns replay CASES.json  [--format text|json|csv|xlsx] [--out FILE]',
  says: 'Checks a national return by the rules of its year, or runs cases of rules. Needs no database. Rules that can’t be asked are told on standard error.',
  flags: {
    year: 'value',
    last: 'value',
    postcodes: 'value',
    providers: 'value',
    authority: 'value',
    format: 'value',
    out: 'value',
  },
  run: async given => {
    const [what, ...words] = given.words
    if (what === 'check') return checkCommand(words, given, returns)
    if (what === 'replay') return replay(words)
    throw new BadArguments('Say what to do: check a return, or replay cases.', returns)
  },
}
