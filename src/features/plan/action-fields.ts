import { gradedTools } from '../../domain/quality/observations.ts'
import { oneOf } from '../../domain/records/kinds/choice.ts'
import { without } from '../../domain/records/read-form.ts'
import type { Fields } from '../../domain/records/record-type.ts'
import { surveyRead } from '../../domain/records/types/plan-measures.ts'
import { actionDepends } from '../../domain/records/types/plan-parts.ts'
import { refOf } from '../../store/queries/plan.ts'
import type { OnAction } from './action-load.ts'

// Questions of an action’s forms whose choices come from the plan as it stands.

/** A survey that counts the share who say yes asks no average, and the other way about. */
export const surveyFields = ({ action }: OnAction, about: string): Fields =>
  without(surveyRead, action.measures.find(m => m.id === about)?.unit === 'number' ? 'yes' : 'mean').fields

/** The standards of every audit in one list, each under its audit. */
export const gradedStandards = Object.fromEntries(
  gradedTools.flatMap(t => t.standards.map(s => [`${t.code}|${s.code}`, `${t.title}: ${s.title}`] as const)),
)

/** One team of those that there are; nothing to choose where there is none. */
export const teamField = (teams: readonly string[]): Fields =>
  teams.length === 0
    ? {}
    : { team: oneOf('Of which team?', Object.fromEntries(teams.map(t => [t, t])), { optional: true }) }

/** The actions that it could wait for, to choose from. */
export function otherActions({ view, action }: OnAction): Fields {
  const others = view.actions.filter(a => a.id !== action.id && !action.depends.some(d => d.action === a.id))
  const choices = Object.fromEntries(others.map(a => [a.id, `${refOf(view, a)}. ${a.what}`] as const))
  return others.length === 0
    ? actionDepends.fields
    : { ...actionDepends.fields, action: oneOf('Which action must come first?', choices) }
}

/** The questions of an action, with the themes in use told beside the one for its theme. */
export function withThemes(fields: Fields, view: OnAction['view']): Fields {
  const used = [...new Set(view.actions.flatMap(a => a.theme ?? []))].sort()
  const { theme } = fields
  if (!theme || used.length === 0) return fields
  return { ...fields, theme: { ...theme, options: { ...theme.options, hint: `In use: ${used.join(', ')}` } } }
}
