import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import * as Moj from './index.ts'

const folder = dirname(
  createRequire(import.meta.url).resolve('@ministryofjustice/frontend/moj/moj-frontend.min.css'),
)
const templates = readdirSync(join(folder, 'components'))
  .map(component => join(folder, 'components', component, 'template.njk'))
  .filter(existsSync)
const published = [join(folder, 'moj-frontend.min.css'), ...templates]
  .map(file => readFileSync(file, 'utf8'))
  .join('\n')
const known = new Set(published.match(/moj-[\w-]*\w/g))

const links = [{ text: 'Now', href: '/now', active: true }, false as const, { text: 'Then', href: '/then' }]
const when = { datetime: '2026-03-02', text: '2 March 2026' }
const selected = [{ heading: 'Team', items: [{ text: 'North', href: '/?team=' }] }]
const examples: { readonly [name: string]: JSX.Element } = {
  badge: (
    <Moj.MojBadge colour="red" large>
      Restricted
    </Moj.MojBadge>
  ),
  identityBar: (
    <Moj.MojIdentityBar
      title="Robin Ash"
      facts={[{ name: 'Born', value: '4 May 2019' }]}
      actions={[<a href="/note">Write a note</a>]}
    />
  ),
  subNavigation: <Moj.MojSubNavigation items={links} />,
  sideNavigation: <Moj.MojSideNavigation label="Plan" sections={[{ heading: 'Actions', items: links }]} />,
  timeline: <Moj.MojTimeline items={[{ title: 'Visit', when, by: 'Sam', body: 'Seen alone' }]} />,
  pageHeaderActions: <Moj.MojPageHeaderActions heading="Visits" actions={[<Moj.Button>Add</Moj.Button>]} />,
  filter: (
    <Moj.MojFilterLayout
      filter={
        <Moj.MojFilter action="/" selected={selected}>
          <Moj.TextInput name="q" label="Name" />
        </Moj.MojFilter>
      }
    >
      list
    </Moj.MojFilterLayout>
  ),
  alert: (
    <Moj.MojAlert variant="warning" title="Two people are writing" showTitle>
      Sam opened this page at 10:05.
    </Moj.MojAlert>
  ),
  scrollablePane: <Moj.MojScrollablePane label="Visits">wide</Moj.MojScrollablePane>,
}

test.each(Object.entries(examples))('%s uses only class names of MOJ Frontend', (_, element) => {
  const html = renderToString(element)
  const names = [...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '))
  const moj = new Set(names.filter(name => name.startsWith('moj-')))
  expect(moj.size).toBeGreaterThan(0)
  expect([...moj].filter(name => !known.has(name))).toEqual([])
  expect(html).not.toMatch(/>false|false</)
})

test('exactly one item of a navigation is where we are', () => {
  const html = renderToString(<Moj.MojSubNavigation items={links} />)
  expect(html.match(/aria-current="page"/g)).toHaveLength(1)
  expect(html).toMatch(/aria-current="page"[^>]*href="\/now"/)
})

test('a heading links to the other direction, and says the one it has', () => {
  const html = renderToString(
    <Moj.MojSortableTable
      caption="Visits"
      columns={[{ text: 'Name', sort: 'name' }, { text: 'Due', sort: 'due' }, { text: 'Note' }]}
      sorted={{ by: 'due', direction: 'ascending' }}
      href={(by, direction) => `/visits?sort=${by}&direction=${direction}`}
      rows={[['Robin Ash', '4 May', '']]}
    />,
  )
  const heads = [...html.matchAll(/<th [^>]*?(?:aria-sort="(\w+)")?>(?:<a[^>]*href="([^"]*)")?/g)]
  expect(heads.map(([, sort, href]) => [sort, href])).toEqual([
    ['none', '/visits?sort=name&amp;direction=ascending'],
    ['ascending', '/visits?sort=due&amp;direction=descending'],
    [undefined, undefined],
  ])
})

test('filters that are on can each be taken off, or all', () => {
  const on = renderToString(
    <Moj.MojFilter action="/list" selected={selected}>
      ?
    </Moj.MojFilter>,
  )
  expect(on).toContain('href="/?team="')
  expect(on).toContain('href="/list"')
  const off = renderToString(
    <Moj.MojFilter action="/list" selected={[{ heading: 'Team', items: [] }]}>
      ?
    </Moj.MojFilter>,
  )
  expect(off).not.toContain('Selected filters')
})
