import type { Seed } from '../../seed/generate.ts'
import { uuid } from '../../seed/ids.ts'
import { random } from '../../seed/random.ts'
import { allegationWords } from '../../seed/words/allegations.ts'
import { addDays } from '../domain/kernel/day.ts'
import { instantAt } from '../domain/kernel/london.ts'
import type { NewEntry, NewSubject } from '../domain/records/entry.ts'
import type { Answers } from '../domain/records/kinds/field.ts'
import { newEntry } from '../domain/records/new-entry.ts'
import { knownRecordType } from '../domain/records/registry.ts'
import type { Db } from '../store/connection.ts'
import { appendAll } from '../store/ledger.ts'

/**
 * Writes into an authority just made a few allegations against invented adults: one to be decided, one being managed, one
 * that was substantiated and one below the threshold.
 * @param byNow keeps what is written out of the hours to come
 */
export async function seedAllegations(
  tx: Db,
  { today, staff }: Seed,
  byNow: (entries: readonly NewEntry[]) => readonly NewEntry[],
): Promise<void> {
  const author = staff.find(m => m.role === 'designated-officer')?.id
  if (!author) return
  const rand = random('allegations')
  const entry = (subject: string, type: string, answers: Answers, ago: number): NewEntry => {
    const on = addDays(today, -ago)
    const now = instantAt(on, '11:40')
    return newEntry({
      id: uuid(Date.parse(now), rand),
      subject,
      type: knownRecordType(type),
      answers,
      author,
      now,
      today: on,
    })
  }
  const files: NewSubject[] = []
  const entries: NewEntry[] = []
  for (const { since, told, learned, ...said } of allegationWords.toSorted((a, b) => b.told - a.told)) {
    const id = uuid(Date.parse(instantAt(addDays(today, -told), '11:40')), rand)
    files.push({ id, kind: 'allegation', code: `A-${files.length + 1}` })
    const first = { ...said, received: addDays(today, -told), learned: addDays(today, -learned) }
    entries.push(entry(id, 'allegation-received', first, told))
    for (const [type, ago, { in: due, ...answers }] of since) {
      const on = type === 'allegation-action' ? {} : { on: addDays(today, -ago) }
      const by = typeof due === 'number' ? { due: addDays(today, due) } : {}
      entries.push(entry(id, type, { ...on, ...answers, ...by }, ago))
    }
  }
  await appendAll(tx, files, byNow(entries))
}
