import type { ComponentChildren } from 'preact'
import { type Instant, longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import { type Faults, type Typed, textOf } from '../../domain/records/parse.ts'
import { ErrorSummary, InsetText } from '../govuk/index.ts'

interface FormProps {
  readonly csrf: string
  readonly action?: string
  readonly children: ComponentChildren
  /** Where what is typed is saved as it is typed; none where nothing is worth keeping. */
  readonly draft?: string
  readonly takesFile?: boolean
  readonly class?: string
}

/** Every form that changes something: it carries the session's token, so no page can forget it. */
export function Form({ csrf, action, children, draft, takesFile, class: name }: FormProps) {
  return (
    <form
      method="post"
      {...(action ? { action } : {})}
      {...(draft ? { 'data-draft': draft } : {})}
      {...(takesFile ? { encType: 'multipart/form-data' } : {})}
      {...(name ? { class: name } : {})}
      novalidate
    >
      <input type="hidden" name="_csrf" value={csrf} />
      {children}
    </form>
  )
}

/** What is wrong, at the top of the page, each linked to its question. */
export function Problems({ faults }: { faults: Faults | undefined }) {
  const list = Object.entries(faults ?? {})
  if (list.length === 0) return null
  return <ErrorSummary errors={list.map(([name, text]) => ({ text, href: `#${name}` }))} />
}

/**
 * What a form that writes an entry carries unseen: the id of its entry, made when the form was opened, so that sending
 * it twice writes once; and how far the file went then, so that another's writing meanwhile is noticed.
 */
export function Once({ typed, id, seq }: { typed?: Typed | undefined; id: string; seq: number }) {
  return (
    <>
      <input type="hidden" name="_entry" value={textOf(typed ?? {}, '_entry') || id} />
      <input type="hidden" name="_basis" value={textOf(typed ?? {}, '_basis') || seq} />
    </>
  )
}

/**
 * What a form that begins a file carries unseen: the id of the file, made when the form was opened, so that sending it
 * twice begins one.
 */
export const NewFile = ({ typed, id }: { typed: Typed | undefined; id: string }) => (
  <input type="hidden" name="_subject" value={textOf(typed ?? {}, '_subject') || id} />
)

/** That a form shows what was typed before and not sent. */
export function Begun({ draft }: { draft: { readonly saved: Instant } | undefined }) {
  if (!draft) return null
  return (
    <InsetText>
      This is what you had typed by {londonTime(draft.saved)} on {longDay(londonDay(draft.saved))}. It is not
      recorded yet.
    </InsetText>
  )
}

/** Where the script says whether what is typed has been kept. */
export const DraftStatus = () => <p class="govuk-body-s gt-quiet" data-draft-status aria-live="polite" />
