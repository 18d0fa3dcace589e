import type { CaseFile } from '../../domain/casework/file.ts'
import { earlyHelpOn } from '../../domain/early-help/lasting.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import type { SummaryRow } from '../../web/govuk/index.ts'

/** Early help as it stands: who leads, how to reach them, and when the team around the child meets. */
export function earlyHelpRows(file: CaseFile, on: Day): readonly SummaryRow[] {
  const help = earlyHelpOn(file, on)
  if (!help) return []
  const meets = help.next
    ? `Team around the child meets ${longDay(help.next)}`
    : 'No meeting of the team around the child is planned'
  return [
    {
      key: 'Lead professional',
      value: (
        <>
          {help.lead ?? 'Nobody named'}
          {help.reach && `, ${help.reach}`}
        </>
      ),
    },
    { key: 'Early help', value: `${help.agency}, since ${longDay(help.since)}. ${meets}` },
  ]
}
