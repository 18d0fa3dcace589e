import type { Turn } from '../care/rounds.ts'
import { toDay } from '../time.ts'
import { lateReasons } from '../words/decisions.ts'
import { notSeen, views, visitNext, visitPlace } from '../words/visits.ts'
import { type Case, say, told, workerOn } from './case.ts'
import type { Draft } from './file.ts'

const steps = ['Safe at home', 'School', 'Family time', 'Health', 'Moving on']

function answers(c: Case, on: number) {
  const t = told(c, on)
  const unborn = c.child.born > on
  return {
    visitedOn: toDay(on),
    seen: t.age >= 4 && c.rand.chance(0.68) ? 'alone' : 'with-others',
    where: visitPlace(t),
    views: unborn
      ? 'Saw mum at home. The cot is up and the room is dry. She has been to every appointment and showed me the scan.'
      : views(t),
    ...(c.rand.chance(0.4) ? { step: c.rand.pick(steps) } : {}),
    next: visitNext(t),
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
    { clock: series, due: toDay(turn.due), reason: say(c, on, lateReasons) },
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
      whyNotSeen: notSeen(told(c, tried)),
      next: 'I will go again this week.',
    })
  }
  const right = answers(c, on)
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
      { why: 'The child asked for these words instead', becomes: { ...right, views: views(told(c, on)) } },
      { amends: visit },
    )
  // Two people went, and each wrote it down.
  if (rand.chance(0.006) && on > setting.start)
    file.write('statutory-visit', on, author, { ...answers(c, on), where: right.where })
  writeLateReason(c, series, turn, visit)
}
