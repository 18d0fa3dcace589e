import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { referralSources } from '../records/codes.ts'
import { contactOutcomes, contactSorts, levelsOfNeed } from '../records/codes-front-door.ts'
import { type LetterFacts, letterFor, letterSubject } from './letter.ts'
import { audienceOf, likelyWay, recipient } from './referrer.ts'

const facts: LetterFacts = {
  house: { council: 'Thimble Council', phone: '01632 960 100', evenings: '01632 960 200', email: null },
  reference: 'C7K3M9Q2',
  receivedOn: day('2026-03-09'),
  sort: 'worry',
  source: '2A',
  referrer: 'Jo Teacher',
  children: ['Sam Reed', 'Ivy Reed'],
  outcome: 'nfa',
  level: '2',
  reasons: 'REASONS',
  next: null,
  instead: 'INSTEAD',
  services: [],
}
const harbour = {
  name: 'Harbour',
  who: 'Parents.',
  reach: 'Ring them.',
  phone: '01632 960 555',
  web: null,
}
const accepted = { outcome: 'assess', next: 'NEXT', instead: null } as const

describe('a letter', () => {
  test('to a school that is refused: who we are, what was told and when, why, what else, how to reach us', () => {
    expect(letterFor({ ...facts, services: [harbour] })).toBe(`Dear Jo Teacher,

Thank you for telling us that you are worried about Sam Reed and Ivy Reed. It reached us on 9 March 2026. We are the front door of children’s social care at Thimble Council. Our reference is C7K3M9Q2.

What we decided
We will take no further action now.
Level 2: early help from one or more services.

Why
REASONS

What else you can do
INSTEAD
Harbour. For: Parents. How to reach it: Ring them. 01632 960 555

If you want to talk to us
If you do not agree with this decision, or anything changes, ring us and ask for the manager of the front door. Tell us again whenever you are worried.
Ring 01632 960 100 in office hours, or ring 01632 960 200 in the evening and at weekends.

If a child is in danger now, ring 999.

Children’s social care
Thimble Council`)
  })

  test('a consultation is answered with advice, and no decision is made of it', () => {
    const said = letterFor({ ...facts, sort: 'advice', outcome: 'advice' })
    expect(said).toContain('Thank you for asking our advice about Sam Reed')
    expect(said).toContain('Our advice\nREASONS')
    expect(said).not.toContain('Level 2')
  })

  const outcomes = Object.keys(contactOutcomes)
  test.each(outcomes)('%s is told apart to a professional', outcome => {
    const said = letterFor({ ...facts, outcome })
    expect(said).toContain('REASONS')
    for (const other of outcomes.filter(o => o !== outcome))
      expect(said, other).not.toBe(letterFor({ ...facts, outcome: other }))
  })

  test('every letter says how to reach us, and 999; whatever is asked, in whatever order', () => {
    const any = fc.record({
      sort: fc.constantFrom(...Object.keys(contactSorts)),
      source: fc.constantFrom(...Object.keys(referralSources)),
      outcome: fc.constantFrom(...outcomes, ''),
      level: fc.constantFrom(...Object.keys(levelsOfNeed), ''),
      referrer: fc.constantFrom('Jo', null),
      children: fc.constantFrom([], ['Sam'], ['Sam', 'Ivy', 'Bo']),
      next: fc.constantFrom('NEXT', null),
    })
    fc.assert(
      fc.property(any, asked => {
        const said = letterFor({ ...facts, ...asked })
        expect(said).toContain('If a child is in danger now, ring 999.')
        expect(said).toContain('Ring 01632 960 100 in office hours')
        expect(said).toContain('C7K3M9Q2')
        expect(said).not.toMatch(/undefined|null|\n\n\n/)
      }),
    )
  })

  test('the public reads nothing that it did not say: no reasons, level, need, next step or suggestion', () => {
    const sources = Object.keys(referralSources).filter(s => audienceOf(s) === 'public')
    expect(sources).toEqual(expect.arrayContaining(['1A', '1B', '1D', '8', '9', '10']))
    for (const source of sources)
      for (const outcome of outcomes) {
        const said = letterFor({ ...facts, source, outcome, next: 'NEXT', level: '4' })
        for (const secret of [
          'REASONS',
          'NEXT',
          'INSTEAD',
          'Level',
          'assess',
          'strategy',
          'social worker is',
        ])
          expect(said, `${source} ${outcome}`).not.toContain(secret)
      }
  })

  test('to the public, all in which something is done read alike', () => {
    const done = outcomes.filter(o => o !== 'advice' && o !== 'nfa')
    const letters = done.map(outcome =>
      letterFor({ ...facts, source: '1A', outcome, services: [harbour] })
        .replace('If you learn anything more, tell us, and give our reference.', '')
        .replace('If anything changes, or you are still worried, tell us again.', ''),
    )
    expect(new Set(letters).size).toBe(1)
    expect(letters[0]).not.toContain('Harbour')
    expect(letterFor({ ...facts, source: '1A', services: [harbour] })).toContain('Harbour')
  })

  test('a child who told us is spoken to, and not about', () => {
    const said = letterFor({ ...facts, ...accepted, source: '1C', referrer: 'Sam' })
    expect(said).toContain('A social worker will talk with you')
    expect(said).not.toContain('Sam Reed')
    expect(said).not.toContain('Level')
  })

  test('its heading, which others may see, names nobody', () => {
    expect(letterSubject('Thimble Council', 'C7K3M9Q2')).toBe('Thimble Council: our reference C7K3M9Q2')
  })

  test('a council that has told no telephone yet still says how', () => {
    const house = { council: 'Thimble Council', phone: null, evenings: null, email: null }
    expect(letterFor({ ...facts, house })).toContain('Ring the council and ask for children’s social care.')
  })
})

describe('the referrer', () => {
  test.each([
    [{ email: 'a@example.org', phone: '1' }, 'email', 'a@example.org'],
    [{ referrer: 'Jo', organisation: 'Mill School', address: '1 Lane' }, 'post', 'Jo, Mill School, 1 Lane'],
    [{ referrer: 'Jo', phone: '01632 960 001' }, 'spoken', 'Jo, 01632 960 001'],
    [{ referrer: 'Jo' }, 'none', ''],
  ])('%j is told by %s', (received, way, to) => {
    expect(likelyWay(received)).toBe(way)
    expect(recipient(received, way)).toBe(to)
  })
})
