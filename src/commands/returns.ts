import { BadArguments, type Command } from './arguments.ts'
import { checkCommand } from './returns/check.ts'
import { replay } from './returns/replay.ts'

export const returns: Command = {
  name: 'returns',
  usage:
    'returns check ssda903 --year 2025-26 THIS [--last LAST] [--postcodes FILE] [--providers FILE] [--authority CODE] | returns check cin --year 2025-26 FILE.xml [--format text|json|csv|xlsx|summary] [--out FILE] | returns replay CASES.json | returns write ssda903 --year 2025-26 --out FOLDER [--format csv|xml] | returns write cin --year 2025-26 --out FOLDER | returns write annex-a --out FOLDER [--on 2026-03-27] | returns write ssd [--out FOLDER] [--schema] | returns send daily [--dry-run [--out FILE]]',
  says: 'Checks a national return by the rules of its year, or runs cases of rules: both need no database, and tell rules that can’t be asked on standard error. Or writes a return from the record, or sends the Department what changed today.',
  flags: {
    year: 'value',
    last: 'value',
    postcodes: 'value',
    providers: 'value',
    authority: 'value',
    format: 'value',
    out: 'value',
    on: 'value',
    'dry-run': 'switch',
    schema: 'switch',
  },
  run: async (given, env) => {
    const [what, ...words] = given.words
    if (what === 'check') return checkCommand(words, given, returns)
    if (what === 'replay') return replay(words)
    // The record is opened by this one alone: to check needs nothing of the rest of the product.
    if (what === 'write') return (await import('./returns/write.ts')).writeCommand(words, given, returns, env)
    if (what === 'send') return (await import('./returns/send.ts')).sendCommand(words, given, returns, env)
    throw new BadArguments(
      'Say what to do: check a return, replay cases, write a return, or send one.',
      returns,
    )
  },
}
