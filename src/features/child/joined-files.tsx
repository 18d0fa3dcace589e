import { longDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { writes } from '../../domain/records/record-type.ts'
import { merged } from '../../domain/records/types/identity.ts'
import type { JoinedFile } from '../../store/queries/joined-files.ts'
import { InsetText } from '../../web/govuk/index.ts'
import type { ChildCtx } from '../../web/page.ts'

/** Whoever may join the files of this child, and part them again. */
export const mayJoin = (ctx: ChildCtx<unknown>): boolean =>
  ctx.can(merged.permission).allow && writes(merged, ctx.viewer.role)

/** Which other files are read as part of this one, so that nobody wonders at another child ID or name in it. */
export function JoinedFiles({ files, ctx }: { files: readonly JoinedFile[]; ctx: ChildCtx<unknown> }) {
  if (files.length === 0) return null
  return (
    <InsetText>
      {files.map(f => (
        <p class="govuk-body">
          The file {f.code} has been read as part of this one since {longDay(londonDay(f.joined))}: two files
          of one child.{' '}
          {mayJoin(ctx) && (
            <a class="govuk-link" href={`/child/${ctx.child.code}/join#joined`}>
              Part them again<span class="govuk-visually-hidden">: {f.code}</span>
            </a>
          )}
        </p>
      ))}
    </InsetText>
  )
}

/** The way to a second file of the child, for whoever may join it. */
export const SecondFile = ({ ctx }: { ctx: ChildCtx<unknown> }) =>
  mayJoin(ctx) ? (
    <p class="govuk-body-s gt-no-print">
      <a class="govuk-link" href={`/child/${ctx.child.code}/join`}>
        Has this child a second file?
      </a>
    </p>
  ) : null
