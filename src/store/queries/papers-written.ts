import type { Inspection } from '../../domain/improvement/fold-findings.ts'
import type { Paper } from '../../domain/improvement/paper.ts'
import { paperKinds } from '../../domain/improvement/paper-kinds.ts'
import { composePaper } from '../../domain/improvement/papers/compose.ts'
import { outlines, setOf } from '../../domain/improvement/papers/outlines.ts'
import type { PaperFile } from '../../domain/improvement/papers/paper-file.ts'
import type { PaperInput, Previous } from '../../domain/improvement/papers/part.ts'
import { figureKey } from '../../domain/improvement/papers/since.ts'
import { answersTo } from '../../domain/improvement/plan.ts'
import { addMonths } from '../../domain/kernel/day.ts'
import { canonical, digest } from '../chain.ts'
import type { Db } from '../connection.ts'
import { authorityAnswers } from './authority.ts'
import { readPaperFiles } from './papers.ts'
import { boundFigures, setLines } from './papers-figures.ts'
import { readPlan } from './plan.ts'
import { planLines } from './plan-lines.ts'
import { readRisks } from './risks.ts'

/** The final paper of the same kind for the same body whose figures are the latest before these. */
function previousOf(file: PaperFile, all: readonly PaperFile[]): Previous | undefined {
  const [last] = all
    .filter(
      p =>
        p.id !== file.id &&
        p.kind === file.kind &&
        p.body.trim().toLowerCase() === file.body.trim().toLowerCase() &&
        p.state === 'final' &&
        p.asAt < file.asAt,
    )
    .toSorted((a, b) => (a.asAt < b.asAt ? 1 : -1))
  const figures = last?.finals.at(-1)?.figures
  return last && figures ? { code: last.code, meeting: last.meeting, asAt: last.asAt, figures } : undefined
}

type Known = Readonly<Record<string, unknown>>

function named(known: Known): PaperInput['names'] {
  const one = (key: string, name: string) =>
    typeof known[name] === 'string' && known[name] !== '' ? { [key]: known[name] } : {}
  return {
    ...one('portfolioHolder', 'portfolioHolder'),
    ...one('director', 'director'),
    ...one('author', 'author'),
    ...one('address', 'address'),
    ...one('email', 'email'),
  }
}

/** The report a paper is about: the one chosen; the latest for a paper that must be about one; else none. */
function reportOf(file: PaperFile, inspections: readonly Inspection[]): Inspection | undefined {
  const chosen = inspections.find(i => i.id === file.inspection)
  if (chosen || !paperKinds[file.kind].ofOneReport) return chosen
  return inspections.filter(i => i.framework !== null).at(-1) ?? inspections.at(-1)
}

/**
 * All that a paper is made from: the plan as it was known on the day of its figures, with its figures, risks and the
 * author’s words. Papers are read by anybody, so small numbers are held back whoever writes them.
 * @param words the author’s words, where others than those of the file are to be shown
 */
export async function paperInput(
  db: Db,
  file: PaperFile,
  words?: ReadonlyMap<string, string>,
): Promise<PaperInput> {
  const { asAt } = file
  const previous = previousOf(file, await readPaperFiles(db))
  const since = previous?.asAt ?? file.since ?? addMonths(asAt, -paperKinds[file.kind].every)
  const view = await readPlan(db, asAt)
  const inspection = reportOf(file, view.inspections)
  const actions = inspection
    ? view.actions.filter(a => answersTo(a).some(s => s.inspection === inspection.id))
    : view.actions
  const lines = await planLines(db, view, actions, { on: asAt, since, held: true })
  const written = words ?? new Map([...file.written].map(([key, w]) => [key, w.text]))
  const [authority] = await authorityAnswers(db, 'authority-details')
  const known: Known = authority?.answers ?? {}
  return {
    kind: file.kind,
    body: file.body,
    meeting: file.meeting,
    asAt,
    since,
    until: addMonths(asAt, paperKinds[file.kind].every),
    council: typeof known.name === 'string' ? known.name : (inspection?.authority ?? 'The council'),
    sources: view.inspections,
    lines,
    risks: await readRisks(db, asAt),
    set: await setLines(db, setOf(file.kind), { asAt, since }),
    names: named(known),
    written,
    bound: await boundFigures(db, [...written.values()], lines, { asAt, since }),
    ...(previous ? { previous } : {}),
    ...(inspection ? { inspection } : {}),
  }
}

/** The paper as it stands: as it was made final, or written from the record as it is now. */
export async function paperNow(db: Db, file: PaperFile): Promise<Paper> {
  const final = file.state === 'final' ? file.finals.at(-1)?.paper : undefined
  return final ?? composePaper(outlines[file.kind], await paperInput(db, file), file.choices)
}

/** The fingerprint of a paper: another word or figure gives another. */
export const paperHash = (paper: Paper): string => digest(canonical(paper))

/** What is kept when a paper is made final: its words, its figures and its fingerprint. */
export function frozen(file: PaperFile, input: PaperInput): Readonly<Record<string, unknown>> {
  const paper = composePaper(outlines[file.kind], input, file.choices)
  const figures = [
    ...input.lines.flatMap(line =>
      line.measures.flatMap(m => (m.current ? [[figureKey(line.ref, m.measure), m.current.value]] : [])),
    ),
    ...input.set.flatMap(s => (s.now && s.now !== 'held' ? [[s.code, s.now.value]] : [])),
  ]
  return {
    title: paper.title.slice(0, 400),
    hash: paperHash(paper),
    paper,
    figures: Object.fromEntries(figures),
  }
}
