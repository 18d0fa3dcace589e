import type { DemoPerson } from '../../seed/demo-staff.ts'
import type { Seed } from '../../seed/generate.ts'
import { uuid } from '../../seed/ids.ts'
import { random } from '../../seed/random.ts'
import { rightsFiles } from '../../seed/words/rights.ts'
import { addDays, addMonths, type Day, day, type Instant } from '../domain/kernel/day.ts'
import { instantAt } from '../domain/kernel/london.ts'
import type { NewEntry } from '../domain/records/entry.ts'
import type { Answers } from '../domain/records/kinds/field.ts'
import { newEntry } from '../domain/records/new-entry.ts'
import { knownRecordType } from '../domain/records/registry.ts'
import type { Db } from '../store/connection.ts'
import { appendAll } from '../store/ledger.ts'
import type { Subject } from '../store/project.ts'
import { dispose, filesTogether } from '../store/rights/dispose.ts'
import { retentionNow } from '../store/rights/read.ts'
import { seedOldAllegations } from './seed-old-allegations.ts'

/** Writes entries and files one after the other, with ids of their own. */
function writer(today: Day) {
  const rand = random('rights and retention')
  return {
    id: () => uuid(Date.parse(instantAt(addDays(today, -90))), rand),
    entry: (subject: string, type: string, answers: Answers, author: string, ago: number): NewEntry => {
      const on = addDays(today, -ago)
      const now = instantAt(on, '10:15')
      const id = uuid(Date.parse(now), rand)
      return newEntry({ id, subject, type: knownRecordType(type), answers, author, now, today: on })
    },
  }
}
export type Writer = ReturnType<typeof writer>

/** Children of long ago, whose files were brought in from paper. */
async function oldFiles(tx: Db, w: Writer, today: Day, author: string) {
  const files = rightsFiles.map(f => ({
    ...f,
    subject: { id: w.id(), kind: 'child' as const, code: f.code },
  }))
  const born = addMonths(today, -12 * 33)
  await appendAll(
    tx,
    files.map(f => f.subject),
    files.flatMap(({ subject, given, family, about, note }, i) => [
      w.entry(
        subject.id,
        'person-details',
        {
          asOf: addDays(born, i * 97),
          unborn: false,
          givenName: given,
          familyName: family,
          born: addDays(born, i * 97),
          sex: i % 2 === 0 ? 'F' : 'M',
        },
        author,
        60,
      ),
      w.entry(
        subject.id,
        'case-note',
        { on: addMonths(born, 12 * 9), what: 'call', about, note, significant: 'no' },
        author,
        60,
      ),
    ]),
  )
  return files.map(f => f.subject)
}

interface People {
  readonly director: string
  readonly proposer: string
}

async function disposals(tx: Db, w: Writer, today: Day, now: Instant, { director, proposer }: People) {
  const [first, second, third] = await oldFiles(tx, w, today, proposer)
  if (!first || !second || !third) return
  const [done, waits, hold] = ['D1', 'D2', 'H1'].map(code => ({
    id: w.id(),
    kind: code.startsWith('H') ? ('hold' as const) : ('disposal' as const),
    code,
  }))
  if (!done || !waits || !hold) return
  const propose = async (disposal: string, file: Subject, ago: number) => {
    const r = await retentionNow(tx, file, today)
    if (r.is !== 'due') throw new Error(r.because)
    const because = `${r.row.title}. ${r.row.source}.`
    const why = 'Read through: nothing is asked for, and nobody else is concerned.'
    const answers = { child: file.id, rule: r.row.code, due: r.until, because, why }
    return w.entry(disposal, 'disposal-proposed', answers, proposer, ago)
  }
  const agreed = { outcome: 'agreed', why: 'I looked at the list of what it holds, and agree.' }
  const held = {
    scope: 'file',
    child: third.id,
    reason: 'claim',
    askedBy: 'The council’s solicitor, reference LS 114',
    from: addDays(today, -30),
    words: 'A claim is expected. The file and all that goes with it is kept.',
  }
  await appendAll(
    tx,
    [done, waits, hold],
    [
      await propose(done.id, first, 20),
      w.entry(done.id, 'disposal-decided', agreed, director, 14),
      await propose(waits.id, second, 3),
      w.entry(hold.id, 'hold-placed', held, director, 30),
    ],
  )
  const retention = await retentionNow(tx, first, today)
  if (retention.is === 'due')
    await dispose(tx, {
      disposal: done,
      files: await filesTogether(tx, first),
      rule: retention.row.code,
      due: retention.until,
      by: director,
      now,
    })
}

/** Who may ask for their file themselves: over thirteen, looked after, with family written down, and not restricted. */
async function someChildren(tx: Db, today: Day): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('person')
    .innerJoin('spell', 'spell.subject', 'person.subject')
    .innerJoin('happening', 'happening.subject', 'person.subject')
    .select('person.subject')
    .distinct()
    .where('spell.kind', '=', 'looked-after')
    .where('spell.ends', 'is', null)
    .where('happening.type', '=', 'relationship')
    .where('person.born', '<=', addMonths(today, -12 * 14))
    .where('person.restricted', '=', false)
    .where('person.merged', 'is', null)
    .orderBy('person.subject')
    .limit(2)
    .execute()
  return rows.map(r => r.subject)
}

async function requests(tx: Db, w: Writer, today: Day, { director, proposer }: People) {
  const children = await someChildren(tx, today)
  for (const [i, child] of children.entries()) {
    const file = { id: w.id(), kind: 'access-request' as const, code: `R${i + 1}` }
    const asked = {
      child,
      received: addDays(today, -(12 + i * 9)),
      asks: 'self',
      asker: 'The young person, with their advocate',
      reach: 'Through the advocate',
      scope: 'Everything that is written about me.',
      log: i === 1,
    }
    const identity = {
      on: asked.received,
      how: 'Known to their social worker, who was with them.',
      restart: false,
    }
    const marked = w.entry(file.id, 'access-marked', {}, proposer, 4)
    const checked = w.entry(
      file.id,
      'access-checked',
      { outcome: 'agreed', words: 'Read through.' },
      director,
      2,
    )
    await appendAll(
      tx,
      [file],
      [
        w.entry(file.id, 'access-requested', asked, proposer, 12 + i * 9),
        w.entry(file.id, 'access-identity', identity, proposer, 11 + i * 9),
        ...(i === 1 ? [marked, checked] : []),
      ],
    )
  }
}

/** From when what is written here rests: before it there is nothing to be asked for. */
const SINCE = day('2018-05-25')

/**
 * Writes into an authority just made what is asked for and what is over: a request being marked and one ready to go, old
 * files that are due, one proposed, one held, and one that was disposed of; and so of old allegations.
 * @param now the moment, or null where the clock stands on its day
 * @returns whom the sign-in page offers beside the others
 */
export async function seedRights(tx: Db, made: Seed, now: Instant | null): Promise<readonly DemoPerson[]> {
  const { today } = made
  const director = made.staff.find(m => m.role === 'director')?.id
  const proposer = made.staff.find(m => m.role === 'auditor' || m.role === 'performance-analyst')?.id
  if (!director || !proposer || today < SINCE) return []
  const people = { director, proposer }
  const w = writer(today)
  const moment = now ?? instantAt(today, '08:30')
  await disposals(tx, w, today, moment, people)
  await requests(tx, w, today, people)
  const officer = made.staff.find(m => m.role === 'designated-officer')?.id
  return officer ? [await seedOldAllegations(tx, w, today, moment, officer)] : []
}
