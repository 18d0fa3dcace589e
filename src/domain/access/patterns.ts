/** What in the log is worth asking about. None of it is a fault: each says why it is looked at, and what else it may be. */
export interface Pattern {
  readonly title: string
  readonly why: string
  readonly maybe: string
}

/** From how much on something stands out. */
export const LIMITS = {
  files: 20,
  people: 10,
  refusals: 5,
  reasons: 5,
  /** Days after which somebody who no longer works with a child is not finishing something. */
  since: 14,
  /** A family name that more children bear than this says nothing of kinship. */
  rare: 20,
} as const

export const patterns = {
  'many-files': {
    title: `Opened ${LIMITS.files} or more children’s files within an hour`,
    why: 'Nobody reads so many for their own work. It may be browsing, or files being gathered.',
    maybe: 'A duty worker on a busy evening, or somebody putting one thing right in many files.',
  },
  'own-name': {
    title: 'Asked for a child who has their own family name',
    why: 'It may be a relative, and nobody reads the file of their own family.',
    maybe: 'The same name by chance: common names come up often.',
  },
  'colleague-name': {
    title: 'Asked for a child who has the family name of somebody in their team',
    why: 'A colleague’s family is read out of curiosity more easily than a stranger’s.',
    maybe: `The same name by chance. Names that more than ${LIMITS.rare} children have are left out.`,
  },
  'no-longer-theirs': {
    title: `Opened a child’s file more than ${LIMITS.since} days after their work with the child ended`,
    why: 'Whoever has left a child’s team needs the file no more.',
    maybe:
      'A question from the next worker, a complaint or a court statement. The reason they gave says which.',
  },
  night: {
    title: 'Opened files at night, and does not work nights',
    why: 'Between 22:00 and 06:00 in England fewer people see who reads what.',
    maybe: 'Somebody catching up. Ask them, and mind their hours too.',
  },
  'many-people': {
    title: `One child’s file opened by ${LIMITS.people} or more people in a week`,
    why: 'A file draws readers when something is in the news, or when people talk.',
    maybe: 'A serious incident that many had to work on.',
  },
  refused: {
    title: `Refused ${LIMITS.refusals} times or more in a day`,
    why: 'Somebody is trying doors.',
    maybe: 'A role that does not fit the work they were given: put the role right.',
  },
  'closed-sought': {
    title: 'Searched in words that would have found a restricted file',
    why: 'They may know that the file is there, and look for a way in. They were shown nothing.',
    maybe: 'A name that others have too.',
  },
  reasons: {
    title: `Gave a reason for looking ${LIMITS.reasons} times or more in a week`,
    why: 'Reasons are for the odd case. Many of them mean that the reason has become a habit.',
    maybe: 'Cover that nobody arranged: arrange it, and no reason is needed.',
  },
} as const satisfies Readonly<Record<string, Pattern>>
export type PatternCode = keyof typeof patterns

export const isPattern = (code: string | undefined): code is PatternCode =>
  code !== undefined && Object.hasOwn(patterns, code)
