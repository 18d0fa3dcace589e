import { dueOf } from '../../domain/improvement/framework.ts'
import { partsOf } from '../../domain/improvement/source.ts'
import { england } from '../../domain/kernel/calendar.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { textOf } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { findingAdded, findingConfirmed, findingSetAside } from '../../domain/records/types/plan.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { append, holdFile } from '../../store/ledger.ts'
import { namesOf } from '../../store/people.ts'
import { notWritten } from '../../web/form/written.tsx'
import type { Ctx, Outcome } from '../../web/page.ts'
import { types, type What } from './area-form.tsx'
import type { InspectionData } from './inspection.tsx'
import { EntryWords } from './parts.tsx'
import { write } from './write.ts'

const written = { correct: findingConfirmed, aside: findingSetAside, add: findingAdded } as const
const isWhat = (text: string): text is What => Object.hasOwn(written, text)

/** The day a time runs out, by the report's framework, counted from its publication. */
export function dueIn(inspection: InspectionData['inspection'], band: unknown): Day | undefined {
  const found = partsOf(inspection).bands.find(b => b.code === band)
  return found && inspection.published ? dueOf(found, inspection.published, england) : undefined
}

/** Where the time was changed and its day was not, or no day was given, the day is counted again. */
function withDue(data: InspectionData, finding: string, answers: Answers): Answers {
  const before = data.inspection.findings.find(f => f.id === finding)
  const band = answers.band
  const same = before
    ? answers.due === (before.due ?? undefined) && band !== (before.band ?? undefined)
    : false
  if (band === undefined || (answers.due !== undefined && !same)) return answers
  const due = dueIn(data.inspection, band)
  return due ? { ...answers, due } : answers
}

async function confirm(ctx: Ctx<Db>, data: InspectionData, which: (id: string) => boolean): Promise<Outcome> {
  await holdFile(ctx.tx, data.inspection.id)
  const chosen = data.inspection.findings.filter(f => !f.confirmed && !f.setAside && which(f.id))
  if (chosen.length === 0)
    return {
      again: {
        typed: ctx.typed,
        faults: {
          areas: 'Tick the areas that are right, or confirm them all. Those confirmed before stand.',
        },
      },
    }
  const entries = chosen.map(f => entryBy(ctx, data.inspection.id, findingConfirmed, { finding: f.id }))
  await append(ctx.tx, { id: data.inspection.id, kind: 'inspection', code: data.code }, entries)
  return { go: data.at }
}

/** Takes what a person says of the areas: that they are right, or what is right instead, or that one is set aside. */
export async function submitInspection(ctx: Ctx<Db>, data: InspectionData): Promise<Outcome> {
  const { typed } = ctx
  const asked = textOf(typed, '_do')
  const wrong = (faults: Record<string, string>): Outcome => ({ again: { typed, faults } })
  if (asked === 'confirm-all') return await confirm(ctx, data, () => true)
  if (asked === 'confirm-ticked') {
    const ticked = typed.right ?? []
    return await confirm(ctx, data, id => ticked === id || (Array.isArray(ticked) && ticked.includes(id)))
  }
  if (!isWhat(asked))
    return wrong({ areas: 'Choose what to do with an area: correct it, set it aside or add one.' })
  const finding = textOf(typed, 'finding')
  if (asked !== 'add' && !data.inspection.findings.some(f => f.id === finding))
    return wrong({ areas: 'That area is not in this report. Open the page again and choose it there.' })
  const read = readForm(ctx, types[asked], typed)
  if (!read.ok) return wrong(read.error)
  const answers = withDue(data, finding, asked === 'add' ? read.value : { finding, ...read.value })
  const outcome = await write(ctx, {
    subject: { id: data.inspection.id, kind: 'inspection', code: data.code },
    type: written[asked],
    answers,
    stale: e => asked !== 'add' && e.answers.finding === finding,
  })
  const kept = await notWritten(outcome, {
    typed,
    at: 'areas',
    namesOf: ids => namesOf(ctx.tx, ids),
    words: e => EntryWords({ entry: e }),
  })
  if (kept) return kept
  const added = 'done' in outcome ? outcome.done : 'before' in outcome ? outcome.before : finding
  return { go: `${data.at}#area-${asked === 'add' ? added : finding}` }
}
