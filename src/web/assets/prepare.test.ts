import { describe, expect, test } from 'vitest'
import { addressesIn, neutralCss } from './neutral-css.ts'
import { assetUrl, prepareAssets } from './prepare.ts'

const files = prepareAssets()
const text = (url: string) => String(files.get(url.replace('/assets/', ''))?.body)

const stylesheets = ['govuk-frontend.css', 'moj-frontend.css', 'golden-thread.css']

test('every file has an address that changes with its content, and a type', () => {
  for (const [name, { body, type }] of files) {
    expect(name).toMatch(/^[\w.-]+\.[0-9a-f]{12}\.(css|js|svg)$/)
    expect(body.length).toBeGreaterThan(20)
    expect(type).toMatch(/^(text\/(css|javascript); charset=utf-8|image\/svg\+xml)$/)
  }
})

test('a name that is not there is refused with those that are', () => {
  expect(() => assetUrl('gone.css')).toThrow(/no asset "gone\.css".*golden-thread\.css/)
})

describe.each(stylesheets)('%s', name => {
  const css = text(assetUrl(name))

  test('asks only for files that are served', () => {
    const asked = [...css.matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, url = '']) => url)
    expect(asked.filter(url => !files.has(url.replace('/assets/', '')))).toEqual([])
    expect(css).not.toMatch(/@font-face|@import|sourceMappingURL/)
  })

  test('has no government typeface and no crown', () => {
    expect(css).not.toMatch(/GDS Transport|Calvert|url\([^)]*(crest|crown|logotype)/i)
  })
})

test('the stylesheets are whole but for what was taken out', () => {
  expect(text(assetUrl('govuk-frontend.css'))).toContain('.govuk-button{')
  expect(text(assetUrl('govuk-frontend.css'))).toContain('font-family:system-ui,')
  expect(text(assetUrl('moj-frontend.css'))).toContain('.moj-timeline{')
  expect(
    addressesIn(
      neutralCss('a{background:url(/assets/images/x.svg)}b{background:url("/assets/images/x.svg")}'),
    ),
  ).toEqual(['x.svg'])
})

test('scripts import by served addresses', () => {
  const imported = /from '([^']+)'/.exec(text(assetUrl('init.js')))?.[1]
  expect(imported).toBe(assetUrl('govuk-frontend.min.js'))
})

test('the words of a stylesheet in our own colours can be read', () => {
  const css = text(assetUrl('golden-thread.css'))
  const pairs = [
    ...css.matchAll(/\.gt-brag--\w+ \{\s*border-color: (#\w+);\s*color: (#\w+);\s*background: (#\w+);/g),
  ]
  expect(pairs).toHaveLength(4)
  for (const [, border = '', ink = '', paper = ''] of pairs) {
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(border, paper)).toBeGreaterThanOrEqual(3)
  }
  const brand = /--gt-brand: (#\w+)/.exec(css)?.[1] ?? ''
  expect(contrast(brand, '#ffffff')).toBeGreaterThanOrEqual(4.5)
})

/** The ratio of WCAG 2.2, 1 to 21. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
