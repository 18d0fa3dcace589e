import { frameworkOf } from '../domain/improvement/frameworks.ts'
import type { Report } from '../domain/improvement/read-report.ts'
import { type Day, longDay } from '../domain/kernel/day.ts'

const KINDS: Readonly<Record<Report['kind'], string>> = {
  standard: 'Inspection',
  short: 'Short inspection',
  'focused-visit': 'Focused visit',
  'monitoring-visit': 'Monitoring visit',
  'assurance-visit': 'Assurance visit',
  joint: 'Joint inspection',
}

const day = (of: Day | null) => (of === null ? 'not told' : longDay(of))

/** A report as a person reads it in a terminal: what it is, its grades, what must improve, what to check. */
export function printedReport(report: Report): string {
  const { judgements, areasForImprovement: areas, recommendations, evidence, unsure } = report
  const from = report.inspectedFrom === null ? '' : `${day(report.inspectedFrom)} to `
  return [
    `${report.authority ?? 'Council not told'}: ${frameworkOf(report.framework).name}`,
    `${KINDS[report.kind]}, ${from}${day(report.inspectedTo)}. Published: ${day(report.published)}.`,
    '',
    ...(judgements.length > 0
      ? ['Judgements', ...tableOf(judgements), '']
      : ['No judgements: it gives no grades.', '']),
    `Areas for improvement: ${areas.length}`,
    ...areas.map((area, i) => {
      const band = area.band === null ? '' : `, ${area.band.replaceAll('-', ' ')}`
      const due = area.due === null ? '' : `, by ${day(area.due)}`
      const text = area.text.replaceAll('\n', '\n     ')
      return `${String(recommendations[i]?.mark ?? i + 1).padStart(4)}. ${text}\n     [${area.section}${band}${due}; ${area.agencies.join(', ')}]`
    }),
    '',
    `Paragraphs of findings: ${evidence.length}. Give --json to see them.`,
    '',
    ...(unsure.length > 0
      ? ['Check these:', ...unsure.map(u => `  - ${u}`)]
      : ['Nothing in it is in doubt.']),
  ].join('\n')
}

function tableOf(judgements: Report['judgements']): readonly string[] {
  const widest = Math.min(72, Math.max(...judgements.map(j => j.area.length)))
  return judgements.map(
    j => `  ${j.section.padEnd(13)} ${j.area.padEnd(widest)}  ${j.grade ?? 'not sure: see below'}`,
  )
}
