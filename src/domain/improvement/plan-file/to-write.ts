import type { Day } from '../../kernel/day.ts'
import type { Typed } from '../../records/parse.ts'
import type { Inspection } from '../fold-findings.ts'
import { agenciesOf } from '../reading/agencies.ts'
import type { ReadAction } from './rows.ts'

/** Where a recommendation stands: in a source of the plan already, or among those to be added to the new one. */
export type WhichFinding =
  | { readonly inspection: string; readonly finding: string }
  | { readonly added: number }

/** One entry of an action, as a form would have sent it. */
export interface Step {
  readonly type: string
  readonly typed: Typed
}

export interface ActionToWrite {
  readonly line: number
  readonly finding: WhichFinding
  /** The first entry of the action, and those that follow it. */
  readonly planned: Typed
  readonly after: readonly Step[]
}

export interface ToWrite {
  /** Recommendations that no source of the plan has yet, each once. */
  readonly findings: readonly { readonly line: number; readonly typed: Typed }[]
  readonly actions: readonly ActionToWrite[]
}

/** What a person says of all lines that leave it open, and whose plan it is. */
export interface Otherwise {
  readonly today: Day
  readonly council: string
  readonly due?: string
  readonly lead?: string
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')
const NOT_SAID = 'The file names no recommendation for these actions'

/** The recommendation of a source already in the plan that says the same, whatever its capitals and marks. */
function already(sources: readonly Inspection[], text: string): WhichFinding | undefined {
  for (const source of sources) {
    const found = source.findings.find(f => !f.setAside && f.confirmed && plain(f.text) === plain(text))
    if (found) return { inspection: source.id, finding: found.id }
  }
  return undefined
}

/**
 * What is to be written for the actions of a file: recommendations that the plan has are answered, others are added once.
 * Words of the file that have no place of their own become a progress note, word for word.
 */
export function toWrite(
  actions: readonly ReadAction[],
  sources: readonly Inspection[],
  otherwise: Otherwise,
): ToWrite {
  const findings: { line: number; text: string; typed: Typed }[] = []
  const findingOf = (a: ReadAction): WhichFinding => {
    // Many a plan says what is asked for as the outcome wanted.
    const text = a.recommendation ?? a.outcome ?? NOT_SAID
    const there = already(sources, text)
    if (there) return there
    const known = findings.findIndex(f => plain(f.text) === plain(text))
    if (known >= 0) return { added: known }
    findings.push({ line: a.line, text, typed: findingTyped(text, a, otherwise.council) })
    return { added: findings.length - 1 }
  }
  return {
    actions: actions.map(a => ({
      line: a.line,
      finding: findingOf(a),
      planned: planned(a, otherwise),
      after: steps(a, otherwise.today),
    })),
    findings,
  }
}

function findingTyped(text: string, { paragraph }: ReadAction, council: string): Typed {
  const agencies = agenciesOf(text, council, council).join('\n')
  return { text, section: 'overall', agencies, ...(paragraph ? { paragraph } : {}) }
}

function planned(a: ReadAction, { due, lead }: Otherwise): Typed {
  const said = {
    // Until somebody writes what will be better, the recommendation says what was asked for.
    outcome: a.outcome ?? a.recommendation ?? '',
    what: a.what,
    lead: a.owner ?? lead ?? '',
    sponsor: a.sponsor ?? '',
    partners: a.partners.join('\n'),
    theme: a.theme ?? '',
    start: a.start ?? '',
    due: a.due ?? due ?? '',
  }
  return Object.fromEntries(Object.entries(said).filter(([, v]) => v !== ''))
}

function steps(a: ReadAction, today: Day): readonly Step[] {
  const on = today
  return [
    ...a.milestones.map(what => ({ type: 'milestone-set', typed: { what, by: a.due ?? today } })),
    ...(a.revised
      ? [
          {
            type: 'due-date-revised',
            typed: {
              on,
              due: a.revised.due,
              why: a.revised.why ?? 'The file does not say why.',
              agreedBy: a.revised.by ?? 'Not said in the file',
            },
          },
        ]
      : []),
    ...(a.delivery ? [{ type: 'delivery-marked', typed: { on, brag: a.delivery } }] : []),
    ...(a.impact ? [{ type: 'impact-marked', typed: { on, brag: a.impact } }] : []),
    ...(a.said.length > 0 ? [{ type: 'action-progress', typed: { on, note: a.said.join('\n\n') } }] : []),
  ]
}
