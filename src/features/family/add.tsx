import { type RelationshipKind, relationshipKinds } from '../../domain/records/types/relationship.ts'
import { Button, Select } from '../../web/govuk/index.ts'

/** One more person: what they are is chosen here, and the form opens with it filled in. */
export function AddSomebody({ code }: { code: string }) {
  const kinds = Object.entries(relationshipKinds) satisfies readonly (readonly [string, string])[]
  const start: RelationshipKind = 'mother'
  return (
    <form method="get" action={`/child/${code}/record/relationship`} class="gt-inline-form gt-not-printed">
      <Select
        name="kind"
        label="Add somebody"
        value={start}
        items={kinds.map(([value, text]) => ({ value, text }))}
      />
      <Button variant="secondary">Go on</Button>
    </form>
  )
}
