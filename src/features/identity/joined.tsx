import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { textOf } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import type { JoinedFile } from '../../store/queries/joined-files.ts'
import { Form, Once } from '../../web/form/form.tsx'
import { Button, Details, NotificationBanner, Textarea } from '../../web/govuk/index.ts'
import type { ChildCtx, Returned } from '../../web/page.ts'
import type { JoinData } from './join-load.ts'

interface Props {
  readonly ctx: ChildCtx<Db>
  readonly data: JoinData
  readonly returned: Returned | null
}

function One({ file, ctx, data, returned }: Props & { file: JoinedFile }) {
  const at = `why-${file.code}`
  return (
    <li>
      <strong>{file.code}</strong>, begun as {calledBy(file, file.code)}. Joined on{' '}
      {longDay(londonDay(file.joined))} by {file.by ?? 'somebody who has left'}: “{file.why}”
      <Details summary={`Part ${file.code} again`} open={returned?.faults[at] !== undefined}>
        <p class="govuk-body">
          Each file is then as if they had never been joined, with what was written in it. What was written
          since the joining stays in {ctx.child.code}, but for what corrects an entry of {file.code}.
        </p>
        <Form csrf={ctx.csrf} action={`/child/${ctx.child.code}/join`}>
          <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.view.seq} />
          <input type="hidden" name="_part" value={file.code} />
          <Textarea
            name={at}
            label={{ text: 'Why was it wrong to join them?', size: 's' }}
            rows={2}
            value={textOf(returned?.typed ?? {}, at)}
            error={returned?.faults[at]}
          />
          <Button variant="secondary">Part the files</Button>
        </Form>
      </Details>
    </li>
  )
}

/** The files that are read as part of this one, each with the way to part it again. */
export function Joined(props: Props) {
  const { joined } = props.data
  if (joined.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m" id="joined">
        Read as part of this file
      </h2>
      <ul class="govuk-list">
        {joined.map(file => (
          <One file={file} {...props} />
        ))}
      </ul>
    </section>
  )
}

/** That a file was parted, and the way to it. */
export function Parted({ ctx }: { ctx: ChildCtx<Db> }) {
  const code = ctx.query.parted ?? ''
  if (!/^[A-Z0-9]{1,10}$/.test(code)) return null
  return (
    <NotificationBanner type="success">
      <p class="govuk-notification-banner__heading">
        The files are parted.{' '}
        <a class="govuk-notification-banner__link" href={`/child/${code}`}>
          Open {code}
        </a>
      </p>
    </NotificationBanner>
  )
}
