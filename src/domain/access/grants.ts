import type { Action, Relationship, Role, Sensitivity } from './roles.ts'

export interface Grant {
  readonly role: Role
  readonly action: Action
  readonly relationship: Relationship
  readonly sensitivity: Sensitivity
}

type Row = readonly [
  Role | readonly Role[],
  Action | readonly Action[],
  Relationship | readonly Relationship[],
  Sensitivity | readonly Sensitivity[],
]

const practitioners = ['social-worker', 'team-manager', 'reviewing-officer', 'out-of-hours'] as const
const everybodyButMembers = [
  ...practitioners,
  'conference-chair',
  'service-manager',
  'auditor',
  'performance-analyst',
  'director',
] as const
/** Those who work with a child beside a social worker, and are none. */
const besides = ['family-support', 'lead-practitioner'] as const
/** Those whom a part of a file concerns: see `parts.ts`. */
const partly = ['looked-after-nurse', 'personal-adviser', 'virtual-head'] as const
const everybody = [...everybodyButMembers, 'elected-member'] as const
/** Those who may be given a file to audit; that nobody audits their own work is for the draw to see to. */
const auditors = ['auditor', 'social-worker', 'team-manager', 'reviewing-officer', 'director'] as const

/**
 * Who may do what. A row is a yes; what no row allows is refused; a restricted child is refused to all who are not
 * named (deny wins). Sources: rules §4 (roles), requirement CR10 (out of hours writes), IG1.
 */
