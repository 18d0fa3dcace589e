import { ok, type Result } from '../../../domain/kernel/result.ts'
import { censusReader, type ReadCensus } from '../../../domain/returns/cin/read.ts'
import type { FileNote } from '../../../domain/returns/ssda903/rules/from-files.ts'
import { feed } from './feed.ts'

/** Reads a children in need census. */
export async function readCin(path: string): Promise<Result<ReadCensus, FileNote>> {
  const reader = censusReader()
  const fed = await feed(path, reader)
  if (!fed.ok) return fed
  const read = reader.result()
  return ok({ ...read, notes: [...fed.value, ...read.notes] })
}
