import { demoStaff } from '../../seed/demo-staff.ts'
import { generate, type Seed } from '../../seed/generate.ts'
import { type ProfileName, profiles } from '../../seed/profiles/index.ts'
import { readConfig } from '../config.ts'
import type { Role } from '../domain/access/roles.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { instantAt } from '../domain/kernel/london.ts'
import type { NewEntry } from '../domain/records/entry.ts'
import { appendAll } from '../store/ledger.ts'
import { writeSettings } from '../store/settings.ts'
import { openWorld, today, type World } from '../world.ts'
import { BadArguments, type Command, flagText } from './arguments.ts'
import { progress } from './progress.ts'
import { seedAllegations } from './seed-allegations.ts'
import { seedAudits } from './seed-audits.ts'
import { seedBoards } from './seed-boards.ts'
import { seedCarers } from './seed-carers.ts'
import { seedLibrary } from './seed-library.ts'
import { seedOwn } from './seed-own.ts'
import { seedPapers } from './seed-papers.ts'
import { seedPlan } from './seed-plan.ts'
import { seedQuality } from './seed-quality.ts'
import { seedRights } from './seed-rights.ts'
import { seedVisits } from './seed-visits.ts'

const isProfile = (name: string): name is ProfileName => Object.hasOwn(profiles, name)

/** What each of the people on the demonstration's sign-in page can try. */
const SAYS: Readonly<Record<Role, string>> = {
  'social-worker': 'Records visits and notes, and sees what is due for the children allocated to them.',
  'family-support': 'Sees the children of the team, and records visits and what was done with them.',
  'lead-practitioner': 'Sees the children of the team, and records visits and what was done with them.',
  'team-manager': 'Sees the whole team’s work, decides, allocates and signs off.',
  'reviewing-officer': 'Holds reviews and conferences, and sees what moves between them.',
  'service-manager': 'Sees every team’s work, decides and signs off.',
  'conference-chair': 'Chairs conferences, and decides on child protection plans.',
  'looked-after-nurse':
    'Keeps what concerns the health of looked after children, and sees nothing else of their files.',
  'personal-adviser': 'Keeps the pathway plans of young people who leave care, and is in touch with them.',
  'virtual-head': 'Keeps the education plans of looked after children, and says how good they are.',
  'foster-carer':
    'Reads what it takes to look after the child placed with them, and writes a log of the days.',
  'young-person': 'Reads their own plan and what was decided, and says what they think of it.',
  'out-of-hours': 'Opens and writes in any file, the same evening.',
  auditor: 'Draws samples of files, audits them, and collates what is found.',
  'performance-analyst': 'Opens every figure into its children, and writes what lies behind it.',
  director: 'Owns the improvement plan and its papers; reads any file.',
  'elected-member': 'Sees figures and the plan, and never a child.',
  inspector: 'Reads the sampled files, for as long as the visit lasts.',
  'designated-officer': 'Keeps the files of allegations against adults, and opens no file of a child.',
  administrator: 'Looks after accounts and staff details, and sees no child.',
}

/** A demonstration begun in the morning holds nothing of its afternoon. */
const byNow = (entries: readonly NewEntry[], now: Instant): readonly NewEntry[] =>
  entries.map(e => (e.recorded > now ? { ...e, recorded: now } : e))

/** Fills an empty database with an invented authority, and marks it as a demonstration. */
export async function seedWorld(world: World, name: ProfileName): Promise<Seed> {
  const profile = profiles[name]
  console.error(`Making the invented authority ${profile.authority} …`)
  const made = generate(profile, today(world))
  const stands = profile.asAt ?? undefined
  const entries = stands ? made.entries : byNow(made.entries, world.now())
  await world.store.db.transaction().execute(async tx => {
    await appendAll(tx, made.subjects, entries, progress('Files written'))
    await seedAudits(tx, made, list => (stands ? list : byNow(list, world.now())))
    await seedQuality(tx, made, list => (stands ? list : byNow(list, world.now())))
    await seedPlan(tx, made, list => (stands ? list : byNow(list, world.now())))
    await seedBoards(tx, made, list => (stands ? list : byNow(list, world.now())))
    await seedPapers(tx, made, list => (stands ? list : byNow(list, world.now())))
    await seedLibrary(tx, made.today, stands ? instantAt(made.today, '09:00') : world.now())
    await seedAllegations(tx, made, list => (stands ? list : byNow(list, world.now())))
    const deputies = await seedRights(tx, made, stands ? null : world.now())
    const inspectors = await seedVisits(tx, made, list => (stands ? list : byNow(list, world.now())))
    const carers = await seedCarers(tx, made, list => (stands ? list : byNow(list, world.now())))
    const own = await seedOwn(tx, made, list => (stands ? list : byNow(list, world.now())))
    await writeSettings(tx, {
      profile: name,
      people: [...demoStaff(made), ...deputies, ...carers, ...own, ...inspectors].map(p => ({
        id: p.id,
        says: p.says ?? SAYS[p.role],
      })),
      ...(stands ? { clockStands: stands } : {}),
    })
  })
  return made
}

export const seed: Command = {
  name: 'seed',
  usage: `seed --profile ${Object.keys(profiles).join('|')}`,
  says: 'Fills an empty database with an invented authority, for demonstration.',
  flags: { profile: 'value' },
  run: async (given, env) => {
    const name = flagText(given, 'profile')
    if (!name || !isProfile(name))
      throw new BadArguments(`Say which profile: ${Object.keys(profiles).join(', ')}.`, seed)
    const world = await openWorld(readConfig(env))
    try {
      if (await world.store.db.selectFrom('subject').select('id').limit(1).executeTakeFirst()) {
        console.error(
          'This database is not empty, and invented people are never mixed with others. Give the demonstration a database of its own.',
        )
        return 2
      }
      const began = Date.now()
      const made = await seedWorld(world, name)
      console.log(
        `${made.authority}: ${made.subjects.length} files, ${made.entries.length} entries, in ${((Date.now() - began) / 1000).toFixed(1)} s.`,
      )
      return 0
    } finally {
      await world.store.close()
    }
  },
}
