import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPaperKind, paperKinds } from '../../src/domain/improvement/paper-kinds.ts'
import { composePaper } from '../../src/domain/improvement/papers/compose.ts'
import { outlines } from '../../src/domain/improvement/papers/outlines.ts'
import { dentistLine, reviewsLine, sampleInput } from '../../src/domain/improvement/papers/sample-paper.ts'
import { imagesOf } from '../../src/features/plan/papers/pictures.tsx'
import { paperToDocx } from '../../src/store/documents/docx.ts'
import { readDocumentBytes } from '../../src/store/documents/read-text.ts'

// Every kind of paper opens in LibreOffice, where that is installed. What a Word document must be otherwise is checked
// in src/features/plan/papers/word.test.ts.

const kinds = Object.keys(paperKinds).filter(isPaperKind)

/** A plan of a dozen actions, as they are in life. */
const dozen = Array.from({ length: 12 }, (_, n) => ({
  ...(n % 2 === 0 ? reviewsLine : dentistLine),
  ref: String(n + 1),
}))

const soffice = spawnSync('soffice', ['--version']).status === 0

async function wordOf(kind: (typeof kinds)[number]) {
  const asks = outlines[kind].parts.flatMap(p => p.asks ?? [])
  const words = 'A control \u0001\u001f character, ]]> and <w:p>, שלום, and 👩‍👧‍👦.\n- =1+1 {NI99}'
  const written = kind === 'cabinet' ? new Map(asks.map(a => [a.key, words])) : new Map<string, string>()
  const paper = composePaper(outlines[kind], sampleInput(kind, { lines: dozen, written }))
  return await paperToDocx(paper, imagesOf(paper))
}

describe.skipIf(!soffice)('opened by another word processor', () => {
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'papers-'))
    const files: string[] = []
    for (const kind of kinds) {
      const file = join(folder, `${kind}.docx`)
      writeFileSync(file, await wordOf(kind))
      files.push(file)
    }
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'ignore',
    })
  }, 180_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(kinds)('%s', async kind => {
    const read = await readDocumentBytes(`${kind}.pdf`, readFileSync(join(folder, `${kind}.pdf`)))
    expect(read.ok ? read.value : read.error).toContain('Figures are as at 31 October 2026')
  })

  test('the plan on a page is on one page', () => {
    const pdf = readFileSync(join(folder, 'plan-on-a-page.pdf'), 'latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })
})
