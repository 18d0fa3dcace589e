import { sql } from 'kysely'
import { type Disclosure, paperOf } from '../../domain/rights/disclosure.ts'
import type { Db } from '../connection.ts'
import { paperToDocx } from '../documents/docx.ts'
import { paperToPdf } from '../documents/pdf.ts'
import { type Zipped, zipOf } from '../documents/zip.ts'

/** How a file is given. */
export const bundleKinds = {
  pdf: { title: 'PDF, to read or to be read aloud', type: 'application/pdf', ending: 'pdf' },
  word: {
    title: 'Word',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
  },
  all: { title: 'All of it: PDF, Word, JSON, CSV and documents', type: 'application/zip', ending: 'zip' },
} as const
export type BundleKind = keyof typeof bundleKinds
export const isBundleKind = (code: string): code is BundleKind => Object.hasOwn(bundleKinds, code)

/** A cell that no spreadsheet takes for a formula. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function csvOf(d: Disclosure): string {
  const rows = d.items.flatMap(i =>
    i.answers.map(a => [i.id, i.happened, i.recorded, i.title, i.author, a.label, a.text]),
  )
  const head = ['entry', 'happened', 'recorded', 'what', 'by', 'question', 'answer']
  return `\ufeff${[head, ...rows].map(r => r.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A name that stays in its folder, and is told from others of the same name. */
const safeName = (name: string, n: number): string =>
  `${String(n + 1).padStart(3, '0')} ${name.replace(/[^\p{L}\p{N} ._-]/gu, '_').slice(0, 100)}`

async function documentsOf(tx: Db, files: readonly string[], d: Disclosure): Promise<readonly Zipped[]> {
  const names = new Map(
    d.items.flatMap(i => i.documents.flatMap(x => (x.hash === null ? [] : [[x.hash, x.name] as const]))),
  )
  if (names.size === 0) return []
  const { rows } = await sql<{ hash: string; bytes: Uint8Array }>`
    select distinct on (hash) hash, bytes from document
    where subject = any (${sql.val(files)}::uuid[]) and hash = any (${sql.val([...names.keys()])}::text[])
    order by hash`.execute(tx)
  return rows.map((r, n) => ({
    name: `documents/${safeName(names.get(r.hash) ?? r.hash, n)}`,
    bytes: r.bytes,
  }))
}

/**
 * What a request gives, as a file of one kind. Everything is drawn from the disclosure, out of which words were taken
 * before.
 * @param files the child’s file and those joined to it, for the documents that are given
 */
export async function bundleOf(
  tx: Db,
  kind: BundleKind,
  files: readonly string[],
  disclosure: Disclosure,
): Promise<Uint8Array> {
  const paper = paperOf(disclosure)
  if (kind === 'pdf') return await paperToPdf(paper)
  if (kind === 'word') return await paperToDocx(paper, [])
  return zipOf([
    { name: 'file.pdf', bytes: await paperToPdf(paper) },
    { name: 'file.docx', bytes: await paperToDocx(paper, []) },
    { name: 'file.json', bytes: Buffer.from(`${JSON.stringify(disclosure, null, 2)}\n`) },
    { name: 'file.csv', bytes: Buffer.from(csvOf(disclosure)) },
    ...(await documentsOf(tx, files, disclosure)),
  ])
}
