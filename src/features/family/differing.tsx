import type { Claim } from '../../domain/family/claims.ts'
import type { Relative } from '../../domain/family/relatives.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { relationshipKinds } from '../../domain/records/types/relationship.ts'
import { InsetText } from '../../web/govuk/index.ts'
import { Source } from './table.tsx'

const said = (c: Claim): string =>
  `${relationshipKinds[c.kind].toLowerCase()}${c.from ? `, since ${longDay(c.from)}` : ''}`

/** Where records do not agree on what somebody is to the child: both are told, and where each stands. */
export function Differing({ relatives, code }: { relatives: readonly Relative[]; code: string }) {
  const list = relatives.filter(r => r.differing.length > 0)
  if (list.length === 0) return null
  return (
    <InsetText>
      {list.map(r => {
        const [stands] = r.claims
        return (
          <p class="govuk-body">
            The records do not agree on {r.name}.{' '}
            {[...(stands ? [stands] : []), ...r.differing].map((c, i) => (
              <>
                {i > 0 && ' '}
                <Source claim={c} code={code} relative={r} />: {said(c)}.
              </>
            ))}{' '}
            Find out which is right, and amend the other.
          </p>
        )
      })}
    </InsetText>
  )
}
