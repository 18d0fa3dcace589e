import { randomBytes } from 'node:crypto'
import { readConfig } from '../config.ts'
import { type Role, roles } from '../domain/access/roles.ts'
import { newEntry } from '../domain/records/new-entry.ts'
import { staffDetails } from '../domain/records/types/staff.ts'
import { hasAccount, setPassword } from '../store/accounts/accounts.ts'
import { newId } from '../store/ids.ts'
import { append, startFile } from '../store/ledger.ts'
import { openWorld, today } from '../world.ts'
import { BadArguments, type Command, flagText } from './arguments.ts'

const isRole = (text: string): text is Role => Object.hasOwn(roles, text)

export const staff: Command = {
  name: 'staff',
  usage: 'staff add --name "Full Name" --role ROLE [--team TEAM] [--registered NUMBER] --username NAME',
  says: `Lets somebody in, and prints their first password. Roles: ${Object.keys(roles).join(', ')}.`,
  flags: { name: 'value', role: 'value', team: 'value', registered: 'value', username: 'value' },
  run: async (given, env) => {
    const [what] = given.words
    const name = flagText(given, 'name')
    const role = flagText(given, 'role')
    const username = flagText(given, 'username')
    if (what !== 'add' || !name || !role || !username)
      throw new BadArguments('Say who is to be let in.', staff)
    if (!isRole(role)) throw new BadArguments(`“${role}” is not a role.`, staff)
    // An inspector has a place here only by a visit, for its days.
    if (role === 'inspector')
      throw new BadArguments(
        'Inspectors are let in for a visit, on its page Inspectors at /inspection.',
        staff,
      )
    const world = await openWorld(readConfig(env))
    try {
      if (await hasAccount(world.store.db, username)) {
        console.error(`Somebody signs in as ${username} already. Choose another user name.`)
        return 2
      }
      const now = world.now()
      const id = newId(now)
      const password = randomBytes(12).toString('base64url')
      const team = flagText(given, 'team')
      const registration = flagText(given, 'registered')
      await world.store.db.transaction().execute(async tx => {
        const subject = { id, kind: 'worker' as const, code: username }
        await startFile(tx, subject, now)
        const answers = {
          from: today(world),
          name,
          role,
          working: true,
          ...(team ? { team } : {}),
          ...(registration ? { registered: true, registration } : {}),
        }
        const said = { id: newId(now), subject: id, type: staffDetails, answers, author: id }
        await append(tx, subject, [
          newEntry({ ...said, now, today: today(world), source: 'The command line' }),
        ])
        await setPassword(tx, id, username, password, true)
      })
      console.log(
        `${name} may sign in as ${username} with this password, and chooses another then: ${password}`,
      )
      return 0
    } finally {
      await world.store.close()
    }
  },
}
