import { ASKS, ITEM_KINDS } from '../../boards/board.ts'
import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { wholeNumber } from '../kinds/number.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

// The answers of these types are read by the fold of boards: src/domain/boards/fold-board.ts.

const clock = [/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time like 09:30 or 14:00.'] as const
const time = (label: string) =>
  line(label, { hint: 'Such as 10:00.', shape: clock, example: '10:00', most: 5 })
const untilTime = (label: string) =>
  line(label, { hint: 'Such as 12:00.', optional: true, shape: clock, example: '12:00', most: 5 })
const endsLater = (a: { readonly starts: string; readonly ends: string | undefined }) =>
  a.ends && a.ends <= a.starts ? { ends: 'This is not after it starts. Check both times.' } : {}

export const boardMeeting = recordType('board-meeting', {
  title: 'Meeting',
  subject: 'board',
  fields: {
    on: day('Day', { hint: 'Such as 27/3/2027.' }),
    starts: time('From'),
    ends: untilTime('Until'),
    place: line('Where?', { hint: 'A room, or a call.', most: 200 }),
  },
  summary: a => `Meeting on ${a.on}`,
  faults: endsLater,
})

export const boardMeetingMoved = recordType('board-meeting-moved', {
  title: 'Meeting moved',
  subject: 'board',
  help: 'The day it was to be on stays in view.',
  fields: {
    meeting: line('Meeting', { most: 40 }),
    on: day('New day', { hint: 'Such as 27/3/2027.' }),
    starts: time('From'),
    ends: untilTime('Until'),
    place: line('Where?', { most: 200 }),
    why: line('Why was it moved?', { most: 300 }),
  },
  summary: a => `Moved to ${a.on}: ${a.why}`,
  faults: endsLater,
})

export const boardMeetingCancelled = recordType('board-meeting-cancelled', {
  title: 'Meeting cancelled',
  subject: 'board',
  help: 'It stays in the calendar as cancelled, and so do its items: move them to another meeting.',
  fields: {
    meeting: line('Meeting', { most: 40 }),
    why: line('Why is it cancelled?', { most: 300 }),
  },
  summary: a => `Cancelled: ${a.why}`,
})

/** Something that is to come to the board; said again with `item`, it takes the place of what was said before. */
export const boardItem = recordType('board-item', {
  title: 'Item',
  subject: 'board',
  fields: {
    item: line('Item', { optional: true, most: 40 }),
    meeting: line('To which meeting does it come?', { optional: true, most: 40 }),
    title: line('What is it about?', { most: 200 }),
    lead: line('Who brings it?', { hint: 'Name and post.', most: 150 }),
    kind: oneOf('What comes?', ITEM_KINDS),
    asks: oneOf('What is the board asked?', ASKS),
    why: text('Why does it come?', { hint: 'What the board can do for children by it.', most: 1000 }),
    minutes: wholeNumber('How many minutes?', { from: 1, to: 240, optional: true }),
    order: wholeNumber('Which place on the agenda?', {
      hint: 'Such as 2. Left blank, it comes after those that have one.',
      from: 1,
      to: 50,
      optional: true,
    }),
    paper: line('Which paper?', {
      hint: 'Its code, such as P4, once it is written.',
      optional: true,
      most: 8,
      shape: [/^[Pp]\d{1,5}$/, 'Write the code of a paper, such as P4. Papers has the list.'],
      example: 'P4',
    }),
  },
  summary: a => a.title,
})

export const boardItemRemoved = recordType('board-item-removed', {
  title: 'Item taken off',
  subject: 'board',
  fields: {
    item: line('Item', { most: 40 }),
    why: line('Why does it not come?', { most: 300 }),
  },
  summary: a => `Taken off: ${a.why}`,
})

const members = (label: string) => text(label, { optional: true, most: 20_000 })

/** Who came: members by their ids, parted by blanks. Said again, it takes the place of what was said before. */
export const boardAttendance = recordType('board-attendance', {
  title: 'Attendance',
  subject: 'board',
  fields: {
    meeting: line('Meeting', { most: 40 }),
    present: members('Present'),
    deputy: members('Deputy came'),
    apologies: members('Apologies'),
    absent: members('Absent without apologies'),
    others: text('Who else was there?', { hint: 'Names and posts, one a line.', optional: true, most: 2000 }),
  },
  summary: () => 'Attendance recorded',
})

export const boardDecision = recordType('board-decision', {
  title: 'Decision',
  subject: 'board',
  fields: {
    meeting: line('Meeting', { most: 40 }),
    what: text('What did the board decide?', { most: 2000 }),
    why: text('Why?', { optional: true, most: 2000 }),
  },
  summary: a => a.what,
})

/** A question that tests what the board was told, and the answer given (requirement IM1: challenge and answers). */
export const boardChallenge = recordType('board-challenge', {
  title: 'Challenge',
  subject: 'board',
  help: 'What the board asked to be shown, and what it was told. Name no child.',
  fields: {
    meeting: line('Meeting', { most: 40 }),
    by: line('Who asked?', { most: 150 }),
    question: text('What did they ask?', { most: 2000 }),
    answer: text('What was the answer?', { optional: true, most: 4000 }),
    action: line('Which action of the plan is it about?', {
      hint: 'Its code, such as A4.',
      optional: true,
      most: 8,
      shape: [/^[Aa]\d{1,4}$/, 'Write the code of an action, such as A4. The plan has the list.'],
      example: 'A4',
    }),
  },
  summary: a => a.question,
})
