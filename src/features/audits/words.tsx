import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { auditTool } from '../../domain/quality/tools.ts'
import type { Db } from '../../store/connection.ts'
import { auditWords, type Said } from '../../store/queries/audit-found.ts'
import { SearchInput } from '../../web/form/search-input.tsx'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { AuditFrame } from './frame.tsx'

const MOST = 60

async function load(ctx: Ctx<Db>) {
  const asked = (ctx.query.q ?? '').trim().slice(0, 200)
  return found({
    asked,
    said: asked === '' ? [] : await auditWords(ctx.tx, ctx.viewer, ctx.now, asked, MOST),
  })
}

type Data = DataOf<typeof load>

function about(s: Said): string {
  const [kind = '', ...code] = s.field.split('_')
  const standard = auditTool(s.tool)?.standards.find(o => o.code === code.join('_'))?.title ?? 'Over all'
  return kind === 'good' ? `Good practice: ${standard.toLowerCase()}` : standard
}

/** Searches what auditors wrote, of children whose files the viewer may open. */
export const wordsPage = page({
  path: '/audits/words',
  permission: 'decisions',
  audit: 'search of the words of audits',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'The words of audits',
    section: 'audits',
    body: (
      <AuditFrame ctx={ctx} at="/audits/words">
        <h1 class="govuk-heading-l">The words of audits</h1>
        <form method="get" class="gt-inline-form">
          <SearchInput
            label="Words"
            hint="All of them, in any order; “in quotes” as they stand."
            value={data.asked}
          />
          <Button variant="secondary">Search</Button>
        </form>
        {data.asked !== '' && (
          <p class="govuk-body-l">
            {data.said.length === 0
              ? 'Nothing found of children whose files you may open. Try fewer or other words.'
              : data.said.length === MOST
                ? `The newest ${MOST} that were found.`
                : `${data.said.length} found, the newest first.`}
          </p>
        )}
        {data.said.map(s => (
          <div class="gt-audit-said">
            <p class="govuk-body gt-prose">{s.words}</p>
            <p class="govuk-body-s gt-quiet">
              {about(s)}.{' '}
              <a class="govuk-link" href={`/child/${s.code}/audit/${s.audit}`}>
                {s.audit}, {calledBy(s, s.code)}
              </a>
              , {longDay(s.on)}
            </p>
          </div>
        ))}
      </AuditFrame>
    ),
  }),
})
