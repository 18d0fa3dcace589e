import { randomBytes } from 'node:crypto'
import { readConfig } from '../config.ts'
import { type Role, roles } from '../domain/access/roles.ts'
import { newEntry } from '../domain/records/new-entry.ts'
import { staffDetails } from '../domain/records/types/staff.ts'
import { accountNamed, hasAccount, setPassword } from '../store/accounts/accounts.ts'
import { CODE_HOURS, makeOneTimeCode, removeSecond } from '../store/accounts/by-code.ts'
import { makeOwnAccount } from '../store/accounts/of-young-person.ts'
import { newId } from '../store/ids.ts'
import { append, startFile } from '../store/ledger.ts'
import { subjectByCode } from '../store/queries/subjects.ts'
import { openWorld, today } from '../world.ts'
import { type Arguments, BadArguments, type Command, flagText } from './arguments.ts'
import { syncStaff } from './staff-sync.ts'

type Env = Readonly<Record<string, string | undefined>>

const isRole = (text: string): text is Role => Object.hasOwn(roles, text)

async function addYoungPerson(given: Arguments, env: Env): Promise<number> {
  const [username, code] = [flagText(given, 'username'), flagText(given, 'child')]
  if (!username || !code || flagText(given, 'name'))
    throw new BadArguments('A young person has a user name and a child ID, and no other name.', staff)
  const world = await openWorld(readConfig(env))
  try {
    const { db } = world.store
    const child = await subjectByCode(db, 'child', code.toUpperCase())
    if (!child) {
      console.error(`No child here has the ID ${code}. Check it in the child’s file.`)
      return 2
    }
    if (await hasAccount(db, username)) {
      console.error(`Somebody signs in as ${username} already. Choose another user name.`)
      return 2
    }
    const making = { child: child.id, username, author: null, now: world.now(), today: today(world) }
    const { password } = await db
      .transaction()
      .execute(async tx => await makeOwnAccount(tx, { ...making, source: 'The command line' }))
    console.log(`They may sign in as ${username} with this password, and choose another then: ${password}`)
    return 0
  } finally {
    await world.store.close()
  }
}

async function add(given: Arguments, env: Env): Promise<number> {
  const name = flagText(given, 'name')
  const role = flagText(given, 'role')
  const username = flagText(given, 'username')
  if (role === 'young-person') return await addYoungPerson(given, env)
  if (!name || !role || !username) throw new BadArguments('Say who is to be let in.', staff)
  if (!isRole(role)) throw new BadArguments(`“${role}” is not a role.`, staff)
  // An inspector has a place here only by a visit, for its days.
  if (role === 'inspector')
    throw new BadArguments('Inspectors are let in for a visit, on its page Inspectors at /inspection.', staff)
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
      await append(tx, subject, [newEntry({ ...said, now, today: today(world), source: 'The command line' })])
      await setPassword(tx, id, username, password, true)
    })
    console.log(
      `${name} may sign in as ${username} with this password, and chooses another then: ${password}`,
    )
    return 0
  } finally {
    await world.store.close()
  }
}

/** Gives somebody who can't sign in a one-time code, and takes their second step away where that is asked for. */
async function reset(given: Arguments, env: Env): Promise<number> {
  const username = flagText(given, 'username')
  if (!username) throw new BadArguments('Say who is to have a one-time code.', staff)
  const world = await openWorld(readConfig(env))
  try {
    const account = await accountNamed(world.store.db, username)
    if (!account) {
      console.error(`Nobody signs in as ${username}. Check the name; the staff file gives people theirs.`)
      return 2
    }
    const code = await world.store.db.transaction().execute(async tx => {
      if (given.flags['second-step'] === true) await removeSecond(tx, account.worker, null, world.now())
      return await makeOneTimeCode(tx, account.worker, null, world.now())
    })
    console.log(
      `${account.username} sets a new password on the sign-in page, “I can’t sign in”, within ${CODE_HOURS} hours, with this code: ${code}`,
    )
    return 0
  } finally {
    await world.store.close()
  }
}

async function sync(given: Arguments, env: Env): Promise<number> {
  const [, file] = given.words
  if (!file) throw new BadArguments('Say which file tells who works here.', staff)
  const world = await openWorld(readConfig(env))
  try {
    return await syncStaff(world, file, given.flags['dry-run'] === true)
  } finally {
    await world.store.close()
  }
}

const WHAT: Readonly<Record<string, (given: Arguments, env: Env) => Promise<number>>> = { add, reset, sync }

export const staff: Command = {
  name: 'staff',
  usage:
    'staff add --name "Full Name" --role ROLE [--team TEAM] [--registered NUMBER] --username NAME | staff add --role young-person --child ID --username NAME | staff sync FILE.csv [--dry-run] | staff reset --username NAME [--second-step]',
  says: `Lets somebody in, and prints their first password; brings who works here into step with a file (username, email, name, role, team, registered, from, until); or gives whoever can't sign in a one-time code, and takes a lost second step away. Roles: ${Object.keys(roles).join(', ')}.`,
  flags: {
    name: 'value',
    role: 'value',
    team: 'value',
    registered: 'value',
    username: 'value',
    child: 'value',
    'dry-run': 'switch',
    'second-step': 'switch',
  },
  run: async (given, env) => {
    const [what = ''] = given.words
    const run = Object.hasOwn(WHAT, what) ? WHAT[what] : undefined
    if (!run) throw new BadArguments('Say whether to add, sync or reset.', staff)
    return await run(given, env)
  },
}
