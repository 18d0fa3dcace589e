import { readConfig } from '../config.ts'
import { type Role, roles } from '../domain/access/roles.ts'
import { setSignIn, signInSettings } from '../store/accounts/settings.ts'
import { openWorld } from '../world.ts'
import { BadArguments, type Command, flagText } from './arguments.ts'

const isRole = (text: string): text is Role => Object.hasOwn(roles, text)

function readRoles(text: string): readonly Role[] {
  const asked = text.split(',').map(r => r.trim())
  if (asked.length === 1 && asked[0] === 'none') return []
  const read = asked.filter(isRole)
  const wrong = asked.find(r => !isRole(r))
  if (wrong !== undefined) throw new BadArguments(`“${wrong}” is not a role.`, signIn)
  return read
}

function readIdle(text: string): number {
  const minutes = Number(text)
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 720)
    throw new BadArguments('--idle is a number of minutes from 5 to 720.', signIn)
  return minutes
}

export const signIn: Command = {
  name: 'sign-in',
  usage: 'sign-in [--second-step ROLE,ROLE|all|none] [--idle MINUTES]',
  says: 'Says who must have a second step beside a password, and after how long without use a session ends.',
  flags: { 'second-step': 'value', idle: 'value' },
  run: async (given, env) => {
    const [second, idle] = [flagText(given, 'second-step'), flagText(given, 'idle')]
    const all = Object.keys(roles).filter(isRole)
    const wanted = second === undefined ? undefined : second === 'all' ? all : readRoles(second)
    const minutes = idle === undefined ? undefined : readIdle(idle)
    const world = await openWorld(readConfig(env))
    try {
      const now = await signInSettings(world.store.db)
      const next = { secondStep: wanted ?? now.secondStep, idle: minutes ?? now.idle }
      if (wanted || minutes) await setSignIn(world.store.db, next)
      const who = next.secondStep.map(r => roles[r]).join(', ') || 'nobody'
      console.log(`A second step is asked of: ${who}. A session ends after ${next.idle} minutes without use.`)
      return 0
    } finally {
      await world.store.close()
    }
  },
}
