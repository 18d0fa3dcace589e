import type { ComponentChildren } from 'preact'
import type { CaseFile } from '../../domain/casework/file.ts'
import { headingOf } from '../../domain/casework/heading.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { FileFrame, type Tab } from '../../web/layout/file-frame.tsx'
import type { ChildCtx } from '../../web/page.ts'

export { childTitle } from '../../web/layout/file-frame.tsx'

interface ChildFrameProps {
  readonly ctx: ChildCtx<unknown>
  readonly file: CaseFile
  readonly tab: Tab | null
  readonly on: Day
  readonly children: ComponentChildren
}

/** The frame of a page of the child's file, from the file itself. */
export const ChildFrame = ({ ctx, file, tab, on, children }: ChildFrameProps) => (
  <FileFrame ctx={ctx} heading={headingOf(file, ctx.child, on)} tab={tab}>
    {children}
  </FileFrame>
)