const rows: readonly Row[] = [
  // A child's name in a list or a search: needed to find the right child at all.
  [everybodyButMembers, 'list', 'any', ['ordinary', 'confidential']],

  [besides, 'list', 'any', ['ordinary', 'confidential']],

  // Opening the file: those who work with the child; others say why, and it is logged.
  ['social-worker', ['open', 'record'], ['allocated', 'team', 'covering', 'reason'], 'ordinary'],
  ['social-worker', ['open', 'record'], ['allocated', 'team', 'covering'], 'confidential'],
  [
    'team-manager',
    ['open', 'record', 'decide', 'sign', 'read-log'],
    ['allocated', 'team', 'covering', 'unallocated'],
    ['ordinary', 'confidential'],
  ],
  ['team-manager', ['open', 'record', 'decide'], 'reason', 'ordinary'],
  ['reviewing-officer', ['open', 'record'], ['reviewing', 'reason'], 'ordinary'],
  ['reviewing-officer', ['open', 'record'], 'reviewing', 'confidential'],
  ['reviewing-officer', ['open', 'record'], 'covering', ['ordinary', 'confidential']],
  ['out-of-hours', ['open', 'record'], 'any', ['ordinary', 'confidential']],
  ['director', ['open', 'decide', 'sign', 'read-log'], 'any', ['ordinary', 'confidential']],

  ['conference-chair', ['open', 'record'], ['chairing', 'covering'], ['ordinary', 'confidential']],
  ['conference-chair', ['open', 'record'], 'reason', 'ordinary'],
  ['service-manager', ['open', 'decide', 'sign', 'read-log'], 'any', ['ordinary', 'confidential']],
  // They hold no child as the named worker: their team's children, and only hands-on records (`writes.ts`).
  [besides, ['open', 'record'], ['team', 'covering'], ['ordinary', 'confidential']],
  // A part of the file, of those children whom it concerns; their names are in no other list.
  [
    ['looked-after-nurse', 'virtual-head'],
    ['list', 'open-part', 'record-part'],
    'looked-after',
    ['ordinary', 'confidential'],
  ],
  ['personal-adviser', ['list', 'open-part', 'record-part'], 'leaving-care', ['ordinary', 'confidential']],

  // A carer is told what looking after the child takes, of the child placed with them: nothing that is confidential.
  ['foster-carer', ['list', 'open-part', 'record-part'], 'caring', 'ordinary'],

  // A young person reads what was written for and with them, and answers back: of their own file alone.
  ['young-person', ['list', 'own-read', 'own-say'], 'self', 'ordinary'],

  // Whoever audits the log reads it of any child, and opens no file on the strength of it.
  ['auditor', 'read-log', 'any', ['ordinary', 'confidential']],

  // A sample gives its files to be read, and to be written in by nobody on the strength of it.
  ['auditor', 'open', 'sampled', ['ordinary', 'confidential']],
  ['inspector', ['list', 'open'], 'sampled', ['ordinary', 'confidential']],
  [['social-worker', 'team-manager', 'reviewing-officer'], 'open', 'sampled', ['ordinary', 'confidential']],

  // A restricted file names its people; what they may do there is what their role does anywhere.
  ['social-worker', ['list', 'open', 'record'], 'named', 'restricted'],
  ['team-manager', ['list', 'open', 'record', 'decide', 'sign', 'read-log'], 'named', 'restricted'],
  ['reviewing-officer', ['list', 'open', 'record'], 'named', 'restricted'],
  ['out-of-hours', ['list', 'open', 'record'], 'named', 'restricted'],
  ['director', ['list', 'open', 'decide', 'sign', 'read-log'], 'named', 'restricted'],
  [['conference-chair', ...besides], ['list', 'open', 'record'], 'named', 'restricted'],
  ['service-manager', ['list', 'open', 'decide', 'sign', 'read-log'], 'named', 'restricted'],
  [partly, ['list', 'open-part', 'record-part'], 'named', 'restricted'],
  // A sample alone opens no restricted file to an inspector: somebody must have named them on it.
  ['inspector', ['list', 'open'], 'named', 'restricted'],

  // Not about one child.
  [[...everybody, ...besides, ...partly, 'inspector'], 'come-in', 'any', 'ordinary'],
  [
    [...practitioners, ...besides, 'conference-chair', 'service-manager', 'director'],
    ['my-work', 'find'],
    'any',
    'ordinary',
  ],
  [partly, ['find', 'my-children'], 'any', 'ordinary'],
  ['foster-carer', ['come-in', 'my-children'], 'any', 'ordinary'],
  ['young-person', ['come-in', 'my-own'], 'any', 'ordinary'],
  ['performance-analyst', 'find', 'any', 'ordinary'],
  [practitioners, 'new-child', 'any', 'ordinary'],
  [practitioners, ['take-contact', 'early-help'], 'any', 'ordinary'],
  [besides, 'take-contact', 'any', 'ordinary'],
  [['team-manager', 'service-manager', 'out-of-hours', 'director'], 'front-door', 'any', 'ordinary'],
  [
    ['team-manager', 'service-manager', 'director'],
    ['desk', 'supervise', 'cover', 'directory-edit'],
    'any',
    'ordinary',
  ],
  // Who works here is kept by those who manage them, and by whoever looks after accounts: of no child is it told.
  [
    ['team-manager', 'service-manager', 'director', 'administrator'],
    ['staff-read', 'accounts'],
    'any',
    'ordinary',
  ],
  // Allegations against adults are apart from every child’s file (rules §4): one role has them, and nothing of a child.
  ['designated-officer', 'allegations', 'any', 'ordinary'],
  [['designated-officer', 'administrator'], ['come-in', 'directory'], 'any', 'ordinary'],
  [[...practitioners, 'conference-chair', 'service-manager', 'director'], 'decisions', 'any', 'ordinary'],
  [[...everybody, ...besides, ...partly], 'directory', 'any', 'ordinary'],
  [everybody, ['figures', 'plan-read'], 'any', 'ordinary'],
  [everybodyButMembers, 'children-behind', 'any', 'ordinary'],
  [['team-manager', 'service-manager', 'performance-analyst', 'director'], 'comment', 'any', 'ordinary'],
  [['performance-analyst', 'director'], 'plan-edit', 'any', 'ordinary'],
  [auditors, 'audit', 'any', 'ordinary'],
  [['auditor', 'director'], 'audit-draw', 'any', 'ordinary'],
  [everybody, ['audit-read', 'boards-read'], 'any', 'ordinary'],
  [['performance-analyst', 'director'], ['boards-edit', 'paper-write'], 'any', 'ordinary'],
  [['auditor', 'performance-analyst', 'director'], 'ready', 'any', 'ordinary'],
  ['inspector', 'inspect', 'any', 'ordinary'],
  // To mark a file takes the right to open it too, which an auditor is given for that file, and an analyst never.
  [['auditor', 'performance-analyst', 'director'], 'rights', 'any', 'ordinary'],
  ['director', 'dispose', 'any', 'ordinary'],
  ['auditor', ['my-work', 'find', 'decisions'], 'any', 'ordinary'],
  [['auditor', 'director'], 'log-read', 'any', 'ordinary'],
  [['auditor', 'director', 'service-manager', 'team-manager'], 'review-looks', 'any', 'ordinary'],
  // What is wrong in a return is put right by those who work with the child; a manager sees their own team's.
  [['team-manager', 'service-manager', 'performance-analyst', 'director'], 'returns', 'any', 'ordinary'],
  // The law has every child in a return, restricted files too: those who send it take it, and it is logged.
  [['performance-analyst', 'director'], 'returns-file', 'any', 'ordinary'],
]

const list = <T extends string>(x: T | readonly T[]): readonly T[] => (typeof x === 'string' ? [x] : x)

/** The table, a grant a row. */
export const grants: readonly Grant[] = rows.flatMap(([r, a, rel, s]) =>
  list<Role>(r).flatMap(role =>
    list<Action>(a).flatMap(action =>
      list<Relationship>(rel).flatMap(relationship =>
        list<Sensitivity>(s).map(sensitivity => ({ role, action, relationship, sensitivity })),
      ),
    ),
  ),
)
