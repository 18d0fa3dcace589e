import type { FrameworkCode } from '../../domain/improvement/framework.ts'
import { frameworkOf, frameworks } from '../../domain/improvement/frameworks.ts'
import { findIndicator } from '../../domain/indicators/indicators.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { auditTool } from '../../domain/quality/tools.ts'
import type { BoundFigure, BoundStandard, ReadArea } from '../../domain/readiness/evaluation-paper.ts'
import { readEvidence } from '../../domain/readiness/evidence.ts'
import type { Entry } from '../../domain/records/entry.ts'
import { keptDocument } from '../../domain/records/kinds/documents.ts'
import type { Db } from '../../store/connection.ts'
import { figures } from '../../store/indicators/figures.ts'
import { namesOf } from '../../store/people.ts'
import { auditFigures } from '../../store/queries/audit-figures.ts'
import { areasOn, type EvaluatedArea, type Evaluation, latest } from '../../store/queries/self-evaluation.ts'

/** Frameworks that a self-evaluation can be written against: those that judge areas. */
export const evaluable = (on: Day) => frameworks.filter(f => areasOn(f.code, on).length > 0).toReversed()

/** The framework asked for by the address; the one in force where it is none of them. */
export function askedFramework(query: Readonly<Record<string, string | undefined>>, on: Day): FrameworkCode {
  const all = evaluable(on)
  return all.find(f => f.code === query.framework)?.code ?? 'ilacs-2018'
}

const strings = (v: unknown): readonly string[] => (Array.isArray(v) ? v.map(String) : [])
const text = (v: unknown): string => (typeof v === 'string' ? v : '')
const valueWords = (value: number | null | undefined, percent: boolean): string =>
  value === null || value === undefined ? 'nobody to ask about' : percent ? `${value}%` : String(value)

const onOf = (e: Entry): Day =>
  // The form read it as a day.
  (text(e.answers.figuresOn) || londonDay(e.recorded)) as Day

/** Every figure that areas name, on a day, asked once. */
async function valuesOn(
  db: Db,
  codes: readonly string[],
  on: Day,
): Promise<ReadonlyMap<string, number | null>> {
  const asked = [...new Set(codes)].flatMap(c => findIndicator(c) ?? [])
  return new Map((await figures(db, asked, on)).map(f => [f.code, f.value]))
}

async function figuresOf(
  db: Db,
  e: Entry,
  now: ReadonlyMap<string, number | null>,
): Promise<readonly BoundFigure[]> {
  const codes = strings(e.answers.figures)
  if (codes.length === 0) return []
  const thenOn = onOf(e)
  const then = await valuesOn(db, codes, thenOn)
  return codes.flatMap(code => {
    const i = findIndicator(code)
    if (!i) return []
    const percent = i.unit === 'percent'
    return [
      {
        code,
        name: i.name,
        before: valueWords(then.get(code), percent),
        beforeOn: thenOn,
        now: valueWords(now.get(code), percent),
      },
    ]
  })
}

async function standardsOf(db: Db, e: Entry, today: Day): Promise<readonly BoundStandard[]> {
  const said: BoundStandard[] = []
  for (const code of strings(e.answers.standards)) {
    const [tool = '', standard = ''] = code.split('/')
    const title = auditTool(tool)?.standards.find(s => s.code === standard)?.title
    if (!title) continue
    const [then, now] = await auditFigures(db, { tool, standard }, [onOf(e), today])
    const words = (f: typeof then) => (f ? `${f.value}% of ${f.denominator}` : 'no audits')
    said.push({ title, before: words(then), now: words(now) })
  }
  return said
}

/** The areas as they are read: each answer with what it rests on, then and today. */
export async function readAreas(db: Db, evaluation: Evaluation, today: Day): Promise<readonly ReadArea[]> {
  const last = evaluation.areas.flatMap(a => latest(a) ?? [])
  const now = await valuesOn(
    db,
    last.flatMap(e => strings(e.answers.figures)),
    today,
  )
  const names = await namesOf(
    db,
    last.map(e => e.author),
  )
  const read = async ({ code, title, versions }: EvaluatedArea): Promise<ReadArea> => {
    const e = versions.at(-1)
    if (!e) return { code, title, said: null }
    return {
      code,
      title,
      said: {
        know: text(e.answers.know),
        how: text(e.answers.how),
        plans: text(e.answers.plans),
        on: londonDay(e.recorded),
        by: names.get(e.author) ?? 'somebody who has left',
        figures: await figuresOf(db, e, now),
        standards: await standardsOf(db, e, today),
        evidence: readEvidence(text(e.answers.evidence)),
        documents: strings(e.answers.documents).flatMap(d => keptDocument(d) ?? []),
      },
    }
  }
  const areas: ReadArea[] = []
  for (const a of evaluation.areas) areas.push(await read(a))
  return areas
}

export const frameworkName = (code: FrameworkCode): string => frameworkOf(code).name
