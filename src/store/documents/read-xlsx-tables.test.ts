import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readXlsxTables } from './read-xlsx-tables.ts'

const bytesOf = async (data: Parameters<typeof writeXlsxFile>[0]): Promise<Uint8Array> =>
  new Uint8Array(await writeXlsxFile(data).toBuffer())

const v = (value: string) => ({ value })

describe('a workbook as tables', () => {
  it('fills merged cells, and keeps rows where they stand below a title and an empty line', async () => {
    const bytes = await bytesOf([
      {
        sheet: 'Plan',
        data: [
          [{ value: 'Our plan', columnSpan: 3 }, null, null],
          [null, null, null],
          [v('Recommendation'), v('Action'), v('Due')],
          [
            { value: 'Visits', rowSpan: 2 },
            v('See every child'),
            { value: new Date(Date.UTC(2026, 1, 28)), type: Date, format: 'dd/mm/yyyy' },
          ],
          [null, v('See them alone'), v('18-Feb')],
        ],
      },
      { sheet: 'Empty', data: [] },
    ])
    const read = await readXlsxTables(bytes)
    expect(read).toEqual({
      ok: true,
      value: [
        {
          title: 'Plan',
          rows: [
            ['Our plan', 'Our plan', 'Our plan'],
            ['', '', ''],
            ['Recommendation', 'Action', 'Due'],
            ['Visits', 'See every child', '2026-02-28'],
            ['Visits', 'See them alone', '18-Feb'],
          ],
        },
      ],
    })
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('Ref,Action\n1,Visit')],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ])('says of %s what to give instead', async (_, bytes) => {
    const read = await readXlsxTables(bytes)
    expect(read.ok ? '' : read.error).toMatch(/^This is not an Excel workbook.*save it as a workbook/)
  })

  it('refuses a sheet of more lines than any plan has', async () => {
    const data = Array.from({ length: 5_001 }, (_, n) => [v(String(n))])
    const read = await readXlsxTables(await bytesOf([{ sheet: 'Long', data }]))
    expect(read.ok ? '' : read.error).toContain('“Long” has 5001 lines')
  })

  it('refuses a workbook cut short', async () => {
    const bytes = await bytesOf([{ sheet: 'Plan', data: [[v('Action')]] }])
    const read = await readXlsxTables(bytes.subarray(0, Math.floor(bytes.length / 2)))
    expect(read.ok).toBe(false)
  })
})
