import { requestState } from '../../domain/rights/request.ts'
import type { Db } from '../../store/connection.ts'
import { bundleKinds, bundleOf, isBundleKind } from '../../store/rights/bundle.ts'
import { disclosed } from '../../store/rights/gather.ts'
import { type Ctx, page } from '../../web/page.ts'
import { RightsFrame } from './frame.tsx'
import { gatherAsked, requestAsked } from './request-load.ts'

const WAIT = {
  refused:
    'This file may not go out yet: it has to be marked, and checked by a second person. The page of the request says what waits.',
}

async function ready(ctx: Ctx<Db>) {
  const asked = await requestAsked(ctx)
  if ('missing' in asked) return asked
  const state = requestState(asked.request)
  return state === 'ready' || state === 'answered' ? { request: asked.request } : WAIT
}

/** The ways in which a file that was checked can be taken. */
export const givePage = page({
  path: '/rights/requests/:request/give',
  permission: 'rights',
  audit: 'a file to be given',
  load: async (ctx: Ctx<Db>) => {
    const asked = await ready(ctx)
    return 'request' in asked ? { found: asked } : asked
  },
  render: ({ request }) => ({
    title: `Request ${request.code}: take the file`,
    section: 'rights',
    body: (
      <RightsFrame at="/rights/requests">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={`/rights/requests/${request.code}`}>
            Request {request.code}
          </a>
        </span>
        <h1 class="govuk-heading-l">Take the file</h1>
        <p class="govuk-body">
          What was taken out is in none of these. Each time somebody takes one, the log keeps it.
        </p>
        <ul class="govuk-list">
          {Object.entries(bundleKinds).map(([kind, { title }]) => (
            <li>
              <a class="govuk-link" href={`/rights/requests/${request.code}/give/${kind}`} download>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </RightsFrame>
    ),
  }),
})

/** A file that was checked, in one of the ways it is given. */
export const giveFilePage = page({
  path: '/rights/requests/:request/give/:kind',
  permission: 'rights',
  audit: 'a file taken, to be given',
  load: async (ctx: Ctx<Db>) => {
    const kind = ctx.params.kind ?? ''
    if (!isBundleKind(kind)) return { missing: 'A file is given as PDF, as Word, or all of it.' }
    const asked = await ready(ctx)
    if (!('request' in asked)) return asked
    const { request } = asked
    const got = await gatherAsked(ctx, request, 'the file as it is given')
    if ('refused' in got) return got
    if (got.gathered.kept > 0)
      return { refused: 'Some of this file is closed to you. Somebody who may read all of it takes it.' }
    const disclosure = await disclosed(ctx.tx, request, got.gathered, ctx.today)
    const { type, ending } = bundleKinds[kind]
    const bytes = await bundleOf(ctx.tx, kind, got.gathered.files, disclosure)
    return { file: { name: `request ${request.code}.${ending}`, type, bytes } }
  },
  render: () => ({ title: 'File', body: null }),
})
