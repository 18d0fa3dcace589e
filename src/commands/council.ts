import { readConfig } from '../config.ts'
import { newEntry } from '../domain/records/new-entry.ts'
import { authorityDetails } from '../domain/records/types/authority.ts'
import { newId } from '../store/ids.ts'
import { append, startFile } from '../store/ledger.ts'
import { AUTHORITY } from '../store/queries/authority.ts'
import { subjectByCode } from '../store/queries/subjects.ts'
import { openWorld, today } from '../world.ts'
import { BadArguments, type Command, flagText } from './arguments.ts'

const PEOPLE = { director: 'director', portfolio: 'portfolioHolder', author: 'author' } as const

export const council: Command = {
  name: 'council',
  usage: 'council --name "Name of the council" [--director NAME] [--portfolio NAME] [--author NAME]',
  says: 'Says which council this is, and whose names stand on its papers.',
  flags: { name: 'value', director: 'value', portfolio: 'value', author: 'value' },
  run: async (given, env) => {
    const name = flagText(given, 'name')
    if (!name) throw new BadArguments('Say the name of the council.', council)
    const people = Object.entries(PEOPLE).flatMap(([flag, field]) => {
      const said = flagText(given, flag)
      return said ? [[field, said]] : []
    })
    const world = await openWorld(readConfig(env))
    const now = world.now()
    await world.store.db.transaction().execute(async tx => {
      const held = await subjectByCode(tx, 'authority', AUTHORITY)
      const subject = held ?? { id: newId(now), kind: 'authority' as const, code: AUTHORITY }
      if (!held) await startFile(tx, subject, now)
      const answers = { name, ...Object.fromEntries(people) }
      const said = {
        id: newId(now),
        subject: subject.id,
        type: authorityDetails,
        answers,
        author: subject.id,
      }
      await append(tx, subject, [newEntry({ ...said, now, today: today(world), source: 'The command line' })])
    })
    await world.store.close()
    console.log(`This is ${name}.`)
    return 0
  },
}
