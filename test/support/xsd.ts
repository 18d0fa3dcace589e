import { xmlReader } from '../../src/domain/returns/xml/reader.ts'

/** An element as it was read: text, or others. */
interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Node[]
  text: string
}

function treeOf(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' }
  const path = [root]
  const reader = xmlReader({
    open: name => {
      const node = { name, attributes: {}, children: [], text: '' }
      path.at(-1)?.children.push(node)
      path.push(node)
    },
    text: t => {
      const node = path.at(-1)
      if (node) node.text += t
    },
    close: () => void path.pop(),
  })
  const fault = reader.write(xml) ?? reader.end()
  if (fault) throw new Error(fault.wrong)
  return root
}

/** A schema's elements with their attributes, which the reader of returns does not tell: read by pattern, as they nest. */
function schemaOf(text: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' }
  const path = [root]
  for (const [, close, name = '', rest = '', alone] of text
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .matchAll(/<(\/?)(?:\w+:)?(\w+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>/g)) {
    if (close) {
      path.pop()
      continue
    }
    const attributes = Object.fromEntries([...rest.matchAll(/([\w:]+)="([^"]*)"/g)].map(m => [m[1], m[2]]))
    const node: Node = { name, attributes, children: [], text: '' }
    path.at(-1)?.children.push(node)
    if (!alone) path.push(node)
  }
  return root
}

const find = (node: Node, ...names: readonly string[]): Node | undefined =>
  names.reduce<Node | undefined>((at, name) => at?.children.find(c => c.name === name), node)

/** Types that have a name, put into the elements that name them, so that all is read as it nests. */
function withTypes(schema: Node): Node {
  const named = new Map(
    schema.children.flatMap(c => (c.attributes.name ? [[c.attributes.name, c] as const] : [])),
  )
  const put = (node: Node) => {
    const type = node.name === 'element' ? named.get(node.attributes.type ?? '') : undefined
    if (type?.name.endsWith('Type') && !node.children.includes(type)) node.children.push(type)
    if (type?.name !== 'simpleType') for (const child of node.children) put(child)
  }
  for (const child of schema.children) put(child)
  return schema
}

const BUILT_IN: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  dateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/,
  gYear: /^\d{4}$/,
  integer: /^[+-]?\d+$/,
}

function textFaults(element: Node, text: string): string[] {
  const all = find(element, 'simpleType', 'restriction')?.children ?? []
  const name = element.attributes.name
  const built = BUILT_IN[element.attributes.type?.replace(/^\w+:/, '') ?? '']
  if (built && !built.test(text)) return [`${name} “${text}” is no ${element.attributes.type}`]
  const listed = all.filter(r => r.name === 'enumeration').map(r => r.attributes.value)
  if (listed.length > 0 && !listed.includes(text)) return [`${name} “${text}” is none of its codes`]
  const rules = all.filter(r => r.name !== 'enumeration')
  return rules.flatMap(({ name, attributes: { value = '' } }) => {
    const holds =
      name === 'minLength'
        ? text.length >= Number(value)
        : name === 'maxLength'
          ? text.length <= Number(value)
          : name === 'length'
            ? text.length === Number(value)
            : name === 'pattern'
              ? new RegExp(`^(?:${value})$`).test(text)
              : true
    return holds ? [] : [`${element.attributes.name} “${text}” breaks ${name} ${value}`]
  })
}

function faultsIn(element: Node, node: Node): string[] {
  const sequence = find(element, 'complexType', 'sequence')
  if (!sequence)
    return node.children.length > 0 ? [`${node.name} holds elements`] : textFaults(element, node.text)
  const faults: string[] = []
  const most = (n: Node) =>
    n.attributes.maxOccurs === 'unbounded' ? Number.POSITIVE_INFINITY : Number(n.attributes.maxOccurs ?? 1)
  let at = 0
  for (let round = 0; round < most(sequence) && (round === 0 || at < node.children.length); round += 1) {
    const before = at
    for (const wanted of sequence.children.filter(c => c.name === 'element')) {
      let n = 0
      for (; n < most(wanted) && node.children[at]?.name === wanted.attributes.name; n += 1, at += 1)
        faults.push(...faultsIn(wanted, node.children[at] ?? node))
      if (n < Number(wanted.attributes.minOccurs ?? 1))
        faults.push(`${node.name} lacks ${wanted.attributes.name}`)
    }
    if (at === before) break
  }
  const odd = node.children[at]
  return odd ? [...faults, `${odd.name} does not belong where it stands in ${node.name}`] : faults
}

/**
 * Holds XML against a schema of nested elements: sequences, how often, lengths, patterns and codes; types nested or named. What else a schema can say
 * is not looked at.
 */
export function schemaFaults(xsd: string, xml: string): readonly string[] {
  const schema = find(schemaOf(xsd), 'schema')
  const element = schema && withTypes(schema).children.find(c => c.name === 'element')
  const [node] = treeOf(xml).children
  if (!element || !node) return ['There is nothing to compare.']
  if (element.attributes.name !== node.name) return [`It begins with ${node.name}.`]
  return faultsIn(element, node)
}
