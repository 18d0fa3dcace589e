import type { LineSaid } from '../../domain/front-door/notice-gather.ts'
import type { TakenIn } from '../../store/notices.ts'
import { Button, Table } from '../../web/govuk/index.ts'
import type { Html } from '../../web/page.ts'

const Lines = ({ title, said }: { title: string; said: readonly LineSaid[] }) =>
  said.length === 0 ? null : (
    <Table
      caption={`${title}: ${said.length}`}
      captionSize="m"
      head={['Line', 'What']}
      rows={said.map(l => [String(l.line), l.say])}
    />
  )

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

function headline({ contacts, added, repeated, wrong }: TakenIn): string {
  if (contacts.length > 0)
    return `${count(contacts.length, 'new contact waits', 'new contacts wait')} at the front door`
  if (added.length > 0) return `${count(added.length, 'child', 'children')} added to contacts that were here`
  return wrong.length > 0 && repeated.length === 0
    ? 'No line of the file could be taken in'
    : 'Nothing new was in the file'
}

/** What came of the file. It stands at no address: the same file sent again says that it is all here. */
export const takenHtml = (name: string, taken: TakenIn): Html => ({
  title: `Taken in: ${name}`,
  section: 'front-door',
  body: (
    <>
      <h1 class="govuk-heading-l">{headline(taken)}</h1>
      <p class="govuk-body">
        From {name}: {count(taken.children, 'child', 'children')} in{' '}
        {count(taken.contacts.length, 'new contact', 'new contacts')}.
      </p>
      <Lines title="Not taken in" said={taken.wrong} />
      {taken.wrong.length > 0 && (
        <p class="govuk-body">
          Put these lines right in the file, and take it in again: what is here already is left alone.
        </p>
      )}
      <Lines title="Children added to a contact that was here" said={taken.added} />
      <Lines title="Left out, as they are here already" said={taken.repeated} />
      {taken.notes.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">How the file was read</h2>
          <ul class="govuk-list">
            {taken.notes.map(n => (
              <li>{n}</li>
            ))}
          </ul>
        </section>
      )}
      <div class="govuk-button-group">
        <Button href="/front-door">Go to the front door</Button>
        <a class="govuk-link" href="/front-door/notices">
          Take in another file
        </a>
      </div>
    </>
  ),
})
