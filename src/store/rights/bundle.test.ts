import JSZip from 'jszip'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { given } from '../../../test/support/given.ts'
import { memoryStore } from '../../../test/support/memory.ts'
import { day } from '../../domain/kernel/day.ts'
import { disclosureOf } from '../../domain/rights/disclosure.ts'
import { itemsOf } from '../../domain/rights/passages.ts'
import { placesOf } from '../../domain/rights/redact.ts'
import { foldRequest } from '../../domain/rights/request.ts'
import { bundleOf } from './bundle.ts'

const ID = '01890a5d-ac96-774b-bcce-b302099a8001'
const REQUEST = '01890a5d-ac96-774b-bcce-b302099a8003'
const SECRET = ['Zephyrine', 'Quillfeather']
const HASH = 'ab'.repeat(32)

const note = {
  on: day('2010-01-01'),
  what: 'call',
  about: 'Rang Zephyrine',
  note: 'Zephyrine  Quillfeather said that ZEPHYRINE was at home, =SUM(1). All was well.',
  significant: 'no',
}
const entries = [
  given(ID, 'relationship', { kind: 'other', name: 'Zephyrine Quillfeather' }),
  given(ID, 'case-note', note),
  given(ID, 'document', {
    on: day('2010-01-01'),
    what: 'letter',
    about: 'A letter',
    files: [`${HASH} letter of Quillfeather.pdf`],
  }),
].map((e, i) => ({ ...e, seq: i + 1 }))
const amended = {
  ...given(
    ID,
    'amendment',
    { why: 'Spelling', becomes: { ...note, note: 'Zephyrine was out.' } },
    { amends: entries[1]?.id ?? '' },
  ),
  seq: 4,
}

/** All that a reader of a PDF can get out of it: its words, its tags, its metadata. */
async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const parts: string[] = [JSON.stringify(await pdf.getMetadata())]
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n)
    parts.push((await page.getTextContent()).items.map(i => ('str' in i ? i.str : '')).join(' '))
    parts.push(JSON.stringify(await page.getStructTree()))
  }
  return `${parts.join('\n')}\n${Buffer.from(bytes).toString('latin1')}`
}

async function everything(zip: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>([['zip', Buffer.from(zip).toString('latin1')]])
  for (const [name, file] of Object.entries((await JSZip.loadAsync(zip)).files)) {
    const bytes = await file.async('uint8array')
    if (name.endsWith('.pdf')) found.set(name, await wordsOfPdf(bytes))
    else if (name.endsWith('.docx'))
      for (const [part, inner] of Object.entries((await JSZip.loadAsync(bytes)).files))
        found.set(`${name}/${part}`, await inner.async('string'))
    else found.set(name, Buffer.from(bytes).toString('utf8'))
  }
  return found
}

test('what was taken out is in no file that is given, whatever its kind, in words or metadata or names', async () => {
  const items = itemsOf([...entries, amended], new Map())
  const cuts = items.flatMap(i =>
    i.passages.flatMap(p =>
      SECRET.flatMap(word =>
        placesOf(p.text, word).map(place =>
          given(REQUEST, 'redaction', {
            passage: p.id,
            ...place,
            length: p.text.length,
            reason: 'third-party',
            suggested: true,
          }),
        ),
      ),
    ),
  )
  const back = given(REQUEST, 'access-document', { hash: HASH, given: false, reason: 'third-party' })
  const asked = given(REQUEST, 'access-requested', {
    child: ID,
    received: day('2026-03-01'),
    asks: 'self',
    asker: 'Wren',
    reach: 'x',
    scope: 'All',
    log: false,
  })
  const said = [asked, ...cuts, back].map((e, i) => ({ ...e, seq: i + 1 }))
  const request = foldRequest(REQUEST, 'R1', said)
  if (!request) throw new Error('There is no request.')
  const given_ = disclosureOf({
    request,
    items,
    looks: null,
    council: 'Thimble Council',
    today: day('2026-03-10'),
  })
  const store = await memoryStore()
  const files = await everything(await bundleOf(store.db, 'all', [ID], given_))
  await store.close()
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['file.pdf', 'file.json', 'file.csv', 'file.docx/word/document.xml']),
  )
  for (const [name, text] of files)
    for (const word of SECRET)
      expect([name, text.toLowerCase().includes(word.toLowerCase())]).toEqual([name, false])
  for (const name of ['file.pdf', 'file.json', 'file.csv', 'file.docx/word/document.xml'])
    expect([name, /All was well/.test(files.get(name) ?? '')]).toEqual([name, true])
  expect(files.get('file.json')).toContain('[Taken out: about another person')
  expect(given_.taken).toEqual([
    { reason: 'about another person, who has not agreed', times: cuts.length + 1 },
  ])
})

test('where a passage reads otherwise than when it was marked, the whole of it goes', () => {
  const [item] = itemsOf(entries.slice(1, 2), new Map())
  const passage = item?.passages.find(p => p.label.length > 0)
  if (!item || !passage) throw new Error('There is no passage.')
  const asked = { ...given(REQUEST, 'access-requested', { child: ID, received: day('2026-03-01') }), seq: 1 }
  const cut = { passage: passage.id, start: 0, end: 1, length: passage.text.length + 1, reason: 'harm' }
  const request = foldRequest(REQUEST, 'R1', [asked, { ...given(REQUEST, 'redaction', cut), seq: 2 }])
  if (!request) throw new Error('There is no request.')
  const out = disclosureOf({ request, items: [item], looks: null, council: 'x', today: day('2026-03-10') })
  expect(out.items[0]?.answers.find(a => a.label === passage.label)?.text).toMatch(/^\[Taken out: [^\]]*\]$/)
})
