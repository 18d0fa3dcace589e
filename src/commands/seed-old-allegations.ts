import type { DemoPerson } from '../../seed/demo-staff.ts'
import { deputyOfficer, oldAllegations } from '../../seed/words/allegations.ts'
import { addDays, addMonths, type Day, type Instant } from '../domain/kernel/day.ts'
import { keepings } from '../domain/rights/keeping.ts'
import type { Db } from '../store/connection.ts'
import { appendAll } from '../store/ledger.ts'
import { nextNumbered } from '../store/numbered.ts'
import type { Subject } from '../store/project.ts'
import { dispose } from '../store/rights/dispose.ts'
import { retentionNow } from '../store/rights/read.ts'
import type { Writer } from './seed-rights.ts'

const kept = keepings.allegations

/** Files that were closed long ago, written down from paper by the officer. */
async function oldFiles(tx: Db, w: Writer, today: Day, officer: string): Promise<readonly Subject[]> {
  const first = Number((await nextNumbered(tx, 'allegation', 'A-')).slice(2))
  const files = oldAllegations.map((_, i) => ({
    id: w.id(),
    kind: 'allegation' as const,
    code: `A-${first + i}`,
  }))
  const entries = oldAllegations.flatMap(({ years, age, ...said }, i) => {
    const file = files[i]?.id ?? ''
    const received = addDays(addMonths(today, -12 * years), -40)
    const told = {
      ...said,
      received,
      learned: received,
      from: 'employer',
      teller: 'Not written on the paper file',
      sector: 'other',
      ...(age === null ? {} : { born: addDays(addMonths(today, -12 * age), -100) }),
    }
    const on = addDays(received, 1)
    const reason = 'As it stands on the paper file: nothing that harmed a child.'
    return [
      w.entry(file, 'allegation-received', told, officer, 60),
      w.entry(file, 'allegation-considered', { on, meets: false, reason }, officer, 60),
    ]
  })
  await appendAll(tx, files, entries)
  return files
}

/**
 * Allegations whose time is over: one that was disposed of, one proposed by the deputy, one to be decided, one held, and one
 * of which nobody knows.
 * @returns the deputy, whom the sign-in page offers: it takes two to dispose of a file
 */
export async function seedOldAllegations(
  tx: Db,
  w: Writer,
  today: Day,
  now: Instant,
  officer: string,
): Promise<DemoPerson> {
  const deputy = { id: w.id(), kind: 'worker' as const, code: 'L1' }
  const role = 'designated-officer' as const
  const details = { from: addDays(today, -400), name: deputyOfficer, role, working: true }
  await appendAll(tx, [deputy], [w.entry(deputy.id, 'staff-details', details, deputy.id, 80)])
  const [gone, waits, , held] = await oldFiles(tx, w, today, officer)
  if (!gone || !waits || !held) throw new Error('There are no old allegations.')
  const [done, proposed] = ['AD1', 'AD2'].map(code => ({ id: w.id(), kind: kept.disposal.kind, code }))
  const hold = { id: w.id(), kind: kept.hold.kind, code: 'AH1' }
  if (!done || !proposed) throw new Error('There is no disposal.')
  const dueOf = async (file: Subject) => {
    const r = await retentionNow(tx, file, today)
    if (r.is !== 'due') throw new Error(r.because)
    return { rule: r.row.code, due: r.until, because: r.because }
  }
  const propose = async (disposal: string, file: Subject, by: string, ago: number) => {
    const why = 'Read through: there is no later file of the same name, and nobody asks for it.'
    const answers = { child: file.id, ...(await dueOf(file)), why }
    return w.entry(disposal, 'disposal-proposed', answers, by, ago)
  }
  const agreed = { outcome: 'agreed', why: 'I read it too, and agree.' }
  const keeps = {
    scope: 'file',
    child: held.id,
    reason: 'claim',
    askedBy: 'The council’s solicitor, reference LS 162',
    from: addDays(today, -25),
    words: 'A claim against the school is expected.',
  }
  await appendAll(
    tx,
    [done, proposed, hold],
    [
      await propose(done.id, gone, officer, 16),
      w.entry(done.id, 'disposal-decided', agreed, deputy.id, 9),
      await propose(proposed.id, waits, deputy.id, 2),
      w.entry(hold.id, 'hold-placed', keeps, officer, 25),
    ],
  )
  const { rule, due } = await dueOf(gone)
  await dispose(tx, { disposal: done, files: [gone], rule, due, by: deputy.id, now })
  return {
    id: deputy.id,
    name: deputyOfficer,
    role,
    team: null,
    says: 'Stands in, and agrees or not where an allegation’s file is to be disposed of.',
  }
}
