import type { Turn } from '../care/rounds.ts'
import { type N, toDay } from '../time.ts'
import { lateMeetings, lateReasons } from '../words/protection.ts'
import { meant, next, notSeen, said, seen, unborn, where } from '../words/seen.ts'
import { ageInYears, type Case, say, workerOn } from './case.ts'
import type { Draft } from './file.ts'

const steps = ['Safe at home', 'School', 'Family time', 'Health', 'Moving on']

const ageBand = (age: number) => (age < 2 ? 'baby' : age < 5 ? 'small' : age < 11 ? 'middle' : 'older')

/** What was seen, what was said or shown, and sometimes what it may mean. */
function views(c: Case, on: N): string {
  if (c.child.born > on) return say(c, on, unborn)
  const band = ageBand(ageInYears(c, on))
  const parts = [say(c, on, seen[band]), say(c, on, said[band])]
  return (c.rand.chance(0.35) ? [...parts, say(c, on, meant)] : parts).join(' ')
}

function answers(c: Case, series: string, on: N) {
  const age = ageInYears(c, on)
  const places = where[series === 'protection-visit' ? 'home' : 'care'][age < 5 ? 'young' : 'school']
  return {
    visitedOn: toDay(on),
    seen: age >= 4 && c.rand.chance(0.68) ? 'alone' : 'with-others',
    where: c.child.born > on ? 'At home' : say(c, on, places),
    views: views(c, on),
    ...(c.rand.chance(0.4) ? { step: c.rand.pick(steps) } : {}),
    next: say(c, on, next[ageBand(age)]),
  }
}

/** Why a thing was late, for some that were; the clock is named by its series and the day it fell due. */
export function writeLateReason(c: Case, series: string, turn: Turn, about: Draft | undefined): void {
  const { file, rand, setting } = c
  if (turn.on <= turn.due || turn.start < setting.start || !rand.chance(0.3)) return
  const on = Math.min(setting.today, turn.on)
  file.write(
    'late-reason',
    null,
    workerOn(c, on).id,
    {
      clock: series,
      due: toDay(turn.due),
      reason: say(c, on, series.endsWith('visit') ? lateReasons : lateMeetings),
    },
    about ? { amends: about } : {},
  )
}

/** A visit as it was written: some after one at which the child was not seen, some twice, some with the wrong day. */
export function writeVisit(c: Case, series: string, turn: Turn): void {
  const { child, file, rand, setting } = c
  const { on, start } = turn
  const author = workerOn(c, on).id
  if (rand.chance(0.03) && on - start > 8 && on > setting.start + 10) {
    const tried = on - rand.int(1, 4)
    file.write('statutory-visit', tried, author, {
      visitedOn: toDay(tried),
      seen: 'no',
      whyNotSeen: say(c, tried, notSeen),
      next: 'I will go again this week.',
    })
  }
  const right = answers(c, series, on)
  const wrongDay = on - 7
  const mistaken =
    rand.chance(0.006) && wrongDay > Math.max(start, child.born, setting.start) && on < setting.today - 4
  const visit = mistaken
    ? file.write(
        'statutory-visit',
        wrongDay,
        author,
        { ...right, visitedOn: toDay(wrongDay) },
        { lag: 7 + rand.int(0, 2) },
      )
    : file.write('statutory-visit', on, author, right)
  if (mistaken)
    file.write(
      'amendment',
      null,
      author,
      { why: 'Wrong week: the diary has the right day', becomes: right },
      { amends: visit },
    )
  else if (rand.chance(0.005) && on > setting.start)
    file.write(
      'amendment',
      null,
      author,
      { why: 'The child asked for these words instead', becomes: { ...right, views: views(c, on) } },
      { amends: visit },
    )
  // Two people went, and each wrote it down.
  if (rand.chance(0.006) && on > setting.start)
    file.write('statutory-visit', on, author, { ...answers(c, series, on), where: right.where })
  writeLateReason(c, series, turn, visit)
}
