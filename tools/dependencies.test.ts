import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const project = fileURLToPath(new URL('../', import.meta.url))
const decisions = readdirSync(`${project}docs/decisions`)
  .filter(name => name.endsWith('.md'))
  .map(name => readFileSync(`${project}docs/decisions/${name}`, 'utf8'))
  .join('\n')

const { dependencies, devDependencies }: Readonly<Record<string, Readonly<Record<string, string>>>> =
  JSON.parse(readFileSync(`${project}package.json`, 'utf8'))

it.each(Object.keys({ ...dependencies, ...devDependencies }))(
  '%s has its reason in docs/decisions',
  dependency => {
    expect(
      decisions.includes(`\`${dependency}\``),
      `package.json names ${dependency}, and no decision says why. Add it, in \`code\`, to the decision it belongs to, or write a new one.`,
    ).toBe(true)
  },
)

it('numbers the decisions from 0001 without a gap', () => {
  const numbers = readdirSync(`${project}docs/decisions`)
    .filter(name => name.endsWith('.md'))
    .map(name => name.slice(0, 4))
    .sort()
  expect(numbers).toEqual(numbers.map((_, i) => String(i + 1).padStart(4, '0')))
})
