import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { wholeNumber } from '../kinds/number.ts'
import { person } from '../kinds/reference.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const STAYS = 'This stays when the file is gone: do not name anybody.'

/** What is left of an entry whose file was disposed of: that it was there, when it was recorded, and by whom. */
export const disposed = recordType('disposed', {
  title: 'Disposed of',
  subject: 'disposal',
  fields: {},
  summary: () => 'Disposed of',
})

/**
 * One person proposes that a file goes; its time is over by a rule that is named. `child` is the file, also where that is an
 * allegation’s: the database’s own guard looks for it by this name.
 */
export const disposalProposed = recordType('disposal-proposed', {
  title: 'Disposal proposed',
  subject: 'disposal',
  fields: {
    child: person('Whose file?', {}),
    rule: line('By which rule?', { most: 60 }),
    due: day('Kept until', {}),
    because: line('Because', { most: 500 }),
    why: text('What did you look at, and why need it not be kept longer?', {
      most: 2000,
      hint: STAYS,
    }),
  },
  summary: () => 'Disposal of a file proposed',
})

/** Another agrees, or has it kept. */
export const disposalDecided = recordType('disposal-decided', {
  title: 'Disposal decided',
  subject: 'disposal',
  fields: {
    outcome: oneOf('What do you decide?', {
      agreed: 'Dispose of the file now: this cannot be undone',
      kept: 'Keep the file for now',
    }),
    until: day('Look at it again on', { optional: true, when: a => a.outcome === 'kept' }),
    why: text('Why?', { most: 2000, hint: STAYS }),
  },
  summary: a => (a.outcome === 'agreed' ? 'Disposal agreed' : 'File kept'),
})

/** What was disposed of, so that nobody need ask what it said: counts and hashes, and no name. */
export const disposalCertificate = recordType('disposal-certificate', {
  title: 'Certificate of disposal',
  subject: 'disposal',
  fields: {
    codes: line('Files', { most: 2000 }),
    rule: line('By which rule', { most: 60 }),
    due: day('Kept until', {}),
    entries: wholeNumber('Entries', { from: 0, to: 1_000_000 }),
    documents: wholeNumber('Documents', { from: 0, to: 1_000_000 }),
    lines: wholeNumber('Lines of the log whose search words went', { from: 0, to: 10_000_000 }),
    files: line('Files, by their keys', { most: 20_000 }),
    kept: line('SHA-256 of what was kept of the entries', { most: 64 }),
    log: line('SHA-256 of what was kept of those lines of the log', { most: 64 }),
  },
  summary: a => `Files ${a.codes} disposed of: ${a.entries} entries, ${a.documents} documents`,
})

const whys = {
  inquiry: 'A public inquiry',
  court: 'Court proceedings',
  complaint: 'A complaint',
  police: 'A police investigation',
  claim: 'A claim against the council',
  other: 'Another reason',
} as const

/** Nothing it covers is disposed of while it stands, whatever the rules say. */
export const holdPlaced = recordType('hold-placed', {
  title: 'Legal hold',
  subject: 'hold',
  fields: {
    scope: oneOf('What must be kept?', { file: 'One file', all: 'Every file' }),
    child: person('Which file?', { when: a => a.scope === 'file', hint: 'The child’s ID.' }),
    reason: oneOf('For what?', whys),
    askedBy: line('Who asked for it, and under which reference?', { most: 200 }),
    from: day('From which day?', { notAfter: 'today', start: 'today' }),
    words: text('What is it about?', { most: 2000, hint: STAYS }),
  },
  happened: a => a.from,
  summary: a => `Legal hold: ${whys[a.reason].toLowerCase()}`,
})

export const holdLifted = recordType('hold-lifted', {
  title: 'Hold lifted',
  subject: 'hold',
  fields: { why: text('Why may it end, and who says so?', { most: 2000 }) },
  summary: () => 'Hold lifted',
})
