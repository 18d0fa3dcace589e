import { readReport } from '../read-report.ts'
import type { Report } from './report.ts'

/** For tests: a report that must be one; a text that is not says why. */
export function read(text: string): Report {
  const result = readReport(text)
  if (!result.ok) throw new Error(result.error)
  return result.value
}
