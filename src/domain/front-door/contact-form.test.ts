import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { childrenAsked, MOST_CHILDREN, professionalSources, readContact } from './contact-form.ts'

const today = day('2026-03-10')
const worry = {
  sort: 'worry',
  danger: 'no',
  concern: 'Seen alone in the park at night',
  source: '1B',
  _children: '1',
  c1_givenName: 'Wren',
}
const faults = (typed: Record<string, string>, by: 'anybody' | 'staff' = 'anybody') => {
  const read = readContact({ ...worry, ...typed }, today, by)
  return read.ok ? {} : read.error
}

describe('the form of a contact', () => {
  test('needs a name, a concern and who says so: the day is today', () => {
    const read = readContact(worry, today, 'anybody')
    expect(read).toEqual({
      ok: true,
      value: {
        received: expect.objectContaining({ receivedOn: today, concern: worry.concern, danger: false }),
        children: [{ givenName: 'Wren' }],
      },
    })
  })

  test('takes several children, and none from blocks left blank', () => {
    const typed = { ...worry, _children: '3', c2_givenName: ' ', c3_givenName: 'Fern', c3_born: '1/2/2020' }
    const read = readContact(typed, today, 'anybody')
    expect(read.ok && read.value.children).toEqual([
      { givenName: 'Wren' },
      { givenName: 'Fern', born: '2020-02-01' },
    ])
  })

  test('tells every fault at once, at its own question', () =>
    expect(
      faults({
        concern: '',
        source: '',
        c1_givenName: '',
        _children: '2',
        c2_givenName: 'Fern',
        c2_born: '31/2',
      }),
    ).toEqual({
      concern: expect.stringContaining('Enter an answer'),
      source: expect.stringContaining('Choose an answer'),
      c1_givenName: 'Enter a name; or the address, if you do not know the name.',
      c2_born: expect.stringContaining('is not a date'),
    }))

  test.each([
    ['1/2/1990', 'is not a child now'],
    ['1/2/2028', 'more than nine months away'],
  ])('born %s is a slip', (born, say) => expect(faults({ c1_born: born }).c1_born).toContain(say))

  test('a baby expected, and a child known by an address alone, are told of', () => {
    expect(faults({ c1_born: '1/10/2026' })).toEqual({})
    expect(faults({ c1_givenName: '', c1_address: '3 Mill Lane' })).toEqual({})
  })

  test('how much too long a text is', () =>
    expect(faults({ concern: 'x'.repeat(51_200) }).concern).toBe(
      'This is 51200 characters; the most is 20000. Shorten it by 31200.',
    ))

  test('professionals answer by name; anybody else may be unnamed', () => {
    expect(faults({ source: '2A' })).toEqual({ referrer: expect.stringContaining('Enter your name') })
    expect(faults({ source: '2A', referrer: 'Ada' })).toEqual({})
    expect(faults({ source: '2A' }, 'staff')).toHaveProperty('receivedOn')
    expect(faults({ source: '2A', receivedOn: 'today' }, 'staff')).toEqual({})
    expect(professionalSources).toContain('6')
    expect(professionalSources).not.toContain('1A')
    expect(professionalSources).not.toContain('9')
  })

  test('no notice of the police comes by the public form', () => {
    expect(faults({ sort: 'domestic-abuse' })).toEqual({ sort: 'Choose what it is.' })
    expect(faults({ sort: 'domestic-abuse', receivedOn: 'today' }, 'staff')).toEqual({})
  })

  test('an early help assessment asks for what goes well, and for agreement', () =>
    expect(Object.keys(faults({ sort: 'caf' })).sort()).toEqual(['consent', 'lead', 'strengths']))
})

describe('room for children', () => {
  test.each([
    [{}, 1],
    [{ _children: '3' }, 3],
    [{ _children: '3', _do: 'add' }, 4],
    [{ _children: '999' }, MOST_CHILDREN],
    [{ _children: '-2' }, 1],
    [{ _children: '1e9' }, MOST_CHILDREN],
    [{ _children: 'many' }, 1],
  ])('%j: %i', (typed, n) => expect(childrenAsked(typed)).toBe(n))
})
