import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/** A visit meets the visit clock only when the child was seen (requirement CR6; rules R27, R50–R53). */
export const statutoryVisit = recordType('statutory-visit', {
  title: 'Statutory visit',
  help: 'One page for the whole visit. It meets the visit clock, joins the chronology and sets the next date.',
  fields: {
    visitedOn: day('When did you visit?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    seen: oneOf('Was the child seen?', { alone: 'Yes, alone', 'with-others': 'Yes, with others', no: 'No' }),
    whyNotSeen: text('Why not?', { when: a => a.seen === 'no' }),
    where: line('Where?', { optional: true }),
    views: text('What did the child say, or show?', {
      when: a => a.seen !== 'no',
      hint: 'In their words where you can. For a baby or young child: what you saw.',
    }),
    step: line('Which part of the plan was this for?', { optional: true }),
    next: text('What happens next?', {}),
  },
  happened: a => a.visitedOn,
  marks: a => (a.seen === 'no' ? [] : ['looked-after-visit', 'protection-visit', 'child-seen']),
  chronology: a => (a.seen === 'no' ? 'Child not seen at statutory visit' : undefined),
  summary: a =>
    a.seen === 'alone'
      ? 'Visited, seen alone'
      : a.seen === 'no'
        ? 'Visited, not seen'
        : 'Visited, seen with others',
})
