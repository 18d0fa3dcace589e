import { longDay, shortDay } from '../../../domain/kernel/day.ts'
import {
  RATINGS,
  ratings,
  type SectionElevenStandard,
  type StandardAnswer,
} from '../../../domain/quality/section-11.ts'
import { sectionElevenStandards } from '../../../domain/quality/section-11-standards.ts'
import { keptDocument } from '../../../domain/records/kinds/documents.ts'
import { type Faults, type Typed, textOf } from '../../../domain/records/parse.ts'
import { Form, Problems } from '../../../web/form/form.tsx'
import {
  Button,
  FileUpload,
  InsetText,
  NotificationBanner,
  Radios,
  Textarea,
  TextInput,
} from '../../../web/govuk/index.ts'
import { Heading } from '../../../web/layout/layout.tsx'
import type { Html } from '../../../web/page.ts'
import type { Opened } from './public-open.ts'
import { fieldOf } from './public-save.ts'

export const AT = '/section-11'

/** What every form of an agency carries, so that no address ever holds its code. */
export const Pass = ({ typed }: { typed: Typed }) => (
  <>
    <input type="hidden" name="reference" value={textOf(typed, 'reference')} />
    <input type="hidden" name="code" value={textOf(typed, 'code')} />
  </>
)

const Theirs = ({ a }: { a: StandardAnswer }) => (
  <InsetText>
    Your colleague’s answer, which is kept: <strong>{a.rating ? ratings[a.rating] : 'no rating'}</strong>.{' '}
    {[a.evidence, a.action, a.owner, a.by ? shortDay(a.by) : null].filter(Boolean).join(' · ')}
  </InsetText>
)

interface PartProps {
  readonly s: SectionElevenStandard
  readonly n: number
  readonly typed: Typed
  readonly faults: Faults
  readonly theirs: StandardAnswer | undefined
}

function Part({ s, n, typed, faults, theirs }: PartProps) {
  const shared = (name: string) => {
    const at = fieldOf(s.code, name)
    return { name: at, value: textOf(typed, at), ...(faults[at] ? { error: faults[at] } : {}) }
  }
  return (
    <section class="gt-audit-standard" id={`standard-${s.code}`}>
      <Radios
        {...shared('rating')}
        legend={{ text: `${n}. ${s.title}`, size: 'm' }}
        hint={s.question}
        small
        items={RATINGS.map(r => ({
          value: r,
          text: ratings[r],
          ...(r === 'none' ? {} : { hint: s.looksLike[r] }),
        }))}
      />
      {theirs && <Theirs a={theirs} />}
      <Textarea {...shared('evidence')} label="What shows it?" hint={s.evidence} rows={4} />
      <Textarea
        {...shared('action')}
        label="What will you do?"
        hint="Where it is met in part or not at all."
        rows={2}
      />
      <div class="gt-s11-row">
        <TextInput {...shared('owner')} label="Who does it?" hint="A post, or a name and a post" width={20} />
        <TextInput {...shared('due')} label="By when?" hint="Such as 31/3/2027" width={10} />
      </div>
    </section>
  )
}

const done = (o: Opened): number => [...o.answer.answers.values()].filter(a => a.rating !== null).length

/** The agency’s form: all standards on one page, so that it can be filled in together and in any order. */
export function answerForm(
  opened: Opened,
  typed: Typed,
  faults: Faults,
  { said, clashed }: { readonly said: string | null; readonly clashed: readonly string[] },
): Html {
  const { answer, round } = opened
  const wrong = Object.keys(faults).length > 0
  return {
    title: `${wrong ? 'Error: ' : ''}${round.title}: ${answer.agency}`,
    body: (
      <>
        <Problems faults={faults} />
        {said && <NotificationBanner type="success">{said}</NotificationBanner>}
        <Heading over={answer.agency}>{round.title}</Heading>
        <p class="govuk-body-l">
          {done(opened)} of {sectionElevenStandards.length} answered
          {answer.lastBy ? `, saved last by ${answer.lastBy}` : ''}. Please finish by {longDay(round.due)}.
        </p>
        <p class="govuk-body">
          Save as often as you like, and come back with the same reference and code. Colleagues may answer at
          the same time.
        </p>
        <NoChildren />
        <Form csrf="" action={AT} takesFile class="gt-s11">
          <Pass typed={typed} />
          <input type="hidden" name="_basis" value={String(answer.seq)} />
          {/* Enter in a box saves; it never finishes. */}
          <button type="submit" name="_do" value="save" hidden>
            Save
          </button>
          {sectionElevenStandards.map((s, i) => (
            <>
              <Part
                s={s}
                n={i + 1}
                typed={typed}
                faults={faults}
                theirs={clashed.includes(s.code) ? answer.answers.get(s.code) : undefined}
              />
              {i % 4 === 3 && i < sectionElevenStandards.length - 1 && (
                <Button variant="secondary" name="_do" value="save">
                  Save and go on
                </Button>
              )}
            </>
          ))}
          <section class="gt-audit-standard">
            <FileUpload
              name="documents_new"
              id="documents"
              label={{ text: 'Documents that show it (optional)', size: 'm' }}
              hint="Up to 6 at a time, of at most 10 MB each: PDF, Word, pictures, plain text. Policies, minutes, figures; nothing that names a child."
              multiple
              {...(faults.documents ? { error: faults.documents } : {})}
            />
            {answer.documents.length > 0 && (
              <>
                <p class="govuk-body">Sent already:</p>
                <ul class="govuk-list govuk-list--bullet">
                  {answer.documents.map(d => (
                    <li>
                      {keptDocument(d.value)?.name}, {shortDay(d.on)}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
          <TextInput
            name="by"
            label={{ text: 'Your name and post', size: 'm' }}
            hint="Such as: Pat Wren, head of safeguarding"
            value={textOf(typed, 'by')}
            autocomplete="off"
            {...(faults.by ? { error: faults.by } : {})}
          />
          <div class="govuk-button-group">
            <Button variant="secondary" name="_do" value="save">
              Save, and come back later
            </Button>
            <Button name="_do" value="finish" preventDoubleClick>
              Finish and send to the board
            </Button>
          </div>
        </Form>
      </>
    ),
  }
}

export const NoChildren = () => (
  <InsetText>
    This asks about your organisation. Do not write the name of a child or a family, or anything by which one
    could be known, and send no document that does. A worry about a child goes to the{' '}
    <a class="govuk-link" href="/contact">
      front door
    </a>
    .
  </InsetText>
)
