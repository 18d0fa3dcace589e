import type { Typed } from '../../domain/records/parse.ts'
import { Button } from '../govuk/index.ts'
import { isOurPath } from './our-path.ts'

/** What was typed, so that nothing is lost where a form could not be taken: to be copied, or sent again. */
export function Kept({ typed }: { typed: Typed }) {
  const words = Object.entries(typed).filter(
    ([name, v]) => !name.startsWith('_') && v !== undefined && v.length > 0,
  )
  if (words.length === 0) return null
  return (
    <section class="gt-kept">
      <h2 class="govuk-heading-m">What you typed</h2>
      <p class="govuk-body">It is here so that you can copy it. It has not been saved.</p>
      <dl class="govuk-summary-list">
        {words.map(([name, v]) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{name}</dt>
            <dd class="govuk-summary-list__value gt-prose">{typeof v === 'string' ? v : v?.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

interface Again {
  readonly path: string
  readonly typed: Typed
  /** The token of the session there is now; none where nobody is signed in. */
  readonly csrf: string
  readonly button: string
}

/** All that was typed, unseen, to be sent again with one press. Files have to be chosen again. */
export function SendAgain({ path, typed, csrf, button }: Again) {
  const fields = Object.entries(typed).flatMap(([name, v]) =>
    name === '_csrf' || v === undefined ? [] : [v].flat().map(value => [name, value] as const),
  )
  if (fields.length === 0 || !isOurPath(path)) return null
  return (
    <form method="post" action={path}>
      {csrf !== '' && <input type="hidden" name="_csrf" value={csrf} />}
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button>{button}</Button>
    </form>
  )
}
