import { headingOf } from '../../domain/casework/heading.ts'
import type { Db } from '../../store/connection.ts'
import { Problems } from '../../web/form/form.tsx'
import { childTitle, FileFrame } from '../../web/layout/file-frame.tsx'
import { type ChildCtx, childPage, type Returned } from '../../web/page.ts'
import { Choose } from './choose.tsx'
import { JoinForm, NotJoined } from './join-form.tsx'
import { AUDIT, type JoinData, loadJoin } from './join-load.ts'
import { submitJoin } from './join-submit.ts'
import { Joined, Parted } from './joined.tsx'

function Body({ ctx, data, returned }: { ctx: ChildCtx<Db>; data: JoinData; returned: Returned | null }) {
  const { other } = data
  switch (other.is) {
    case 'pair':
      return <JoinForm ctx={ctx} data={data} pair={other.pair} returned={returned} />
    case 'refused':
    case 'closed':
      return (
        <NotJoined
          ctx={ctx}
          called={other.called}
          code={other.code}
          why={other.why}
          opens={other.is === 'closed'}
        />
      )
    case 'unknown':
    case 'none':
      return (
        <>
          <Joined ctx={ctx} data={data} returned={returned} />
          <Choose ctx={ctx} likely={data.likely} unknown={other.is === 'unknown' ? other.code : null} />
        </>
      )
  }
}

/** Two files of one child are read as one from now on, or parted again. */
export const joinPage = childPage({
  path: '/child/:child/join',
  permission: 'decide',
  audit: AUDIT,
  load: loadJoin,
  submit: submitJoin,
  render: (data: JoinData, ctx: ChildCtx<Db>, returned) => ({
    title: childTitle(ctx, 'Two files of one child'),
    section: 'find',
    wide: true,
    body: (
      <FileFrame ctx={ctx} heading={headingOf(data.view.file, ctx.child, ctx.today)} tab={null}>
        <Problems faults={returned?.faults} />
        <Parted ctx={ctx} />
        <h1 class="govuk-heading-l">Two files of one child</h1>
        <Body ctx={ctx} data={data} returned={returned} />
      </FileFrame>
    ),
  }),
})
