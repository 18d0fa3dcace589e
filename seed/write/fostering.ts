import { boys, families, girls } from '../people/names.ts'
import { toDay } from '../time.ts'
import { type Case, workerOn } from './case.ts'

const who = [
  'Friend of the family',
  'Great-aunt',
  'Host of the language school',
  'Parents of a school friend',
]

/** Private arrangements, from the day the authority knew of them. */
export function writeFostering(c: Case): void {
  const { child, file, rand } = c
  for (const f of child.fostering) {
    const carer = `${rand.pick(who)}: ${rand.pick([...girls, ...boys])} ${rand.pick(families)}`
    file.write(
      'private-fostering',
      f.from,
      workerOn(c, f.from).id,
      { awareOn: toDay(f.from), carer },
      { lag: rand.int(0, 5) },
    )
    if (f.to === null) continue
    const reason = rand.weighted([
      ['home', 7],
      ['moved', 2],
    ])
    file.write('private-fostering-ended', f.to, workerOn(c, f.to).id, { on: toDay(f.to), reason })
  }
}
