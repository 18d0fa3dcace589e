import { readReport } from '../domain/improvement/read-report.ts'
import { readDocument } from '../store/documents/read-text.ts'
import { BadArguments, type Command } from './arguments.ts'
import { printedReport } from './report-printed.ts'

export const report: Command = {
  name: 'report',
  usage: 'report read FILE [--json]',
  says: 'Reads a published inspection report: its judgements, its areas for improvement and what was found.',
  flags: { json: 'switch' },
  run: async given => {
    const [what, file] = given.words
    if (what !== 'read' || !file) throw new BadArguments('Say which report to read.', report)
    const text = await readDocument(file)
    const read = text.ok ? readReport(text.value) : text
    if (!read.ok) {
      console.error(read.error)
      return 2
    }
    console.log(given.flags.json ? JSON.stringify(read.value, null, 2) : printedReport(read.value))
    return 0
  },
}
