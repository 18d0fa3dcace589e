import { leads, mayNotClose, names, waitingClosure } from '../../domain/improvement/fold-closing.ts'
import type { Action } from '../../domain/improvement/plan.ts'
import { oneOf } from '../../domain/records/kinds/choice.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import type { Faults } from '../../domain/records/parse.ts'
import type { Fields, RecordType } from '../../domain/records/record-type.ts'
import {
  actionPlanned,
  actionProgress,
  deliveryMarked,
  dueDateRevised,
  impactMarked,
  milestoneMet,
  milestoneSet,
} from '../../domain/records/types/plan.ts'
import { closureDecided, closureProposed, retestDone } from '../../domain/records/types/plan-closing.ts'
import {
  auditMeasureBound,
  surveyMeasureBound,
  surveyRead,
  visitMeasureBound,
  visitRead,
} from '../../domain/records/types/plan-measures.ts'
import {
  actionDepends,
  barrierCleared,
  barrierRaised,
  boardDecided,
  challengeAnswered,
  challengeAsked,
  evidenceAdded,
} from '../../domain/records/types/plan-parts.ts'
import { gradedStandards, otherActions, surveyFields, teamField, withThemes } from './action-fields.ts'
import type { OnAction } from './action-load.ts'

interface Person {
  readonly id: string
  readonly name: string
}

/** One kind of thing that is written on an action, and how its form stands. */
export interface ActionForm {
  readonly type: RecordType
  /** What it is about, named in the address: a milestone, a barrier. Gives its words, or nothing where it is not there. */
  readonly about?: {
    readonly name: string
    readonly words: (action: Action, id: string) => string | undefined
  }
  /** Questions that where the form stands answers, and those answers. */
  readonly known?: readonly string[]
  readonly given?: (data: OnAction, about: string, answers: Answers) => Answers
  /** Questions as this action has them asked. */
  readonly fields?: (data: OnAction & { readonly teams: readonly string[] }, about: string) => Fields
  /** What it is called on its page, where that is not what it is called in the history. */
  readonly title?: string
  /** What to read before answering. */
  readonly tells?: (action: Action) => string | undefined
  /** Two of them are two: nobody's is stale for another's. */
  readonly manifold?: true
  /** Entries of these types by others make it stale, beside its own. */
  readonly crosses?: readonly string[]
  /** Why nobody, or this person, can write it as the action stands. */
  readonly refuses?: (action: Action, person: Person) => string | undefined
  /** What is wrong with the answers as the action stands. */
  readonly faults?: (data: OnAction, answers: Answers) => Faults
}

const milestone = (action: Action, id: string) => action.milestones.find(m => m.id === id)?.what
const barrier = (action: Action, id: string) => action.barriers.find(b => b.id === id)?.what
const challenge = (action: Action, id: string) => action.challenges.find(c => c.id === id)?.question
const survey = (action: Action, id: string) =>
  action.measures.flatMap(m => (m.id === id && m.kind === 'survey' ? [m.question] : []))[0]
const visit = (action: Action, id: string) =>
  action.measures.flatMap(m => (m.id === id && m.kind === 'visit' ? [m.toSee] : []))[0]

const CLOSING = [closureProposed.code, closureDecided.code, retestDone.code]

const closed = (action: Action) =>
  action.state === 'closed'
    ? 'This action is closed. Look at it again first, and open it if it no longer holds.'
    : undefined

/** What is written on an action, each on a page of its own. */
export const actionForms: readonly ActionForm[] = [
  {
    type: actionPlanned,
    title: 'Change the words or people',
    known: ['inspection', 'finding', 'due'],
    given: ({ action }) => ({
      inspection: action.source.inspection,
      finding: action.source.finding,
      due: action.due,
    }),
    fields: ({ view }) => withThemes(actionPlanned.fields, view),
  },
  { type: milestoneSet, manifold: true },
  {
    type: milestoneMet,
    about: { name: 'milestone', words: milestone },
    known: ['milestone'],
    given: (_, id) => ({ milestone: id }),
  },
  { type: actionProgress, manifold: true },
  { type: deliveryMarked, refuses: closed },
  { type: impactMarked },
  {
    type: dueDateRevised,
    refuses: closed,
    faults: (data, { agreedBy }) =>
      typeof agreedBy === 'string' && namesLead(data, agreedBy)
        ? { agreedBy: 'Whoever leads the action does not agree their own new date. Name who else did.' }
        : {},
  },
  { type: evidenceAdded, manifold: true },
  { type: barrierRaised, manifold: true },
  {
    type: barrierCleared,
    about: { name: 'barrier', words: barrier },
    known: ['barrier'],
    given: (_, id) => ({ barrier: id }),
  },
  { type: challengeAsked, manifold: true },
  {
    type: challengeAnswered,
    about: { name: 'challenge', words: challenge },
    known: ['challenge'],
    given: (_, id) => ({ challenge: id }),
  },
  { type: boardDecided, manifold: true },
  {
    type: actionDepends,
    manifold: true,
    fields: otherActions,
    refuses: action => (action.state === 'closed' ? closed(action) : undefined),
  },
  {
    type: auditMeasureBound,
    manifold: true,
    known: ['tool'],
    fields: ({ teams }) => ({
      ...auditMeasureBound.fields,
      standard: oneOf('Which standard?', gradedStandards),
      ...teamField(teams),
    }),
    given: (_, __, { standard }) => {
      const [tool, code] = String(standard ?? '').split('|')
      return { tool, standard: code }
    },
  },
  { type: surveyMeasureBound, manifold: true },
  { type: visitMeasureBound, manifold: true },
  {
    type: surveyRead,
    manifold: true,
    about: { name: 'measure', words: survey },
    known: ['measure'],
    given: (_, id) => ({ measure: id }),
    fields: surveyFields,
  },
  {
    type: visitRead,
    manifold: true,
    about: { name: 'measure', words: visit },
    known: ['measure'],
    given: (_, id) => ({ measure: id }),
  },
  {
    type: closureProposed,
    crosses: CLOSING,
    refuses: action =>
      action.state === 'proposed'
        ? 'Somebody has proposed to close this action already. It waits for a decision.'
        : closed(action),
  },
  {
    type: closureDecided,
    crosses: CLOSING,
    refuses: mayNotClose,
    tells: action => waitingClosure(action)?.why,
  },
  {
    type: retestDone,
    crosses: CLOSING,
    refuses: (action, person) => {
      if (action.state !== 'closed') return 'Only a closed action is looked at again. This one is open.'
      return leads(action, person)
        ? 'You lead this action, so somebody else looks whether it still holds. Ask a colleague who may change the plan.'
        : undefined
    },
  },
]

/** Whether words name whoever leads an action: as it says, or as its owner is called. */
const namesLead = ({ action, names: called }: OnAction, words: string): boolean => {
  const [lead = ''] = action.lead.split(',')
  return names(words, lead) || names(words, called.get(action.owner ?? '') ?? '')
}
