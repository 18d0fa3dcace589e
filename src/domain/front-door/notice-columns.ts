/** What a column of a file of notices holds: its name as we ask for it, and the names that it goes by. */
export interface Column {
  readonly title: string
  readonly also: readonly string[]
  readonly needed?: true
  /** It stands for others that are better: read where it comes, and not asked for. */
  readonly instead?: true
  /** What stands between the values of several columns that hold parts of it; where not said, only one may. */
  readonly joins?: string
}

const child = {
  givenName: {
    title: 'Given names',
    also: ['forename', 'forenames', 'first name', 'first names', 'given name'],
  },
  familyName: { title: 'Family name', also: ['surname', 'last name'] },
  name: {
    title: 'Full name',
    also: ['name', 'child name', 'childs name', 'name of child', 'patient name'],
    instead: true,
  },
  otherNames: {
    title: 'Other names',
    also: ['alias', 'aliases', 'also known as', 'aka', 'middle name', 'middle names'],
    joins: ', ',
  },
  born: { title: 'Date of birth', also: ['dob', 'd o b', 'birth date', 'date of birth or due date'] },
  age: { title: 'Age', also: ['age in years'] },
  sex: { title: 'Sex', also: ['gender'] },
  address: {
    title: 'Home address',
    also: ['address', 'full address', 'address line 1', 'address line 2', 'address line 3', 'town', 'city'],
    joins: ', ',
  },
  postcode: { title: 'Postcode', also: ['post code'] },
  school: { title: 'School or nursery', also: ['school', 'nursery', 'school name', 'education'] },
  nhsNumber: { title: 'NHS number', also: ['nhs no', 'nhs'] },
} satisfies Readonly<Record<string, Column>>

const whose = {
  referrer: {
    title: 'Name of the sender',
    also: ['officer', 'officer name', 'clinician', 'practitioner', 'completed by'],
  },
  phone: { title: 'Telephone', also: ['phone', 'contact number', 'tel'] },
  email: { title: 'Email', also: ['email address', 'e mail'] },
} satisfies Readonly<Record<string, Column>>

/** The columns of the notices that come as a file, as data. */
export const noticeColumns = {
  police: {
    number: {
      title: 'Incident number',
      also: [
        'incident no',
        'incident ref',
        'incident reference',
        'crime number',
        'occurrence number',
        'reference',
      ],
      needed: true,
    },
    incidentOn: {
      title: 'Date of incident',
      also: ['incident date', 'date', 'date and time of incident', 'occurred on'],
      needed: true,
    },
    ...child,
    concern: {
      title: 'What happened',
      also: ['summary', 'circumstances', 'details', 'incident summary', 'incident details', 'narrative'],
      joins: '\n',
    },
    marac: { title: 'MARAC', also: ['marac case', 'marac referral', 'heard at marac', 'marac yn'] },
    grade: {
      title: 'Risk',
      also: ['risk level', 'risk grading', 'risk grade', 'dash', 'dash risk', 'dash grading'],
    },
    adults: {
      title: 'Adults involved',
      also: ['persons involved', 'people involved', 'adults', 'victim', 'suspect', 'perpetrator', 'parties'],
      joins: '; ',
    },
    outcome: { title: 'What was done', also: ['action taken', 'actions', 'police action', 'outcome'] },
    organisation: { title: 'Force or unit', also: ['force', 'unit', 'station', 'police force'] },
    ...whose,
  },
  hospital: {
    number: {
      title: 'Attendance number',
      also: [
        'attendance no',
        'attendance id',
        'attendance ref',
        'episode number',
        'visit number',
        'reference',
      ],
      needed: true,
    },
    incidentOn: {
      title: 'Date of attendance',
      also: ['attendance date', 'attended on', 'arrival date', 'arrival date and time', 'date'],
      needed: true,
    },
    ...child,
    concern: {
      title: 'Why the child came',
      also: ['presenting complaint', 'reason for attendance', 'complaint', 'reason', 'details', 'concern'],
      joins: '\n',
    },
    grade: { title: 'Diagnosis', also: ['primary diagnosis', 'diagnosis description'] },
    adults: { title: 'Who came with the child', also: ['accompanied by', 'attended with', 'brought by'] },
    outcome: { title: 'What was done', also: ['outcome', 'disposal', 'discharge', 'treatment'] },
    organisation: { title: 'Hospital', also: ['hospital name', 'site', 'trust', 'department'] },
    ...whose,
  },
} satisfies Readonly<Record<string, Readonly<Record<string, Column>>>>

export type NoticeKind = keyof typeof noticeColumns

export const noticeTitles: Readonly<Record<NoticeKind, string>> = {
  police: 'Police notices of domestic abuse',
  hospital: 'Hospital notices of attendance at A&E',
}

export const isNoticeKind = (text: string | undefined): text is NoticeKind =>
  text !== undefined && Object.hasOwn(noticeTitles, text)

/** The columns of a kind of notice, each by the name of what it holds. */
export const columnsOf = (kind: NoticeKind): readonly (readonly [string, Column])[] =>
  Object.entries(noticeColumns[kind])
