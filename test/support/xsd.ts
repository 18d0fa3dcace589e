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

function textFaults(element: Node, text: string): string[] {
  const rules = find(element, 'simpleType', 'restriction')?.children ?? []
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
 * Holds XML against a schema of nested elements: sequences, how often, lengths and patterns. What else a schema can say
 * is not looked at.
 */
export function schemaFaults(xsd: string, xml: string): readonly string[] {
  const [element] = find(schemaOf(xsd), 'schema')?.children ?? []
  const [node] = treeOf(xml).children
  if (!element || !node) return ['There is nothing to compare.']
  if (element.attributes.name !== node.name) return [`It begins with ${node.name}.`]
  return faultsIn(element, node)
}
