import type { Rand } from '../random.ts'
import type { Member } from '../staff.ts'
import { type N, toDay, workingOnOrAfter } from '../time.ts'
import { caseTalk, talk } from '../words/assessment.ts'
import { type Case, managerOn, sayAll } from './case.ts'
import type { File } from './file.ts'
import type { Setting } from './setting.ts'

/** How far back supervision is told: before that it was kept on paper. */
const BACK = 400

/** What supervision thought and decided for a child, every month or two, but where it slips. */
export function writeCaseSupervision(c: Case): void {
  const { held, rand, setting, file } = c
  for (const h of held) {
    if (h.as !== 'worker' || h.by.role !== 'social-worker') continue
    const end = Math.min(h.to ?? setting.today, setting.today)
    for (
      let on = Math.max(h.from, setting.today - BACK) + rand.int(8, 50);
      on < end;
      on += rand.int(34, 66)
    ) {
      if (rand.chance(setting.slips.rate('oversight', on) * 0.5)) continue
      const day = workingOnOrAfter(on)
      const manager = managerOn(c, day)
      if (day >= end || manager.role !== 'team-manager') continue
      const [decision, thinking, next] = sayAll(c, day, caseTalk)
      const by = rand.chance(0.7) ? { by: toDay(day + rand.int(7, 28)) } : {}
      file.write(
        'case-supervision',
        day,
        manager.id,
        { on: toDay(day), thinking, decision, next, ...by },
        { lag: rand.int(0, 2) },
      )
    }
  }
}

/** The supervision of a worker, in the worker’s own file; and who covers while one of them is away. */
export function writeSupervision(file: File, m: Member, setting: Setting, rand: Rand): void {
  const by = m.role === 'social-worker' && m.team !== null ? setting.staff.manager(m.team) : null
  if (!by) return
  const end = Math.min(m.to ?? setting.today, setting.today)
  const gap = (on: N) =>
    m.newlyQualified !== null && on - m.newlyQualified < 180 ? rand.int(9, 16) : rand.int(24, 36)
  for (let on = Math.max(m.from, setting.today - BACK) + rand.int(3, 25); on < end; on += gap(on)) {
    if (rand.chance(setting.slips.rate('oversight', on) * 0.4)) continue
    const day = workingOnOrAfter(on)
    if (day >= end) continue
    const [reflection, wellbeing, agreed] = rand.pick(talk)
    file.write(
      'supervision',
      day,
      by.id,
      { on: toDay(day), sort: 'formal', reflection, wellbeing, agreed },
      { lag: 0 },
    )
  }
}

/** Somebody in every second team is away this week, and a colleague covers. */
export function writeCover(file: File, m: Member, setting: Setting): void {
  const { staff, today } = setting
  const at = staff.teams.findIndex(t => t.name === m.team)
  const here = m.team === null ? [] : staff.workers(m.team, today).filter(x => x.to === null)
  const [away, by] = [here.at(-1), here.at(-2)]
  if (at % 2 === 0 || away !== m || !by) return
  const answers = { from: toDay(today - 2), to: toDay(today + 9), by: by.id, why: 'Leave' }
  file.write('cover', today - 2, staff.manager(by.team ?? '').id, answers, { lag: 0 })
}
