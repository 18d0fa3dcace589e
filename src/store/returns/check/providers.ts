import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../../domain/kernel/result.ts'
import type { Cells } from '../../../domain/returns/check/column.ts'
import { type Frame, frame } from '../../../domain/returns/check/frame.ts'
import type { ProviderColumn } from '../../../domain/returns/ssda903/rules/data.ts'
import type { FileNote } from '../../../domain/returns/ssda903/rules/from-files.ts'
import { cellsIn, csvColumns } from '../csv-columns.ts'
import { decode } from '../decode.ts'

/** The columns of the list of providers, under the names that its editions have given them. */
const names: Readonly<Record<string, ProviderColumn>> = {
  urn: 'URN',
  'unique reference number': 'URN',
  'setting urn': 'URN',
  reg_end: 'REG_END',
  'registration end date': 'REG_END',
  'date closed': 'REG_END',
  closed: 'REG_END',
  postcode: 'POSTCODE',
  'setting address postcode': 'POSTCODE',
  place_codes: 'PLACE_CODES',
  'placement codes': 'PLACE_CODES',
  provider_codes: 'PROVIDER_CODES',
  'provider codes': 'PROVIDER_CODES',
  la_code_inferred: 'LA_CODE_INFERRED',
  'la code': 'LA_CODE_INFERRED',
  la_name_inferred: 'LA_NAME_INFERRED',
  'local authority': 'LA_NAME_INFERRED',
}

const ADVICE =
  'Save Ofsted’s list of social care providers as CSV, with its URN; the day registration ended, postcode, placement codes and provider codes where you have them.'

/** Reads the list of providers. Columns that it has not are absent, and the rules that need them are not asked. */
export async function readProviders(path: string): Promise<Result<Frame<ProviderColumn>, FileNote>> {
  const file = basename(path)
  if (!(await stat(path).catch(() => undefined))?.isFile())
    return fail({ file, wrong: 'There is no such list of providers.', todo: ADVICE })
  const text = decode(await readFile(path))
  if (!text.ok) return fail({ file, ...text.error })
  const csv = csvColumns(text.value.text)
  if (!csv.ok) return fail({ file, ...csv.error })
  const columns = new Map<string, Cells>()
  for (const [i, header] of csv.value.names.entries()) {
    const name = names[header.trim().toLowerCase()]
    const cells = cellsIn(csv.value.columns[i])
    if (name && cells && !columns.has(name)) columns.set(name, cells)
  }
  if (!columns.has('URN')) return fail({ file, wrong: 'Its first line has no column URN.', todo: ADVICE })
  return ok(frame<ProviderColumn>(columns, csv.value.rows, 'uk'))
}
