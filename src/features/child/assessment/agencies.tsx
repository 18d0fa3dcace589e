import { agencyLine, answered, asked } from '../../../domain/assessment/gathered.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import type { Standing } from '../../../domain/records/entry.ts'
import { formDay } from '../../../domain/records/kinds/day.ts'
import { type Faults, type Typed, textOf } from '../../../domain/records/parse.ts'
import type { Db } from '../../../store/connection.ts'
import { newId } from '../../../store/ids.ts'
import type { FileView } from '../../../store/queries/file-of.ts'
import { Button, Details, Tag, Textarea, TextInput } from '../../../web/govuk/index.ts'
import type { ChildCtx } from '../../../web/page.ts'

interface AgenciesProps {
  readonly view: FileView
  readonly ctx: ChildCtx<Db>
  readonly typed: Typed
  readonly faults: Faults
}

const words = (v: unknown): string => (typeof v === 'string' ? v : '')

/** The names of the small form in which one service's answer is written down. */
export const answerPart = (entry: string): string => `answer-${entry}-`

function Answer({ e, ctx, typed, faults }: Omit<AgenciesProps, 'view'> & { readonly e: Standing }) {
  const at = answerPart(e.id)
  const wrong = faults[`${at}answered`] ?? faults[`${at}answer`]
  return (
    <Details summary={`They answered: ${words(e.answers.agency)}`} open={wrong !== undefined}>
      <input type="hidden" name={`${at}_entry`} value={textOf(typed, `${at}_entry`) || newId(ctx.now)} />
      <TextInput
        name={`${at}answered`}
        label="When?"
        width={10}
        value={textOf(typed, `${at}answered`) || formDay(ctx.today)}
        error={faults[`${at}answered`]}
      />
      <Textarea
        name={`${at}answer`}
        label="What did they say?"
        rows={3}
        value={textOf(typed, `${at}answer`)}
        error={faults[`${at}answer`]}
      />
      <Button variant="secondary" name="_answered" value={e.id}>
        Record their answer
      </Button>
    </Details>
  )
}

/** Who was asked and who answered, each answer written down in one step without leaving the page. */
export function Agencies({ view, ctx, typed, faults }: AgenciesProps) {
  const all = asked(view.file)
  const text = textOf(typed, 'agencies')
  const left = all.filter(e => !text.includes(agencyLine(e)))
  return (
    <>
      {all.length === 0 && <p class="govuk-body-s gt-quiet">No service is recorded as asked.</p>}
      <ul class="govuk-list gt-assess-asked">
        {all.map(e => (
          <li>
            <a class="govuk-link" href={`/child/${ctx.child.code}/entry/${e.id}`}>
              {words(e.answers.agency)}
            </a>
            , asked {longDay(e.happened)}{' '}
            {answered(e) ? (
              <span class="gt-quiet">answered</span>
            ) : (
              <>
                <Tag colour="yellow">No answer yet</Tag>
                <Answer e={e} ctx={ctx} typed={typed} faults={faults} />
              </>
            )}
          </li>
        ))}
      </ul>
      <div class="govuk-button-group">
        {left.length > 0 && (
          <Button variant="secondary" name="_insert" value="agencies">
            Put what they said into the text
          </Button>
        )}
        <Button variant="secondary" name="_ask" value="yes">
          Ask another service
        </Button>
      </div>
    </>
  )
}
