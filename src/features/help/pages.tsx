import { decide } from '../../domain/access/decide.ts'
import { type Action, actions } from '../../domain/access/roles.ts'
import { printAllowance } from '../../domain/kernel/allowance.ts'
import { findSeries, timescales } from '../../domain/timescales/table.ts'
import type { Db } from '../../store/connection.ts'
import { MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { type Ctx, found, type Page, page } from '../../web/page.ts'
import { accessLinePage, accessPage } from './access.tsx'

const WORDS: readonly (readonly [string, string])[] = [
  [
    'Entry',
    'One thing that happened or was decided, written into a file. It is never changed: a correction is another entry beside it.',
  ],
  [
    'Clock',
    'A timescale on one child: what started it, when it is due, what met it. Open it to see its rule.',
  ],
  ['Late', 'The day it was due has passed. It stays late when a reason is given; the reason explains it.'],
  [
    'As known on',
    'The file with only what had been recorded by a moment: what somebody could have known then.',
  ],
  [
    'Signed off',
    'A manager other than the author has read it and agreed. An amendment afterwards must be signed again.',
  ],
  [
    'Figure',
    'A number in the digest. It is only the sum of a list of children, and the list is one step away.',
  ],
  [
    'National return',
    'What the council must send to the Department for Education: once a year of children looked after (SSDA903) and of children in need (CIN census). The product writes both from the record, so nobody fills them in.',
  ],
  [
    '“The national return will reject this”',
    'The Department’s own rules, asked while you record. Record what happened all the same: nothing is held back. If what you wrote is a slip, put it right; if it is true, leave it.',
  ],
]

const helpPage = page({
  path: '/help',
  permission: 'come-in',
  audit: 'help',
  load: async () => found(null),
  render: (_data, ctx: Ctx<Db>) => {
    const may = (Object.keys(actions) as Action[]).filter(a => decide(ctx.viewer, a).allow)
    return {
      title: 'Help',
      body: (
        <>
          <h1 class="govuk-heading-l">Help and words used here</h1>
          <dl class="govuk-summary-list">
            {WORDS.map(([word, meaning]) => (
              <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{word}</dt>
                <dd class="govuk-summary-list__value">{meaning}</dd>
              </div>
            ))}
          </dl>
          <h2 class="govuk-heading-m">Dates</h2>
          <p class="govuk-body">
            Type a date as you would write it: 27/3/2026, 27 Mar 26, today or yesterday.
          </p>
          <h2 class="govuk-heading-m">What you may do here</h2>
          <ul class="govuk-list govuk-list--bullet">
            {may.map(a => (
              <li>{actions[a]}</li>
            ))}
          </ul>
          <p class="govuk-body">
            <a class="govuk-link" href="/help/access">
              Who may do what: every role, in one table
            </a>
          </p>
          <h2 class="govuk-heading-m">Every timescale, and where it comes from</h2>
          <MojScrollablePane label="Timescales">
            <Table
              caption="Timescales"
              captionClass="govuk-visually-hidden"
              head={['What', 'Within', 'Source']}
              rows={timescales.map(t => [
                `${findSeries(t.series)?.title}: ${t.title.toLowerCase()}`,
                printAllowance(t.within),
                t.standing === 'unconfirmed' ? `${t.source} (not confirmed)` : t.source,
              ])}
            />
          </MojScrollablePane>
        </>
      ),
    }
  },
})

const accessibilityPage = page({
  path: '/accessibility',
  permission: 'come-in',
  audit: 'accessibility statement',
  load: async () => found(null),
  render: () => ({
    title: 'Accessibility',
    body: (
      <>
        <h1 class="govuk-heading-l">Accessibility</h1>
        <p class="govuk-body">
          This service is built to WCAG 2.2 level AA. Every page works with the keyboard alone, without
          scripts, at 400% zoom and on a phone. Every picture has a table beside it with the same figures.
          Colour never says anything that words do not.
        </p>
        <p class="govuk-body">
          Each page is checked by machine whenever the product changes. Machines find only some faults: if
          something is hard for you, tell whoever looks after the system in your council, and it will be
          treated as a fault.
        </p>
      </>
    ),
  }),
})

export const helpPages: readonly Page<Db>[] = [helpPage, accessPage, accessLinePage, accessibilityPage]
