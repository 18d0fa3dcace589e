/** Who works here, as the product tells them apart (rules §4). */
export const roles = {
  'social-worker': 'Social worker',
  'family-support': 'Family support worker',
  'lead-practitioner': 'Lead practitioner',
  'team-manager': 'Team manager',
  'service-manager': 'Service manager',
  'reviewing-officer': 'Independent reviewing officer',
  'conference-chair': 'Child protection conference chair',
  'out-of-hours': 'Out-of-hours social worker',
  'looked-after-nurse': 'Nurse for looked after children',
  'personal-adviser': 'Personal adviser',
  'virtual-head': 'Virtual school head',
  'foster-carer': 'Foster carer',
  'young-person': 'Young person',
  auditor: 'Auditor',
  'performance-analyst': 'Performance analyst',
  director: "Director of children's services",
  'elected-member': 'Elected member',
  inspector: 'Inspector',
  'designated-officer': 'Designated officer for allegations',
  administrator: 'Administrator of accounts',
} as const
export type Role = keyof typeof roles

/** Those who have an account and are no colleagues: nobody gives them work, or names them as a member of staff. */
export const isColleague = (role: Role): boolean => role !== 'foster-carer' && role !== 'young-person'

/** What can be done. Those after the gap are not about one child. */
export const actions = {
  list: 'see that a child is in a list, by name',
  open: "open a child's file",
  'open-part': "open the part of a child's file that concerns your work",
  'record-part': "write in the part of a child's file that concerns your work",
  'own-read': 'read your own plan, and what was decided about it',
  'own-say': 'say something to those who work with you, in your own file',
  record: "write in a child's file",
  decide: "record a manager's decision on a child",
  sign: 'sign off what another person wrote',
  'read-log': "see who has looked at a child's file",

  'come-in': 'come in: the first page, and the help',
  'my-work': 'see the work waiting for you',
  'my-children': 'see the children whom your part of the file is about, and what of it is due',
  'my-own': 'come to the page of your own plan',
  'take-contact': 'write down a contact that somebody makes',
  'front-door': 'see the contacts that wait, and decide them',
  'early-help': 'see the register of early help',
  directory: 'read the directory of services',
  'directory-edit': 'change the directory of services',
  desk: "see a team's work as its manager",
  'staff-read': 'see who works here, and with how much work',
  accounts: 'change the details of colleagues, and how they sign in',
  supervise: 'supervise a member of staff',
  decisions: 'search the register of decisions',
  cover: 'arrange who covers for whom',
  find: 'search for a child by name',
  'new-child': 'start the file of a child who is not known',
  figures: 'see the figures of the digest',
  'children-behind': 'open a figure into the children behind it',
  returns: 'see what the national returns would say, and what is wrong in them',
  'returns-file': 'take a national return as files, with every child in it',
  comment: 'write the commentary on a figure',
  'plan-read': 'read the improvement plan',
  'plan-edit': 'change the improvement plan',
  audit: 'audit the case files you are given',
  'audit-draw': 'draw samples of case files, share them out and have grades moderated',
  'audit-read': 'see what audits find, without the children behind it',
  'boards-read': 'see the boards: their members, meetings, actions and papers',
  'boards-edit': 'keep the boards: members, calendar, forward plan, actions',
  'paper-write': 'write and edit papers',
  ready: 'prepare for an inspection, and let inspectors in',
  'log-read': 'read back the log of who looked at what',
  'review-looks': 'review the reasons that others gave for looking at a file',
  inspect: 'see what was made ready for your inspection',
  rights: 'see requests for files, legal holds, and how long files are kept',
  dispose: 'agree that a file is disposed of',
  allegations: 'open the files of allegations against adults who work with children',
} as const
export type Action = keyof typeof actions

/** What a worker is to a child at a moment, read from the record itself. */
export const relationships = {
  allocated: 'you are the allocated worker',
  reviewing: "you are the child's reviewing officer",
  chairing: "you chair the child's conferences",
  team: 'the child is allocated to your team',
  covering: 'you cover for the allocated worker, or for their manager',
  unallocated: 'nobody is allocated to the child, and managers allocate',
  reason: 'you gave a reason for looking, and it is on the log',
  'looked-after': 'the child is looked after',
  'leaving-care': 'the young person is 16 to 24, and is or was looked after',
  caring: 'the child is placed with you, or is to come to you within a week',
  self: 'the file is about you',
  sampled: 'the file was given to you to audit or inspect',
  named: 'you are named on this restricted file, or nobody is and you are the director',
  any: 'your role allows it for any child',
} as const
export type Relationship = keyof typeof relationships

/** How closely something is held. A restricted child's file is open to named people alone, whatever their role. */
export const sensitivities = {
  ordinary: 'Ordinary',
  confidential: 'Confidential: only those who work with the child',
  restricted: 'Restricted: only people named on the file',
} as const
export type Sensitivity = keyof typeof sensitivities

export interface Viewer {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly team: string | null
}
