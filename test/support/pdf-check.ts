import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

// What a checker of PDF/UA looks at by machine, read from the document itself: its tags, title, language, the order in
// which it is read, headings, lists, the heads of tables, and that no word stands outside of all this.

interface Leaf {
  readonly id: string
}
interface Branch {
  readonly role: string
  readonly alt?: string
  readonly children: readonly (Branch | Leaf)[]
}

/** One page: the words of each piece of tagged content, in the order in which they are drawn, and its part of the tree. */
interface Page {
  readonly pieces: ReadonlyMap<string, string>
  readonly loose: readonly string[]
  readonly tree: Branch | null
}

const isLeaf = (node: Branch | Leaf): node is Leaf => 'id' in node
const leaves = (node: Branch | Leaf): readonly string[] =>
  isLeaf(node) ? [node.id] : node.children.flatMap(leaves)
const branches = (node: Branch | Leaf): readonly Branch[] =>
  isLeaf(node) ? [] : [node, ...node.children.flatMap(branches)]

/** A node as the reader of PDF gives it. */
function nodeOf(given: unknown): Branch | Leaf {
  const { role, alt, children, type, id } = Object(given)
  if (type === 'content') return { id: String(id) }
  return {
    role: String(role),
    ...(typeof alt === 'string' ? { alt } : {}),
    children: Array.isArray(children) ? children.map(nodeOf) : [],
  }
}

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>

async function pageOf(pdf: Pdf, n: number): Promise<Page> {
  const page = await pdf.getPage(n)
  const pieces = new Map<string, string>()
  const loose: string[] = []
  const inside: (string | null)[] = []
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') inside.pop()
      else inside.push(Object(item).tag === 'Artifact' ? 'artifact' : (item.id ?? null))
      const [at] = inside.slice(-1)
      if (item.type !== 'endMarkedContent' && at && at !== 'artifact') pieces.set(at, pieces.get(at) ?? '')
      continue
    }
    const at = inside.findLast(i => i !== null)
    if (at === undefined || at === null) {
      if (item.str.trim() !== '') loose.push(item.str)
    } else if (at !== 'artifact') pieces.set(at, `${pieces.get(at) ?? ''}${item.str}`)
  }
  const tree = await page.getStructTree()
  const root = tree ? nodeOf(tree) : null
  return { pieces, loose, tree: root && !isLeaf(root) ? root : null }
}

/** What may stand in what; of the others, anything that words are told by. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  Root: ['Document'],
  L: ['LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['Caption', 'TR', 'THead', 'TBody'],
  TR: ['TH', 'TD'],
}
const ROLES = new Set(
  'Root Document H1 H2 H3 H4 P L LI Lbl LBody Table Caption TR TH TD Span Figure Link'.split(' '),
)

function faultsOfTree(tree: Branch): readonly string[] {
  return branches(tree).flatMap(b => {
    const inside = b.children.flatMap(c => (isLeaf(c) ? [] : [c.role]))
    const may = WITHIN[b.role]
    const parent = Object.entries(WITHIN).flatMap(([role, roles]) =>
      roles.flatMap(r =>
        inside.includes(r) && role !== b.role && r !== 'Caption' && r !== 'Lbl' ? [r] : [],
      ),
    )
    const cells = b.role === 'Table' ? b.children.filter(c => !isLeaf(c) && c.role === 'TR') : []
    const counts = new Set(cells.map(r => (isLeaf(r) ? 0 : r.children.length)))
    return [
      ...(ROLES.has(b.role) ? [] : [`“${b.role}” is no kind of element`]),
      ...(may ? inside.filter(r => !may.includes(r)).map(r => `${r} stands in ${b.role}`) : []),
      ...parent.map(r => `${r} stands in ${b.role}`),
      ...(may && b.children.some(isLeaf) ? [`words stand in ${b.role} itself`] : []),
      ...(b.role === 'Figure' && !b.alt ? ['a picture has no words for who cannot see it'] : []),
      ...(counts.size > 1 ? ['a table has rows of different lengths'] : []),
    ]
  })
}

/** Headings go down one level at a time, begin with the first, and have words. */
function faultsOfHeadings(
  found: readonly { readonly level: number; readonly words: string }[],
): readonly string[] {
  return [
    ...(found[0]?.level === 1 && found.filter(h => h.level === 1).length === 1
      ? []
      : ['there is not one first heading']),
    ...found.flatMap((h, i) =>
      h.level > (found[i - 1]?.level ?? 0) + 1 ? [`“${h.words}” skips a level`] : [],
    ),
    ...found.flatMap(h => (h.words.trim() === '' ? ['a heading has no words'] : [])),
  ]
}

/** What is said of the whole, beside its pages. */
async function faultsOfWhole(pdf: Pdf, raw: string): Promise<readonly string[]> {
  const { info, metadata } = await pdf.getMetadata()
  const { Title: title, Language: language } = Object(info)
  const marked: unknown = await pdf.getMarkInfo()
  const view: unknown = await pdf.getViewerPreferences()
  const count = (text: string) => raw.split(text).length - 1
  const tables = count('/S /Table')
  return [
    ...(marked instanceof Map && marked.get('Marked') ? [] : ['it is not tagged']),
    ...(title ? [] : ['it has no title']),
    ...(/^[a-z]{2}(-[A-Z]{2})?$/.test(String(language)) ? [] : ['it has no language']),
    ...(metadata?.get('dc:title') === title ? [] : ['its title is not in its metadata']),
    ...(/<pdfuaid:part>1</.test(raw) ? [] : ['it does not say that it is PDF/UA-1']),
    ...(view instanceof Map && view.get('DisplayDocTitle') ? [] : ['a window of it shows its file name']),
    ...(count('/Type /FontDescriptor') === count('/FontFile2 ') ? [] : ['a typeface does not come with it']),
    ...(/\/Subtype \/Type1\b/.test(raw) ? ['a typeface is that of the reader’s machine'] : []),
    ...(count('/Type0') === 0 || /\/ToUnicode /.test(raw) ? [] : ['its letters cannot be read out']),
    ...(count('/Scope /Column') >= tables ? [] : ['a table has no headings of its columns']),
  ]
}

/** Every fault that is found in a PDF; none, where it reads as it should. */
export async function faultsOfPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await task.promise
  const faults = [...(await faultsOfWhole(pdf, Buffer.from(bytes).toString('latin1')))]
  const headings: { level: number; words: string }[] = []
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const { pieces, loose, tree } = await pageOf(pdf, n)
    const on = (fault: string) => faults.push(`page ${n}: ${fault}`)
    for (const words of loose) on(`“${words}” is told to nobody`)
    if (!tree) {
      on('it has no structure')
      continue
    }
    const read = leaves(tree)
    if (read.join() !== [...pieces.keys()].join()) on('it is not read in the order in which it is drawn')
    for (const fault of faultsOfTree(tree)) on(fault)
    for (const b of branches(tree).filter(h => /^H\d$/.test(h.role)))
      headings.push({
        level: Number(b.role[1]),
        words: leaves(b)
          .map(id => pieces.get(id) ?? '')
          .join(''),
      })
    for (const table of branches(tree).filter(b => b.role === 'Table'))
      if (!branches(table).some(b => b.role === 'TH') && branches(table).some(b => b.role === 'Caption'))
        on('a table has no head')
  }
  await task.destroy()
  return [...faults, ...faultsOfHeadings(headings)]
}
