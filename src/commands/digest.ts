import { readConfig } from '../config.ts'
import { type Split, splits, UNALLOCATED } from '../domain/indicators/groups.ts'
import { findIndicator, indicators } from '../domain/indicators/indicators.ts'
import { parseDay } from '../domain/kernel/day.ts'
import { children } from '../store/indicators/children.ts'
import { figures } from '../store/indicators/figures.ts'
import { writeLog } from '../store/log.ts'
import { teams } from '../store/queries/teams.ts'
import { openWorld, today, type World } from '../world.ts'
import { type Arguments, BadArguments, type Command, flagText } from './arguments.ts'

const isSplit = (text: string): text is Split => Object.hasOwn(splits, text)

function asked(given: Arguments, world: World) {
  const typed = flagText(given, 'on')
  const on = typed === undefined ? today(world) : parseDay(typed)
  if (!on) throw new BadArguments(`“${typed}” is not a date: write it as YYYY-MM-DD.`, digest)
  const split = flagText(given, 'split')
  if (split !== undefined && !isSplit(split))
    throw new BadArguments(`“${split}” is not a split. There are: ${Object.keys(splits).join(', ')}.`, digest)
  const code = flagText(given, 'children')
  const indicator = code === undefined ? undefined : findIndicator(code)
  if (code !== undefined && !indicator)
    throw new BadArguments(
      `There is no indicator “${code}”. There are: ${indicators.map(i => i.code).join(', ')}.`,
      digest,
    )
  return { on, split, indicator, team: flagText(given, 'team') }
}

/** The children who count towards the figure (its numerator), by ID. */
async function listChildren(world: World, a: ReturnType<typeof asked>, json: boolean): Promise<void> {
  if (!a.indicator) return
  const found = await children(world.store.db, a.indicator, a.on, {
    yes: true,
    ...(a.team ? { team: a.team } : {}),
  })
  const codes = found.map(c => c.code)
  const page = `digest --children ${a.indicator.code} --on ${a.on}`
  await writeLog(world.store.db, {
    at: world.now(),
    viewer: null,
    action: 'children-behind',
    subject: null,
    page,
    allowed: true,
    because: 'The command line of the machine itself',
  })
  console.log(json ? JSON.stringify(codes) : codes.join('\n'))
}

export const digest: Command = {
  name: 'digest',
  usage: 'digest [--on YYYY-MM-DD] [--team TEAM] [--split age|sex|ethnicity|team] [--children CODE] [--json]',
  says: 'Prints the figures of a day, or with --children the child IDs counted in one of them.',
  flags: { on: 'value', team: 'value', split: 'value', children: 'value', json: 'switch' },
  run: async (given, env) => {
    const world = await openWorld(readConfig(env))
    try {
      const a = asked(given, world)
      const known = [...(await teams(world.store.db)), UNALLOCATED]
      if (a.team !== undefined && !known.includes(a.team))
        throw new BadArguments(`There is no team “${a.team}”. There are: ${known.join(', ')}.`, digest)
      const json = given.flags.json === true
      if (a.indicator) {
        await listChildren(world, a, json)
        return 0
      }
      const all = await figures(world.store.db, indicators, a.on, {
        ...(a.split ? { split: a.split } : {}),
        ...(a.team ? { team: a.team } : {}),
      })
      if (json) console.log(JSON.stringify(all, null, 2))
      else
        for (const f of all)
          console.log(
            `${f.code.padEnd(16)} ${String(f.value ?? '-').padStart(7)}  ${`${f.numerator}/${f.denominator}`.padStart(10)}  ${f.name}${f.split ? `: ${f.split}` : ''}`,
          )
      return 0
    } finally {
      await world.store.close()
    }
  },
}
