import { AnswerList, type Names, WrittenBy } from '../../web/form/written.tsx'
import { Button, InsetText } from '../../web/govuk/index.ts'
import type { Clash } from './submit.tsx'

/** Told once, before it is sent: a supervision that is only a list of tasks. Nobody is stopped. */
export const Gentle = () => (
  <section role="alert">
    <InsetText>
      <h2 class="govuk-heading-s">Nothing is recorded yet. What did you think through?</h2>
      <p class="govuk-body">
        What is written of your talk reads as a list of tasks, or is very short. A line on what surprised you,
        what else could explain it, or what it is like for the child helps whoever reads this next.
      </p>
      <p class="govuk-body">Add it below, or record it as it is.</p>
    </InsetText>
    <input type="hidden" name="_told" value="yes" />
    <Button variant="secondary">Record it as it is</Button>
  </section>
)

/** What another supervisor wrote of the same day meanwhile, beside what is waiting to be sent. */
export const Conflicts = ({ clashes, names }: { clashes: readonly Clash[]; names: Names }) => (
  <section class="gt-conflict" role="alert">
    <h2 class="govuk-heading-m">Somebody wrote this while you were writing</h2>
    <p class="govuk-body">
      Nothing of yours is recorded yet, and every word of it is below. Read theirs. Then send yours as well,
      change it, or leave it.
    </p>
    {clashes.map(c => (
      <>
        {c.theirs.map(e => (
          <div class="gt-conflict__theirs">
            <h3 class="govuk-heading-s">
              {c.type.title}, {c.code}
            </h3>
            <WrittenBy entry={e} names={names} />
            <AnswerList type={c.type} answers={e.answers} names={names} />
          </div>
        ))}
        <input type="hidden" name={`${c.prefix}_seen`} value={c.seq} />
      </>
    ))}
    <input type="hidden" name="_told" value="yes" />
    <Button variant="warning">Record mine as well</Button>
  </section>
)
