import { BOARD_KINDS, MEMBER_PLACES } from '../../boards/board.ts'
import { indicators } from '../../indicators/indicators.ts'
import { manyOf, oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { worker } from '../kinds/reference.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

// The answers of these types are read by the fold of boards: src/domain/boards/fold-board.ts.

/** A board that oversees what is done for children (requirement BD1). */
export const boardDescribed = recordType('board-described', {
  title: 'Board',
  subject: 'board',
  fields: {
    kind: oneOf('What kind of board is it?', BOARD_KINDS),
    name: line('Name', { most: 120 }),
    purpose: text('What is it for?', { most: 2000 }),
    support: line('Who keeps its papers?', { hint: 'Name and post.', optional: true, most: 150 }),
    indicators: manyOf(
      'Which few figures does it see at every meeting?',
      Object.fromEntries(indicators.map(i => [i.code, i.name])),
      {
        hint: 'A short list that stays the same shows what moves.',
        optional: true,
        groups: [{ title: 'Figures of the digest', codes: indicators.map(i => i.code) }],
      },
    ),
  },
  summary: a => a.name,
})

/** Somebody who sits on the board; said again with `member`, it corrects what was said of them. */
export const boardMember = recordType('board-member', {
  title: 'Member',
  subject: 'board',
  fields: {
    member: line('Member', { optional: true, most: 40 }),
    name: line('Name', { most: 120 }),
    post: line('Post', { most: 150 }),
    agency: line('Agency', {
      hint: 'As the others of it are written, so that they count together.',
      most: 120,
    }),
    place: oneOf('What are they on the board?', MEMBER_PLACES),
    independent: yesNo('Are they independent of every agency on the board?', {
      when: a => a.place === 'chair',
    }),
    votes: yesNo('Do they vote?', { start: 'yes' }),
    from: day('Member from', {}),
    deputy: line('Who comes instead?', { hint: 'Name and post.', optional: true, most: 150 }),
    worker: worker('Who are they here, if they sign in?', {
      hint: 'They then see this board as theirs.',
      optional: true,
    }),
  },
  summary: a => `${a.name}, ${a.post}`,
})

export const boardMemberLeft = recordType('board-member-left', {
  title: 'Member left',
  subject: 'board',
  fields: {
    member: line('Member', { most: 40 }),
    on: day('Their last day as a member', { notAfter: 'today', start: 'today' }),
    why: line('Why?', { optional: true, most: 300 }),
  },
  happened: a => a.on,
  summary: () => 'A member left',
})

const ownerAsked = {
  member: line('Which member owns it?', { optional: true, most: 40 }),
  owner: line('Or who else?', { hint: 'Name and post, where no member owns it.', optional: true, most: 150 }),
}

/** What the board asked to be done; said again with `action`, it corrects the words or the owner. */
export const boardAction = recordType('board-action', {
  title: 'Action',
  subject: 'board',
  fields: {
    action: line('Action', { optional: true, most: 40 }),
    meeting: line('Set at which meeting?', { optional: true, most: 40 }),
    what: text('What is to be done?', { most: 1000 }),
    ...ownerAsked,
    due: day('Done by', { hint: 'Such as 27/3/2027.' }),
  },
  summary: a => a.what,
  faults: a =>
    a.member || a.owner ? {} : { member: 'Choose the member who owns it, or name somebody below.' },
})

export const boardActionCarried = recordType('board-action-carried', {
  title: 'Action carried over',
  subject: 'board',
  help: 'The days it was due before stay in view.',
  fields: {
    action: line('Action', { most: 40 }),
    on: day('Agreed on', { notAfter: 'today', start: 'today' }),
    due: day('New day', { hint: 'Such as 27/3/2027.' }),
    why: text('Why is it not done?', { most: 1000 }),
  },
  happened: a => a.on,
  summary: a => `Carried over: ${a.why}`,
  faults: a => (a.due <= a.on ? { due: 'This is not after the day it was agreed. Enter a later day.' } : {}),
})

export const boardActionEnded = recordType('board-action-ended', {
  title: 'Action done',
  subject: 'board',
  fields: {
    action: line('Action', { most: 40 }),
    on: day('On which day?', { notAfter: 'today', start: 'today' }),
    as: oneOf('How did it end?', { done: 'It is done', dropped: 'It is no longer needed' }),
    how: text('What was done, or why is it dropped?', { most: 1000 }),
  },
  happened: a => a.on,
  summary: a => a.how,
})
