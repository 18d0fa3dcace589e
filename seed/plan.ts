import type { Role } from '../src/domain/access/roles.ts'
import { type Report, readReport } from '../src/domain/improvement/read-report.ts'
import type { Day } from '../src/domain/kernel/day.ts'
import type { NewEntry, NewSubject } from '../src/domain/records/entry.ts'
import { random } from './random.ts'
import { commentaries, plannedWords, type Who } from './words/plan.ts'
import { type SourceWords, sourceWords } from './words/plan-sources.ts'
import { measureEntries, type Pen, type Places, pen, stepEntries, writtenBy } from './write/plan.ts'

/** What the plan needs to know of the authority that was made before it. */
export interface PlanSetting {
  readonly staff: readonly { readonly id: string; readonly name: string; readonly role: Role }[]
  /** The id of the authority's own file. */
  readonly authority: string
  /** What each of {@link planIndicators} came to on the day the report was published, by its code. */
  readonly baselines: Readonly<Record<string, number>>
}

interface Plan {
  readonly subjects: readonly NewSubject[]
  readonly entries: readonly NewEntry[]
}

/** The indicators that the invented plan is measured by. */
export const planIndicators: readonly string[] = plannedWords.flatMap(p => p.measure?.indicator ?? [])

/** The report as read. Throws where it can't be: it is the project's own. */
export function planReport(text: string): Report & { readonly published: Day } {
  const read = readReport(text)
  if (!read.ok) throw new Error(read.error)
  const { published } = read.value
  if (!published) throw new Error('The invented report has no day of publication.')
  return { ...read.value, published }
}

function peopleOf(staff: PlanSetting['staff']) {
  const post = (role: Role, n = 0) => {
    const held = staff.filter(s => s.role === role)
    const found = held[n % Math.max(1, held.length)]
    if (!found) throw new Error(`The authority has no ${role}.`)
    return found
  }
  return {
    analyst: post('performance-analyst').id,
    director: post('director').id,
    /** Their id, where they work here. */
    idOf: (who: Who) => ('outside' in who ? undefined : post(who.post, who.n).id),
    called: (who: Who) => ('outside' in who ? who.outside : `${post(who.post, who.n).name}, ${who.as}`),
  }
}

type People = ReturnType<typeof peopleOf>

/** The report as loaded, and every area in it checked by a person. */
function inspectionEntries(p: Pen, id: string, report: Report, analyst: string): NewEntry[] {
  const answers = { file: 'eastmere-report.txt', ...report }
  return [
    p.entry(id, 'inspection-report-loaded', p.after(0), analyst, answers),
    ...report.areasForImprovement.map(({ section }, i) =>
      p.entry(id, 'finding-confirmed', p.after(3), analyst, {
        finding: String(i + 1),
        paragraph: section === 'safeguarding' ? '9' : '19',
      }),
    ),
  ]
}

/** The other sources, each with what it recommends, a line each; checked by a person, or all but the last. */
function sourceEntries(p: Pen, id: string, words: SourceWords, analyst: string): NewEntry[] {
  const { kind, title, body, link, asks } = words
  const on = p.after(words.on)
  const answers = {
    kind,
    title,
    body,
    date: on,
    ...(link ? { link } : {}),
    recommendations: asks.map(a => a.text).join('\n'),
  }
  const checked = words.open ? asks.slice(0, -1) : asks
  return [
    p.entry(id, 'source-added', on, analyst, answers),
    ...checked.map((ask, i) =>
      p.entry(id, 'finding-confirmed', p.after(words.on + 2), analyst, {
        finding: String(i + 1),
        ...(ask.agencies ? { agencies: ask.agencies.join('\n') } : {}),
      }),
    ),
  ]
}

function actionEntries(
  p: Pen,
  { id, inspection }: { readonly id: string; readonly inspection: string },
  words: (typeof plannedWords)[number],
  by: People,
  baselines: PlanSetting['baselines'],
  places: Places,
): NewEntry[] {
  const on = p.after(6)
  const owner = by.idOf(words.lead)
  const answers = {
    inspection,
    finding: words.finding,
    outcome: words.outcome,
    what: words.what,
    lead: by.called(words.lead),
    ...(owner ? { owner } : {}),
    ...(words.sponsor ? { sponsor: by.called(words.sponsor) } : {}),
    ...(words.partners ? { partners: words.partners.join('\n') } : {}),
    theme: words.theme,
    priority: words.priority,
    start: p.exactly(words.start),
    due: p.exactly(words.due),
  }
  return [
    p.entry(id, 'action-planned', on, by.analyst, answers),
    ...measureEntries(p, id, on, words.measure, baselines, by.analyst),
    ...words.steps.flatMap(step => stepEntries(p, id, step, by, places)),
  ]
}

/**
 * The invented plan: the report loaded and checked, actions planned, measured, marked and moved, as staff would have
 * written them after the inspection. The same setting and day give the same entries. Nothing is written after today.
 */
export function planEntries(setting: PlanSetting, today: Day, reportText: string): Plan {
  const report = planReport(reportText)
  if (report.published > today) return { subjects: [], entries: [] }
  const p = pen(report.published, random(`plan ${report.published}`))
  const by = peopleOf(setting.staff)
  const inspection = p.id(p.after(0))
  const about = inspectionEntries(p, inspection, report, by.analyst)
  const subjects = plannedWords.map((_, i) => ({
    id: p.id(p.after(6)),
    kind: 'action' as const,
    code: `A${i + 1}`,
  }))
  const others = sourceWords.map((words, i) => {
    const subject = { id: p.id(p.after(words.on)), kind: 'inspection' as const, code: `S${i + 1}` }
    return { subject, on: p.after(words.on), made: sourceEntries(p, subject.id, words, by.analyst) }
  })
  const places = { sources: others.map(o => o.subject.id), actions: subjects.map(s => s.id) }
  const actions = plannedWords.map((words, i) => {
    const id = subjects[i]?.id ?? ''
    return actionEntries(p, { id, inspection }, words, by, setting.baselines, places)
  })
  const said = commentaries.map(([indicator, after, text]) => {
    const on = p.after(after)
    return p.entry(setting.authority, 'commentary', on, by.analyst, { indicator, on, text })
  })
  return {
    subjects: [
      { id: inspection, kind: 'inspection', code: 'I1' },
      ...others.filter(o => o.on <= today).map(o => o.subject),
      ...(p.after(6) <= today ? subjects : []),
    ],
    entries: [about, ...others.map(o => o.made), ...actions, said].flatMap(list => writtenBy(today, list)),
  }
}
