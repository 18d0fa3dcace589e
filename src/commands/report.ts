import { readReport } from '../domain/improvement/read-report.ts'
import { readDocument } from '../store/documents/read-text.ts'
import { BadArguments, type Command } from './arguments.ts'

export const report: Command = {
  name: 'report',
  usage: 'report read FILE [--json]',
  says: 'Reads a published inspection report: its judgements, and its areas for improvement.',
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
    if (given.flags.json) console.log(JSON.stringify(read.value, null, 2))
    else {
      const { authority, framework, judgements, areasForImprovement, unsure } = read.value
      console.log(`${authority ?? 'Authority not told'}: ${framework ?? 'framework not told'}`)
      for (const j of judgements) console.log(`  ${j.section}  ${j.area}: ${j.grade ?? 'not told'}`)
      for (const [i, a] of areasForImprovement.entries())
        console.log(
          `${i + 1}. [${a.section}, ${a.band ?? 'no time'}, due ${a.due ?? 'not told'}] ${a.text} (${a.agencies.join('; ')})`,
        )
      for (const u of unsure) console.log(`Not sure: ${u}`)
    }
    return 0
  },
}
