import type { Inspection } from './fold-findings.ts'
import { cell, type PaperBlock, say, section } from './paper.ts'
import { answersTo } from './plan.ts'
import type { PlanLine } from './plan-lines.ts'
import { partsOf } from './source.ts'

const NO_BAND = 'With no time set'

/** What the inspection found: its judgements, then its areas for improvement word for word. */
export function findingsSection(
  number: number,
  inspection: Inspection,
  lines: readonly PlanLine[],
): readonly PaperBlock[] {
  const framework = partsOf(inspection)
  const titleOf = (code: string) => framework.sections.find(s => s.code === code)?.title ?? code
  const standing = inspection.findings.filter(f => f.setAside === undefined)
  const planned = new Set(
    lines.flatMap(l => answersTo(l.action).flatMap(s => (s.inspection === inspection.id ? [s.finding] : []))),
  )
  const unplanned = standing.filter(f => !planned.has(f.id)).length
  const unchecked = standing.filter(f => f.confirmed === undefined).length
  const groups = framework.sections.flatMap(s => {
    const here = standing.filter(f => f.section === s.code)
    const bands = [...framework.bands.map(b => b.code), null]
    return bands.flatMap((code): PaperBlock[] => {
      const list = here.filter(f => f.band === code)
      if (list.length === 0) return []
      const band = framework.bands.find(b => b.code === code)?.title ?? NO_BAND
      return [
        { kind: 'heading', level: 2, text: `${s.title}: ${band.slice(0, 1).toLowerCase()}${band.slice(1)}` },
        { kind: 'list', items: list.map(f => cell(f.text)) },
      ]
    })
  })
  return [
    ...section(number, 'Findings', [
      [
        say(
          `Inspectors made ${counted(inspection.judgements.length, 'judgement')}. ${grades(inspection)}`.trim(),
        ),
      ],
      {
        kind: 'table',
        caption: 'Judgements',
        head: ['Judgement', 'Part of the inspection', 'Grade'],
        rows: inspection.judgements.map(j => [
          cell(j.area),
          cell(titleOf(j.section)),
          cell(j.grade ?? 'Not clear in the report'),
        ]),
      },
      [
        say(
          `They named ${counted(standing.length, 'area')} for improvement. Each is given below in their words.`,
        ),
        ...(unchecked > 0
          ? [say(`${counted(unchecked, 'area')} not yet checked against the report by a person.`)]
          : []),
        ...(unplanned > 0 ? [say(`${counted(unplanned, 'area')} with no action planned yet.`)] : []),
      ],
    ]),
    ...groups,
  ]
}

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`

function grades(inspection: Inspection): string {
  const counts = new Map<string, number>()
  for (const { grade } of inspection.judgements) if (grade) counts.set(grade, (counts.get(grade) ?? 0) + 1)
  const said = [...counts].map(([grade, n]) => `${n} ${grade.toLowerCase()}`)
  return said.length === 0 ? '' : `Grades: ${said.join(', ')}.`
}
