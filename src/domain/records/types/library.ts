import { frameworks } from '../../improvement/frameworks.ts'
import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { line } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const kinds = {
  standard: 'Standard inspection',
  short: 'Short inspection',
  'focused-visit': 'Focused visit',
  'monitoring-visit': 'Monitoring visit',
  'assurance-visit': 'Assurance visit',
  joint: 'Joint inspection',
} as const

const cover = {
  authority: line('Council inspected', { optional: true, most: 150 }),
  kind: oneOf('What kind of visit was it?', kinds),
  inspectedFrom: day('Inspection began on', { optional: true }),
  inspectedTo: day('Inspection ended on', { optional: true }),
  published: day('Report published on', { optional: true }),
}

interface Days {
  readonly inspectedFrom: string | undefined
  readonly inspectedTo: string | undefined
  readonly published: string | undefined
}

const ordered = ({ inspectedFrom, inspectedTo, published }: Days): Readonly<Record<string, string>> => ({
  ...(inspectedFrom && inspectedTo && inspectedTo < inspectedFrom
    ? { inspectedTo: 'This is before the inspection began. Check both days.' }
    : {}),
  ...(inspectedTo && published && published < inspectedTo
    ? { published: 'This is before the inspection ended. Check both days.' }
    : {}),
})

/** A published report of any council, as it was read. All that was read is kept beside these answers: see `Shelved`. */
export const reportShelved = recordType('report-shelved', {
  title: 'Published report',
  subject: 'library',
  fields: {
    file: line('Where the report came from', { most: 200 }),
    framework: oneOf('Framework', Object.fromEntries(frameworks.map(f => [f.code, f.name]))),
    ...cover,
  },
  summary: a => `Report of ${a.authority ?? 'an inspection'} read from ${a.file}`,
})

/** What a person put right in the reading, whole: see `Correction`. The grades are kept beside these answers. */
export const readingCorrected = recordType('report-reading-corrected', {
  title: 'Reading of a published report corrected',
  subject: 'library',
  fields: cover,
  summary: a => `Reading of the report of ${a.authority ?? 'an inspection'} corrected`,
  faults: ordered,
})

/** Somebody held the reading against the report, and it is right as it stands. */
export const readingConfirmed = recordType('report-reading-confirmed', {
  title: 'Reading of a published report confirmed',
  subject: 'library',
  fields: { note: line('What was checked?', { optional: true, most: 300 }) },
  summary: () => 'Reading checked against the report',
})
