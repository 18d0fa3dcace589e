import { bornWords } from '../../domain/casework/person.ts'
import type { Db } from '../../store/connection.ts'
import type { Candidate } from '../../store/queries/candidates.ts'
import { Button, Tag, TextInput } from '../../web/govuk/index.ts'
import type { ChildCtx } from '../../web/page.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Which file may be of the same child: those who look alike, or one whose ID is known. */
export function Choose({
  ctx,
  likely,
  unknown,
}: {
  ctx: ChildCtx<Db>
  likely: readonly Candidate[]
  /** A child ID that was typed and is nobody’s. */
  unknown: string | null
}) {
  const here = `/child/${ctx.child.code}/join`
  return (
    <>
      <h2 class="govuk-heading-m">Which other file is of this child?</h2>
      {likely.length === 0 ? (
        <p class="govuk-body">No other child here looks like this one.</p>
      ) : (
        <ul class="govuk-list gt-same__list">
          {likely.map(c => (
            <li>
              <strong>{c.called}</strong>, {bornWords(c, ctx.today)}, child ID {c.code}{' '}
              {c.open && <Tag colour="blue">{c.worker ? `Open: ${c.worker}` : 'Open, no worker'}</Tag>}{' '}
              {c.twin && <Tag colour="purple">Perhaps a twin</Tag>}
              <span class="gt-below gt-quiet">{capital(c.why.join('; '))}</span>
              {c.twin ? (
                <span class="gt-below">
                  Twins have a file each: these are never joined. If one name is a slip of the pen, put it
                  right first.
                </span>
              ) : (
                <a class="govuk-link" href={`${here}?with=${c.code}`}>
                  Compare the two files<span class="govuk-visually-hidden">: {c.called}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      <form method="get" action={here} class="gt-inline-form">
        <TextInput
          name="with"
          label="Child ID of the other file"
          width={10}
          value={unknown ?? ''}
          autocapitalize="characters"
          spellcheck={false}
          error={unknown === null ? undefined : 'No child here has this ID. Check it, or search by name.'}
        />
        <Button variant="secondary">Compare</Button>
      </form>
    </>
  )
}
