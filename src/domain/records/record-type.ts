import type { Role, Sensitivity } from '../access/roles.ts'
import { mayWrite } from '../access/writes.ts'
import type { Day } from '../kernel/day.ts'
import type { SubjectKind } from './entry.ts'
import type { Answers, Field } from './kinds/field.ts'
import type { SpellChange } from './spell.ts'

export type Fields = Readonly<Record<string, Field<unknown>>>
export type AnswersOf<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer V> ? V : never }

/** Something an entry shows to have been done; clocks and indicators look for these, not for forms. */
export const marks = {
  'contact-decision': 'Contact decided',
  'referrer-told': 'Referrer told',
  'referral-decision': 'Referral decided',
  'referral-accepted': 'Referral accepted',
  allocated: 'Allocated to a named worker',
  'child-seen': 'Child seen',
  'initial-assessment': 'Initial assessment signed off',
  'core-assessment': 'Core assessment signed off',
  'single-assessment': 'Assessment signed off',
  'case-supervision': 'Discussed in supervision',
  supervision: 'Supervision held',
  'looked-after-visit': 'Looked after child visited and seen',
  'protection-visit': 'Child with a protection plan visited and seen',
  'looked-after-review': 'Looked after review held',
  'protection-review': 'Review child protection conference held',
  'health-assessment': 'Health assessment held',
  'dental-check': 'Dental check held',
  immunisations: 'Immunisations up to date',
  sdq: 'Strengths and difficulties questionnaire scored',
  'education-plan-begun': 'Personal education plan begun',
  'education-plan': 'Personal education plan agreed',
  'pathway-plan': 'Pathway plan agreed',
  'pathway-review': 'Pathway plan reviewed',
  'leaver-contact': 'In touch with a young person who leaves care',
  'child-answered': 'Young person answered',
  'return-interview': 'Return interview held',
  'access-answered': 'Request for a file answered',
  'officer-told': 'Designated officer told of an allegation',
  'allegation-reviewed': 'Allegation reviewed',
  'allegation-resolved': 'Allegation resolved',
} as const
export type Mark = keyof typeof marks

/** What comes of a record once it is signed off, on the day of the signature. */
export interface Signed {
  readonly marks: readonly Mark[]
  readonly spells: readonly SpellChange[]
}
const NOTHING: Signed = { marks: [], spells: [] }

/** What an author gives to declare a record type. Everything else about it is derived. */
interface Declaration<F extends Fields> {
  readonly title: string
  readonly fields: F
  /** Whose file it is written in; a child's where not said. */
  readonly subject?: SubjectKind
  /** When the thing happened. Absent where it is as of its recording. */
  readonly happened?: (answers: AnswersOf<F>) => Day | undefined
  /** What it shows to have been done. */
  readonly marks?: (answers: AnswersOf<F>) => readonly Mark[]
  /** Spells it opens and closes. */
  readonly spells?: (answers: AnswersOf<F>) => readonly SpellChange[]
  /** The line it adds to the chronology, where it is significant. */
  readonly chronology?: (answers: AnswersOf<F>) => string | undefined
  /** One line for lists. */
  readonly summary: (answers: AnswersOf<F>) => string
  /** Who may write it. Where not said: anyone who may record in the file. */
  readonly writtenBy?: readonly Role[]
  /** What one must be allowed to do in the file to write it: to record, where not said. */
  readonly permission?: 'record' | 'decide'
  /** Who must sign it off; never its author. */
  readonly signedBy?: readonly Role[]
  /** What it shows and changes only once signed off: an assessment counts when a manager has authorised it (rules R10). */
  readonly onSigned?: (answers: AnswersOf<F>) => Partial<Signed>
  readonly sensitivity?: Sensitivity
  /** True of what is said to the child: it can't be kept from them by making it confidential. */
  readonly toChild?: true
  /** Faults across fields, by field name: an end before its start. */
  readonly faults?: (answers: AnswersOf<F>) => Readonly<Record<string, string>>
  /** Help shown at the head of the page: what good looks like here. */
  readonly help?: string
}

/** A kind of entry, declared once: the value from which form, reading, storage, export and schema follow. */
export interface RecordType {
  readonly code: string
  readonly title: string
  readonly subject: SubjectKind
  readonly fields: Fields
  readonly happened: (answers: Answers) => Day | undefined
  readonly marks: (answers: Answers) => readonly Mark[]
  readonly spells: (answers: Answers) => readonly SpellChange[]
  readonly chronology: (answers: Answers) => string | undefined
  readonly summary: (answers: Answers) => string
  readonly writtenBy: readonly Role[] | null
  readonly permission: 'record' | 'decide'
  readonly signedBy: readonly Role[]
  readonly onSigned: (answers: Answers) => Signed
  readonly sensitivity: Sensitivity
  readonly toChild: boolean
  readonly faults: (answers: Answers) => Readonly<Record<string, string>>
  readonly help: string | null
}

export function recordType<F extends Fields>(code: string, d: Declaration<F>): RecordType {
  // Answers reach these functions only through parse() or out of the ledger, which holds what parse() gave.
  const read = (answers: Answers) => answers as AnswersOf<F>
  return {
    code,
    title: d.title,
    subject: d.subject ?? 'child',
    fields: d.fields,
    happened: a => d.happened?.(read(a)),
    marks: a => d.marks?.(read(a)) ?? [],
    spells: a => d.spells?.(read(a)) ?? [],
    chronology: a => d.chronology?.(read(a)),
    summary: a => d.summary(read(a)),
    writtenBy: d.writtenBy ?? null,
    permission: d.permission ?? 'record',
    signedBy: d.signedBy ?? [],
    onSigned: a => ({ ...NOTHING, ...d.onSigned?.(read(a)) }),
    sensitivity: d.sensitivity ?? 'ordinary',
    toChild: d.toChild ?? false,
    faults: a => d.faults?.(read(a)) ?? {},
    help: d.help ?? null,
  }
}

/** True where a role is among those who write this kind of record. */
export const writes = (type: RecordType, role: Role): boolean => mayWrite(role, type.code, type.writtenBy)

/** The words that were asked, to be kept with the answers: a label changed later does not change what was answered. */
export function wordsOf(type: RecordType): Readonly<Record<string, unknown>> {
  const entries = Object.entries(type.fields).map(([name, f]) => [
    name,
    {
      label: f.label,
      ...(f.options.young ? { young: f.options.young } : {}),
      ...(f.kind.choices ? { choices: f.kind.choices } : {}),
    },
  ])
  return { title: type.title, fields: Object.fromEntries(entries) }
}
