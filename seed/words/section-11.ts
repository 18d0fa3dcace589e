/** Invented agencies, with who answers for them. */
export const agencies = [
  ['Harbour Police', 'Pat Wren, superintendent'],
  ['Vale Community Health', 'Sam Reed, named nurse'],
  ['Eastmere Schools Trust', 'Jo Marsh, safeguarding lead'],
  ['Probation, Eastmere and Vale', 'Lee Fenn, head of delivery'],
  ['Millbrook Housing', 'Ros Quill, director of neighbourhoods'],
] as const

export const evidence: Readonly<Record<string, readonly string[]>> = {
  leadership: ['The board hears a report twice a year; minutes of June and December.'],
  responsibilities: [
    'A policy of eleven pages, reviewed in May; staff find it on the first page of the intranet.',
  ],
  accountability: ['A chart in every office; contractors sign it with the contract.'],
  voice: ['A survey of 120 young people. Two things changed: waiting rooms, and letters.'],
  whistleblowing: ['Used four times in the year; each looked into within ten days.'],
  information: ['An audit of 40 referrals: 31 sent the same day.'],
  lead: ['A lead with three days a week, and a deputy since March.'],
  recruitment: ['20 staff files looked into: one reference missing, found since.'],
  supervision: ['82 per cent held each month.'],
  allegations: ['Five in the year; the designated officer heard within a day of four.'],
  training: ['91 per cent up to date at their level.'],
  together: ['Attendance at conferences 88 per cent; reports in time for two in three.'],
}

export const gaps: Readonly<Record<string, string>> = {
  voice: 'Ask young people what changed, and tell them',
  information: 'Send referrals the same day, checked monthly',
  supervision: 'Supervise night staff each month',
  training: 'Train volunteers at level 2',
  together: 'Send reports five days before a conference',
  recruitment: 'Renew checks of agency staff',
}

export const seen = {
  good: [
    'The mother was asked first and last, and laughed once.',
    'Everybody knew at the end who does what.',
  ],
  below: [
    'Dates were “as soon as possible”.',
    'What happens if nothing changes was not said.',
    'Two reports came on the day.',
  ],
  ask: [
    'Say a date for each step before the meeting ends.',
    'Ask for reports five days before, and ring who is late.',
  ],
  took: ['I know it, and I shall write dates down as we go.', 'Fair. The room was too small, too.'],
} as const
