import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Checkboxes, Radios, Select, Table, Textarea, TextInput } from './index.ts'

const html = (element: JSX.Element) => renderToString(element)

describe('escaping', () => {
  const hostile = `"><script>alert('x')</script>`

  test('text is never markup, wherever it goes', () => {
    const out = html(
      <TextInput
        name={hostile}
        label={hostile}
        hint={hostile}
        error={hostile}
        value={hostile}
        prefix={hostile}
      />,
    )
    expect(out).not.toContain('<script')
    expect(out).not.toContain('""')
    expect(out).toContain('value="&quot;>&lt;script>')
  })

  test('JSX goes where words go', () => {
    const hint = (
      <>
        Use <strong>their</strong> words
      </>
    )
    expect(html(<TextInput name="a" label="A" hint={hint} />)).toContain('Use <strong>their</strong> words')
  })
})

describe('what was typed comes back', () => {
  test.each(['\nfirst line empty', '\r\nthe same as posted', '\n\n'])('a textarea keeps %j', value => {
    const out = html(<Textarea name="a" label="A" value={value} />)
    const content = /<textarea[^>]*>([\s\S]*)<\/textarea>/.exec(out)?.[1] ?? ''
    // As a browser reads it: one line break straight after the tag is dropped.
    expect(content.replace(/^\r?\n/, '')).toBe(value)
  })

  test('an empty value and a zero are values', () => {
    expect(html(<TextInput name="a" label="A" value={0} />)).toContain('value="0"')
    expect(html(<TextInput name="a" label="A" value="" />)).toMatch(/ value(=""| |\/|>)/)
    expect(html(<TextInput name="a" label="A" />)).not.toMatch(/ value/)
  })

  test('the chosen items, and only they, are chosen', () => {
    const items = ['yes', 'no'].map(value => ({ value, text: value }))
    const chosen = (element: JSX.Element) =>
      [...html(element).matchAll(/value="(\w+)"[^>]* (?:checked|selected)/g)].map(match => match[1])
    expect(chosen(<Radios name="a" legend="A" items={items} value="no" />)).toEqual(['no'])
    expect(chosen(<Radios name="a" legend="A" items={items} />)).toEqual([])
    expect(chosen(<Checkboxes name="a" legend="A" items={items} values={['no', 'yes']} />)).toEqual([
      'yes',
      'no',
    ])
    expect(chosen(<Select name="a" label="A" items={items} value="yes" />)).toEqual(['yes'])
  })
})

test('a cell takes its alignment from the head of its column', () => {
  const out = html(
    <Table head={['Team', { text: 'Children', numeric: true }]} rows={[['North', 12]]} rowHeaders />,
  )
  expect(out).toContain('<td class="govuk-table__cell govuk-table__cell--numeric">12</td>')
  expect(out).toContain('<th scope="row" class="govuk-table__header">North</th>')
})

test('what is left out by a condition leaves nothing behind', () => {
  const none: boolean = false
  const out = html(<Table head={['A']} rows={[none && ['x'], ['y']]} />)
  expect(out.match(/<tr/g)).toHaveLength(2)
  expect(out).not.toContain('false')
})
