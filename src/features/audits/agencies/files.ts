import { actionDue, challengeViews, ratingNow, ratings } from '../../../domain/quality/section-11.ts'
import { sectionElevenStandards } from '../../../domain/quality/section-11-standards.ts'
import type { Db } from '../../../store/connection.ts'
import { readDocument } from '../../../store/queries/documents.ts'
import { readAgency } from '../../../store/queries/section-11.ts'
import { csvFile } from '../../../web/csv.ts'
import { type Ctx, page } from '../../../web/page.ts'
import { loadRound } from './load.ts'

const HEAD = [
  'Agency',
  'Standard',
  'Own rating',
  'Rating that stands',
  'What shows it',
  'Challenge',
  'Why',
  'Action',
  'Owner',
  'By',
  'How it stands',
]

/** Every answer of a round, a line an agency and standard: of those that have finished. */
export const answersCsvPage = page({
  path: '/audits/section-11/:round/answers.csv',
  permission: 'audit-draw',
  audit: 'section 11 answers: export',
  load: async (ctx: Ctx<Db>) => {
    const came = await loadRound(ctx)
    if ('missing' in came) return came
    const rows = came.found.agencies
      .filter(a => a.finished !== null)
      .flatMap(a =>
        sectionElevenStandards.map(s => {
          const own = a.answers.get(s.code)
          const now = ratingNow(a, s.code)
          const challenge = a.challenges.get(s.code)
          return [
            a.agency,
            s.title,
            own?.rating ? ratings[own.rating] : '',
            now ? ratings[now] : '',
            own?.evidence ?? '',
            challenge ? challengeViews[challenge.view] : '',
            challenge?.why ?? '',
            own?.action ?? '',
            own?.owner ?? '',
            actionDue(a, s.code) ?? '',
            a.actions.get(s.code)?.state ?? '',
          ]
        }),
      )
    return {
      file: {
        name: `section-11-${came.found.round.code}-${ctx.today}.csv`,
        type: 'text/csv; charset=utf-8',
        bytes: csvFile([HEAD, ...rows]),
      },
    }
  },
  render: () => ({ title: 'Answers', body: null }),
})

/** A document that an agency sent. */
export const agencyFilePage = page({
  path: '/audits/section-11/:round/:agency/file/:hash',
  permission: 'audit-draw',
  audit: 'a document of a section 11 answer',
  load: async (ctx: Ctx<Db>) => {
    const file = await readAgency(ctx.tx, (ctx.params.agency ?? '').toUpperCase())
    const kept = await readDocument(ctx.tx, file?.entries ?? [], ctx.params.hash ?? '')
    return kept ? { file: kept } : { missing: 'There is no such document with this answer.' }
  },
  render: () => ({ title: 'File', body: null }),
})
