import { plural } from '../../domain/kernel/plural.ts'
import { grouped, type Line } from '../../domain/returns/live/lines.ts'
import { type Cell, MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { address } from './asked.ts'
import type { Shown } from './load.ts'
import { Weight } from './parts.tsx'

const numeric = (text: string): Cell => ({ text, numeric: true })

/** What fails, by rule: each leads to its rows. */
export function ByRule({ shown }: { shown: Shown }) {
  const groups = grouped(shown.lines, l => l.issue.rule.code)
  const rules = new Map(shown.lines.map(l => [l.issue.rule.code, l.issue.rule]))
  return (
    <Table
      caption="By rule"
      captionSize="m"
      head={['Rule', 'What is wrong', 'How often']}
      rows={groups.map(({ key, errors, queries, children }) => {
        const rule = rules.get(key)
        return (
          rule && [
            { text: key, class: 'gt-nowrap' },
            {
              text: (
                <>
                  <Weight of={rule.severity} />{' '}
                  <a class="govuk-link" href={address(shown.asked, '/returns/issues', { rule: key })}>
                    {rule.says}
                  </a>
                </>
              ),
            },
            `${plural(errors + queries, 'row')}, ${plural(children, 'child', 'children')}`,
          ]
        )
      })}
      rowHeaders
      smallOnPhone
      class="gt-returns__issues"
    />
  )
}

interface Hands {
  readonly shown: Shown
  readonly caption: string
  readonly keyOf: (l: Line) => string | null
  readonly nameOf: (key: string) => string
  readonly linkOf: (key: string) => string
}

/** In whose hands the issues are: each leads to its list. */
export function ByHands({ shown, caption, keyOf, nameOf, linkOf }: Hands) {
  const groups = grouped(shown.lines, keyOf)
  if (groups.length === 0) return null
  return (
    <MojScrollablePane label={caption}>
      <Table
        caption={caption}
        captionSize="m"
        head={[
          caption.replace('By ', '').replace(/^./, c => c.toUpperCase()),
          numeric('Errors'),
          numeric('Queries'),
          numeric('Children'),
        ]}
        rows={groups.map(g => [
          {
            text: (
              <a class="govuk-link" href={linkOf(g.key)}>
                {nameOf(g.key)}
              </a>
            ),
          },
          String(g.errors),
          String(g.queries),
          String(g.children),
        ])}
        rowHeaders
        smallOnPhone
      />
    </MojScrollablePane>
  )
}
