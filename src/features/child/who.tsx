import { nowOf, spellWords } from '../../domain/casework/now.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Spell } from '../../domain/records/spell.ts'
import { SummaryList, type SummaryRow } from '../../web/govuk/index.ts'
import type { NowData } from './now-load.ts'
import { earlyHelpRows } from './who-early-help.tsx'

const since = (s: Spell): string => `since ${longDay(s.from)}`

function facts({ file, on, names }: NowData): readonly SummaryRow[] {
  const now = nowOf(file, on)
  const who = (s: Spell | null) =>
    s && typeof s.facts.worker === 'string' ? (names.get(s.facts.worker) ?? 'somebody') : null
  const row = (key: string, s: Spell | null, words: string | null): SummaryRow[] =>
    s === null
      ? []
      : [{ key, value: `${words ?? spellWords(s)}${words || spellWords(s) ? ', ' : ''}${since(s)}` }]
  return [
    {
      key: 'Allocated worker',
      value: now.worker ? `${who(now.worker)}, ${spellWords(now.worker)}, ${since(now.worker)}` : 'Nobody',
    },
    ...row('Reviewing officer', now.reviewing, who(now.reviewing)),
    ...row('Looked after', now.lookedAfter, ''),
    ...row('Legal status', now.legalStatus, null),
    ...row('Lives', now.placement, null),
    ...row('Child protection plan', now.plan, null),
    ...row('Private fostering', now.privatelyFostered, ''),
    ...row('Referral', now.referral, 'Waiting for a decision'),
    ...earlyHelpRows(file, on),
    ...(file.person.identity ? [{ key: 'Identity', value: file.person.identity }] : []),
  ]
}

/** Who works with the child, where the child lives, and under what. */
export function Who({ data }: { data: NowData }) {
  return (
    <section>
      <h2 class="govuk-heading-m">Who and where</h2>
      <SummaryList rows={facts(data)} />
    </section>
  )
}
