import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { isNoticeKind } from '../domain/front-door/notice-columns.ts'
import type { LineSaid } from '../domain/front-door/notice-gather.ts'
import { type TakenIn, takeNotices } from '../store/notices.ts'
import { ensureImporter } from '../store/queries/importer.ts'
import { openWorld } from '../world.ts'
import { BadArguments, type Command } from './arguments.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

const lines = (head: string, said: readonly LineSaid[]): readonly string[] =>
  said.length === 0 ? [] : [head, ...said.map(l => `  Line ${l.line}: ${l.say}`)]

/** What came of it, for whoever runs the command. */
export const printTaken = (name: string, t: TakenIn): string =>
  [
    `${name}: ${count(t.contacts.length, 'new contact', 'new contacts')} about ${count(t.children, 'child', 'children')}.`,
    ...t.notes.map(n => `  ${n}`),
    ...lines('Left out, as they are here already:', t.repeated),
    ...lines('Children who were new to an incident that is here:', t.added),
    ...lines(
      'Not taken in. Put these right in the file, and take it in again; the others are left alone then:',
      t.wrong,
    ),
  ].join('\n')

export const notices: Command = {
  name: 'notices',
  usage: 'notices police|hospital FILE.csv',
  says: 'Takes in a file of police notices of domestic abuse, or of attendances at A&E, as contacts. The same again adds nothing.',
  flags: {},
  run: async (given, env) => {
    const [kind, file] = given.words
    if (!isNoticeKind(kind) || !file)
      throw new BadArguments('Say which notices they are, and in which file.', notices)
    const bytes = await readFile(resolve(file)).catch(() => undefined)
    if (!bytes) {
      console.error(
        `There is no file ${file} that can be read. Check how it is written, and that you may read it.`,
      )
      return 2
    }
    const world = await openWorld(readConfig(env))
    try {
      if (world.settings.profile !== undefined) {
        console.error(
          'This database is a demonstration, and lets anybody in: no notice is brought into it. Give real work a database of its own.',
        )
        return 2
      }
      const author = await ensureImporter(world.store.db, world.now())
      const sent = { kind, name: basename(file), bytes, author, now: world.now() }
      const taken = await world.store.db.transaction().execute(tx => takeNotices(tx, sent))
      if (!taken.ok) {
        console.error(`${file} was not taken in.\n${taken.error.map(e => `  ${e}`).join('\n')}`)
        return 2
      }
      console.log(printTaken(sent.name, taken.value))
      return taken.value.wrong.length > 0 ? 1 : 0
    } finally {
      await world.store.close()
    }
  },
}
