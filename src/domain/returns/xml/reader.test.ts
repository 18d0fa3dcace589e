import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { xmlReader } from './reader.ts'

type Told = readonly [what: 'open' | 'text' | 'close', words: string]

/** What the reader tells of a text that comes in pieces, neighbouring texts as one. */
function read(pieces: readonly string[]) {
  const told: [Told[0], string][] = []
  const tell = (what: Told[0]) => (words: string) => {
    const last = told.at(-1)
    if (what === 'text' && last?.[0] === 'text') last[1] += words
    else told.push([what, words])
  }
  const reader = xmlReader({ open: tell('open'), text: tell('text'), close: tell('close') })
  for (const piece of pieces) reader.write(piece)
  return { told, fault: reader.end() }
}
const whole = (text: string) => read([text])
const wrong = (text: string) => whole(text).fault?.wrong
const short = (told: readonly Told[]) =>
  told
    .map(([what, words]) => (what === 'text' ? words : what === 'open' ? `<${words}>` : `</${words}>`))
    .join('')

describe('what is told', () => {
  test.each([
    ['elements and text', '<a><b>one</b><c/></a>', '<a><b>one</b><c></c></a>'],
    ['declaration, mark and blanks before', '\uFEFF<?xml version="1.0"?>\n <a>x</a>\n', '<a>x</a>'],
    ['comments, within text too', '<!-- <x> --><a>o<!-- & -->ne</a>', '<a>one</a>'],
    ['literal text', '<a><![CDATA[1 < 2 & ]] >]]></a>', '<a>1 < 2 & ]] ></a>'],
    ['prefixes', '<n:a xmlns:n="urn:x"><n:b>1</n:b></n:a>', '<a><b>1</b></a>'],
    ['attributes with what ends a tag', `<a b="1>2" c='>"'><d e="/"/></a>`, '<a><d></d></a>'],
    ['blanks in tags', '<a ><b\n/></a\t>', '<a><b></b></a>'],
    ['references', '<a>&lt;&amp;&#233;&#xE9;&quot;</a>', '<a><&éé"</a>'],
  ])('%s', (_, text, wanted) => {
    const { told, fault } = whole(text)
    expect([short(told), fault]).toEqual([wanted, undefined])
  })
})

describe('what is refused, and why', () => {
  test.each([
    ['', 'There is no XML in it.'],
    ['  \n', 'There is no XML in it.'],
    ['CHILD,DOB\n1,2\n', 'It is not XML: there is text outside its elements.'],
    ['<a>', 'It ends in the middle: “a” is still open.'],
    ['<a><b>tex', 'It ends in the middle: “b” is still open.'],
    ['<a', 'It ends in the middle of a tag.'],
    ['<a></a><!-- ', 'It ends in the middle of a tag.'],
    ['<a></b>', '“a” is open where “b” is closed.'],
    ['</a>', '“a” is closed and was never opened.'],
    ['<a></a><b></b>', 'There is more after its end.'],
    ['<a></a>x', 'It is not XML: there is text outside its elements.'],
    ['<![CDATA[x]]><a/>', 'It is not XML: there is text outside its elements.'],
    ['<1a/>', '“<1a/>” is no element.'],
    ['<a>fish & chips</a>', 'There is a lone “&” in its text.'],
    ['<a>&who;</a>', 'It speaks of an entity, “&who;”, that no return needs.'],
    ['<a>&#0;</a>', 'It speaks of an entity, “&#0;”, that no return needs.'],
    ['<a>&#xD800;</a>', 'It speaks of an entity, “&#xD800;”, that no return needs.'],
    ['<a>&constructor;</a>', 'It speaks of an entity, “&constructor;”, that no return needs.'],
  ])('%j', (text, wanted) => {
    const { fault } = whole(text)
    expect(fault?.wrong).toBe(wanted)
    expect(fault?.todo).toMatch(/\.$/)
  })

  test('where it is', () => {
    expect(whole('<a>\n<b>1</b></c></a>').fault?.at).toBe('<a>\n<b>1</b>'.length)
    expect(whole(' \n x').fault?.at).toBe(3)
  })

  test('entities that multiply are refused where they are declared, and nothing after is read', () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`)
    const bomb = `<?xml version="1.0"?><!DOCTYPE m [<!ENTITY l0 "lol">${laughs.join('')}]><Message>&l9;</Message>`
    const { told, fault } = whole(bomb)
    expect(fault?.wrong).toContain('document type')
    expect(fault?.todo).toContain('<!DOCTYPE')
    expect(told).toEqual([])
    expect(wrong('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toContain('document type')
  })

  test('deeper than any return', () => {
    expect(wrong(`${'<a>'.repeat(40)}${'</a>'.repeat(40)}`)).toBeUndefined()
    expect(wrong(`${'<a>'.repeat(41)}${'</a>'.repeat(41)}`)).toContain('more than 40 deep')
  })

  test.each([
    ['a text', 'x'.repeat(70_000)],
    ['a literal text', `<![CDATA[${'x'.repeat(70_000)}]]>`],
    ['a text in many parts', `<![CDATA[${'x'.repeat(700)}]]>`.repeat(100)],
    ['a tag', `<b ${'c'.repeat(70_000)}>`],
    ['a comment', `<!--${'x'.repeat(70_000)}-->`],
    ['quotes that do not close', `<b c="${'x>'.repeat(40_000)}`],
  ])('%s without an end', (_, text) => {
    expect(wrong(`<a>${text}</a>`)).toBe('A text or a tag in it does not end.')
  })

  test('nonsense without an end is not held: it is refused at once', () => {
    const reader = xmlReader({ open: () => {}, text: () => {}, close: () => {} })
    const piece = '\u0001nonsense'.repeat(10_000)
    const first = reader.write(piece)
    expect(first?.wrong).toContain('not XML')
    expect(reader.write(piece)).toBe(first)
    expect(reader.end()).toBe(first)
  })
})

const SCRAPS = [
  '<a>',
  '</a>',
  '<b/>',
  '<a x="',
  '">',
  "'",
  'one',
  ' ',
  '&amp;',
  '&',
  ';',
  '<!-- ',
  '-->',
  '<![CDATA[',
]
const MORE = [']]>', '<?x', '?>', '<!DOCTYPE a>', '<', '>', '\n', '\uFEFF', 'é😀', 'x'.repeat(300)]
const anyText = fc.array(fc.constantFrom(...SCRAPS, ...MORE), { maxLength: 30 }).map(parts => parts.join(''))
const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 12 })

function cut(text: string, at: readonly number[]): string[] {
  const places = [...new Set(at)].filter(n => n < text.length).sort((a, b) => a - b)
  return [0, ...places].map((from, i) => text.slice(from, places[i] ?? text.length))
}

test('however the text is cut, the same is told, and the same is wrong in the same place', () => {
  const good = '<a><b c="1>2">o&amp;ne<!-- x --></b><![CDATA[<]]><b/>two</a>'
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        fc.constant(good),
        anyText.map(t => `<a>${t}</a>`),
      ),
      cuts,
      (text, at) => {
        expect(read(cut(text, at))).toEqual(whole(text))
        expect(read([...text])).toEqual(whole(text))
      },
    ),
    { numRuns: 300 },
  )
})
