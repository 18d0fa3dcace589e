import {
  allocated,
  allocationEnded,
  born,
  cameBack,
  care,
  ceased,
  decided,
  health,
  immunised,
  placed,
  plan,
  planEnded,
  referred,
  review,
  visited,
  went,
} from '../../domain/indicators/test-file.ts'
import { england } from '../../domain/kernel/calendar.ts'
import { addDays, addMonths, type Day } from '../../domain/kernel/day.ts'

type File = readonly ReturnType<typeof born>[]

/** For tests: files in which two days that must be told apart are one, or a day apart, around a day asked about. */
export function edgeFiles(on: Day): readonly File[] {
  const back = (n: number) => addDays(on, -n)
  const yearAgo = addMonths(on, -12)
  const start = back(60)
  const due = england.add(start, 20)
  return [
    // A placement that ended on the day it began, between two others.
    [care(start), placed(start), placed(due), placed(due, 'K2'), placed(due)],
    // A return whose three days are up on the day, and the day before.
    [went(back(9)), cameBack(back(3))],
    [went(back(9)), cameBack(back(4))],
    [went(back(20)), cameBack(back(10), back(7))],
    [went(back(20)), cameBack(back(10), back(6))],
    // A worker until the very day of acceptance.
    [allocated(back(30)), referred(back(10)), decided(back(8)), allocationEnded(back(8))],
    // Two checks on one day: the later written counts.
    [care(back(800)), immunised(back(5)), immunised(back(5), false)],
    [care(back(800)), immunised(back(5), false), immunised(back(5))],
    // Left care on the day the first review and health assessment were due, and the day after.
    [care(start), health(back(55)), ceased(due)],
    [care(start), health(back(55)), ceased(addDays(due, 1))],
    [care(start), ceased(due), care(addDays(due, 1)), review(addDays(due, 2))],
    [care(start), ceased(addDays(due, 1)), care(addDays(due, 2)), review(addDays(due, 3))],
    // Left and came back before the first assessment was due.
    [care(start), ceased(addDays(start, 5)), care(addDays(start, 6)), health(addDays(due, 1))],
    [care(back(30)), health(back(29)), ceased(back(25)), care(back(24))],
    // An overdue visit whose clock ended on the day.
    [care(start), placed(start), ceased(on), care(on)],
    [care(back(200)), placed(back(200)), ceased(on), care(on)],
    [care(start), placed(start), placed(on)],
    // Met on the due day, and due on the day asked about.
    [care(start), review(due), visited(due)],
    [care(start), review(addDays(due, 1))],
    [plan(addMonths(on, -3)), referred(on)],
    // A year before, to the day.
    [referred(yearAgo), referred(on), health(yearAgo), plan(yearAgo), planEnded(yearAgo), plan(on)],
    [referred(addDays(yearAgo, -1)), decided(addDays(yearAgo, -1)), referred(on)],
    [born(addMonths(on, -48)), care(yearAgo), review(on, 'PN7'), health(addDays(yearAgo, 1))],
  ]
}
