import { LEVELS, type Strand, strandCodes, strands } from '../../../domain/improvement/library-strands.ts'
import type { Day } from '../../../domain/kernel/day.ts'
import type { JudgementRow, ReportRow } from '../../../store/queries/library-reports.ts'
import type { LadderData, Rung } from '../../../web/charts/index.ts'
import { shortFramework } from './parts.tsx'

/** The grade a report gives on a line: the first that is graded, as the overall one is printed first. */
function rungOf(strand: Strand, report: ReportRow, judgements: readonly JudgementRow[]): readonly Rung[] {
  const found = judgements.find(
    j => j.subject === report.subject && j.strand === strand && j.level !== null && j.grade !== null,
  )
  if (!found || found.level === null || found.grade === null || report.dated === null) return []
  return [{ on: report.dated, level: found.level, word: found.grade, era: shortFramework(report.framework) }]
}

/** Where the next graded report left a line out, what was said on it before stands no longer. */
const ended = (rungs: readonly Rung[], graded: readonly Day[]): readonly Rung[] =>
  rungs.map(r => {
    const next = graded.find(on => on > r.on)
    return next === undefined || rungs.some(o => o.on === next) ? r : { ...r, until: next }
  })

/** "Requires improvement to be good" is told apart in the table, and is one step with "Requires improvement" here. */
const shortWord = (word: string): string => word.replace(/ to be good$/, '')

/**
 * A council's judgements over the years: a ladder for each line that any of its reports graded.
 * @param reports oldest first
 * @returns undefined where none was graded
 */
export function ladderOf(
  reports: readonly ReportRow[],
  judgements: readonly JudgementRow[],
  today: Day,
): LadderData | undefined {
  const graded = reports.flatMap(r =>
    r.dated && judgements.some(j => j.subject === r.subject && j.level !== null) ? [r.dated] : [],
  )
  const lanes = strandCodes
    .map(strand => ({
      name: strands[strand],
      rungs: ended(
        reports.flatMap(r => rungOf(strand, r, judgements)),
        graded,
      ),
    }))
    .filter(lane => lane.rungs.length > 0)
  if (lanes.length === 0) return undefined
  const said = new Set(lanes.flatMap(l => l.rungs.map(r => shortWord(r.word).toLowerCase())))
  const levels = LEVELS.map(words => {
    const short = [...new Set(words.map(shortWord))]
    const used = short.filter(w => said.has(w.toLowerCase()))
    return used.length > 0 ? used : short.slice(-1)
  })
  return { lanes, levels, to: today, eraTitle: 'Framework' }
}
