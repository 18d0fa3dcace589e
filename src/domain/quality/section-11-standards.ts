import type { SectionElevenStandard } from './section-11.ts'

// What section 11 of the Children Act 2004 and the guidance under it (Working Together) ask, in our own words.

const leadership: SectionElevenStandard = {
  code: 'leadership',
  title: 'Leaders answer for safeguarding',
  question: 'Who at the top of your organisation answers for the safety of children, and how do they know?',
  evidence: 'Minutes in which safeguarding was discussed; a report to the governing body; walk-rounds.',
  looksLike: {
    full: 'A named leader reports to the governing body at least twice a year, asks hard questions and changes things.',
    part: 'Somebody is named, but reports are rare or only for noting.',
    no: 'Nobody at the top is named, or safeguarding does not come up.',
  },
}
const responsibilities: SectionElevenStandard = {
  code: 'responsibilities',
  title: 'Everybody knows their part',
  question:
    'Is it written down, for staff and for families, what your organisation does to keep children safe?',
  evidence: 'The policy with its date of review; how staff and families find it; job descriptions.',
  looksLike: {
    full: 'A policy reviewed in the last year, in plain words, that staff can find and tell you about.',
    part: 'There is a policy, but it is out of date or few know it.',
    no: 'There is none of your own.',
  },
}
const accountability: SectionElevenStandard = {
  code: 'accountability',
  title: 'A clear line of accountability',
  question:
    'Can anybody at work follow the line from their desk to whoever answers for the safety of children?',
  evidence: 'A chart; contracts with those who work for you; how commissioned services are checked.',
  looksLike: {
    full: 'The line is drawn for staff, volunteers and contractors, and it is used.',
    part: 'Clear for staff, not for volunteers or contractors.',
    no: 'People do not know whom to turn to.',
  },
}
const voice: SectionElevenStandard = {
  code: 'voice',
  title: 'Children and families are heard',
  question: 'What do children and families say about your service, and what changed because of it?',
  evidence:
    'What was asked and what changed; complaints by children; how those who do not speak English are heard.',
  looksLike: {
    full: 'Children shape the service, and can see what came of what they said.',
    part: 'They are asked, but little comes of it or few are reached.',
    no: 'They are not asked.',
  },
}
const whistleblowing: SectionElevenStandard = {
  code: 'whistleblowing',
  title: 'Worries can be raised about ourselves',
  question: 'Can staff say that something is wrong in your organisation, and be safe in saying it?',
  evidence: 'The policy; how often it was used and what came of it; what staff say in surveys.',
  looksLike: {
    full: 'Staff know how, have used it, and say that it was taken seriously.',
    part: 'There is a policy, but staff do not know or trust it.',
    no: 'There is no way, or people were harmed by using it.',
  },
}
const information: SectionElevenStandard = {
  code: 'information',
  title: 'Information is shared',
  question: 'Do staff know when and how to share information to protect a child, and do they?',
  evidence: 'The agreement you work under; audits of referrals; training; answers to requests in time.',
  looksLike: {
    full: 'Shared in time and well; checked by audit; staff do not hide behind consent.',
    part: 'An agreement is there, but practice differs between teams.',
    no: 'Information was not shared when it should have been, or nobody looked.',
  },
}
const lead: SectionElevenStandard = {
  code: 'lead',
  title: 'A designated lead with time for it',
  question: 'Who is the lead for safeguarding, and have they the time, training and standing to do it?',
  evidence: 'Name, hours and training of the lead and their deputy; how staff reach them.',
  looksLike: {
    full: 'A lead and a deputy with time set aside, known to staff and supported themselves.',
    part: 'There is a lead, without a deputy or with too little time.',
    no: 'The post is empty or only a name.',
  },
}
const recruitment: SectionElevenStandard = {
  code: 'recruitment',
  title: 'Safer recruitment',
  question: 'Are all who work with children, paid or not, checked before they begin and after?',
  evidence: 'The single record of checks; panels with somebody trained; a dip into staff files.',
  looksLike: {
    full: 'Checks are complete, references are followed up, and files were looked into this year.',
    part: 'Checks are done; gaps for volunteers, agency staff or renewals.',
    no: 'People began before they were checked, or nobody can say.',
  },
}
const supervision: SectionElevenStandard = {
  code: 'supervision',
  title: 'Supervision and support',
  question: 'Have staff who work with children somebody with whom they think about that work, and how often?',
  evidence: 'The policy; how much of it happens; what staff say of it.',
  looksLike: {
    full: 'Regular and reflective for all who need it, counted, and staff value it.',
    part: 'For some, or mostly about tasks.',
    no: 'It does not happen.',
  },
}
const allegations: SectionElevenStandard = {
  code: 'allegations',
  title: 'Allegations against staff',
  question: 'What happens when somebody who works or volunteers for you may have harmed a child?',
  evidence: 'The procedure; who tells the designated officer; how many, how soon and what was learned.',
  looksLike: {
    full: 'The designated officer hears within one working day, each time, and lessons are drawn.',
    part: 'The procedure is there; it was late at times, or staff are unsure of it.',
    no: 'There is no procedure, or it was not followed.',
  },
}
const training: SectionElevenStandard = {
  code: 'training',
  title: 'Training',
  question: 'Are all trained to the level that their work asks for, and does it show in what they do?',
  evidence: 'Share trained at each level and up to date; how the effect is looked at.',
  looksLike: {
    full: 'Nine in ten or more are up to date, together with other agencies, and its effect is looked at.',
    part: 'Most are trained; refreshers slip, or nobody knows what it changed.',
    no: 'Fewer than half, or it is not counted.',
  },
}
const together: SectionElevenStandard = {
  code: 'together',
  title: 'A culture of safety, with other agencies',
  question:
    'Do your people take part in the meetings and reviews of children, speak up when they disagree, and learn?',
  evidence:
    'Attendance and reports at conferences; use of the escalation policy; lessons of reviews put into practice.',
  looksLike: {
    full: 'They come prepared, challenge openly, and lessons of reviews are seen in the work.',
    part: 'They come mostly; reports are late or differences are let lie.',
    no: 'They are often absent, or blame others.',
  },
}

/** The standards of a section 11 audit, in the order asked. A code is kept with every answer: never changed. */
export const sectionElevenStandards: readonly SectionElevenStandard[] = [
  leadership,
  responsibilities,
  accountability,
  voice,
  whistleblowing,
  information,
  lead,
  recruitment,
  supervision,
  allegations,
  training,
  together,
]

export const sectionElevenStandard = (code: string): SectionElevenStandard | undefined =>
  sectionElevenStandards.find(s => s.code === code)
