import { day, longDay } from '../../domain/kernel/day.ts'
import { plural } from '../../domain/kernel/plural.ts'
import type { Db } from '../../store/connection.ts'
import { teams } from '../../store/queries/teams.ts'
import { Details } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { address } from './asked.ts'
import { load, type Shown } from './load.ts'
import { AskForm, countWords, overWords, readingPage, sectionOf } from './parts.tsx'
import { ByHands, ByRule } from './tables.tsx'

/** How the return was made, and what its issues mean. */
function How({ ready }: { ready: Shown['ready'] }) {
  const { year, today } = ready.setting
  const end = day(`${year + 1}-03-31`)
  const asked = ready.checked.asked.filter(a => a.answer.asked).length
  return (
    <p class="govuk-body">
      {plural(ready.children.size, 'child', 'children')} in the return, as it would be written from the record
      now; {asked} rules asked.{' '}
      {today < end && `The year runs until ${longDay(end)}: it is asked about as if it ended today. `}
      An error stops the return. A query is put right, or answered with a reason.
    </p>
  )
}

async function loadPage(ctx: Ctx<Db>) {
  const came = await load(ctx)
  return found({ came, teams: ctx.viewer.role === 'team-manager' ? null : await teams(ctx.tx) })
}
type Data = DataOf<typeof loadPage>

/** Rules that were not asked: said, so that nobody takes them for passed. */
function NotChecked({ shown }: { shown: Shown }) {
  const not = shown.ready.checked.asked.flatMap(({ rule, answer }) =>
    answer.asked ? [] : [{ rule, because: answer.because }],
  )
  if (not.length === 0) return null
  const reasons = [...Map.groupBy(not, n => n.because)]
  return (
    <Details summary={`${plural(not.length, 'rule was', 'rules were')} not checked`}>
      {reasons.map(([because, rules]) => (
        <>
          <p class="govuk-body">{because.replace(/^./, c => c.toUpperCase())}.</p>
          <ul class="govuk-list govuk-list--bullet">
            {rules.map(({ rule }) => (
              <li>
                {rule.code}: {rule.says}
              </li>
            ))}
          </ul>
        </>
      ))}
    </Details>
  )
}

function Files({ shown }: { shown: Shown }) {
  const { files, children } = shown.ready
  if (children.size === 0) return null
  return (
    <Details summary="Take the return as files">
      <p class="govuk-body">
        Every child is in them, restricted files too, as the law asks. Taking one is on the log. Keep it as
        safe as the record.
      </p>
      <ul class="govuk-list">
        {files.map(f => (
          <li>
            <a class="govuk-link" href={address(shown.asked, '/returns/file', { file: f.name, team: null })}>
              {f.name}
            </a>
          </li>
        ))}
      </ul>
    </Details>
  )
}

function Body({ shown, ctx }: { shown: Shown; ctx: Ctx<Db> }) {
  const { asked, lines, names, ready } = shown
  const hidden = new Set(lines.filter(l => l.hidden).map(l => l.subject)).size
  return (
    <>
      <p class="govuk-body-l">{countWords(lines)}</p>
      <How ready={ready} />
      {hidden > 0 && (
        <p class="govuk-body">
          {plural(hidden, 'restricted file')} among them {hidden === 1 ? 'is' : 'are'} counted and not named.
        </p>
      )}
      {lines.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={address(asked, '/returns/issues')}>
            Every issue, and where it is put right
          </a>
        </p>
      )}
      <NotChecked shown={shown} />
      {ctx.can('returns-file').allow && <Files shown={shown} />}
      {lines.length > 0 && <ByRule shown={shown} />}
      {asked.narrow.team === null && (
        <ByHands
          shown={shown}
          caption="By team"
          keyOf={l => l.team}
          nameOf={key => key}
          linkOf={team => address(asked, '/returns', { team })}
        />
      )}
      <ByHands
        shown={shown}
        caption="By worker"
        keyOf={l => l.worker}
        nameOf={key => names.get(key) ?? 'Somebody who has left'}
        linkOf={worker => address(asked, '/returns/issues', { worker })}
      />
    </>
  )
}

/** A national return as it would be sent now: what would be rejected or asked about, by rule, team and worker. */
export const returnsPage = page({
  path: '/returns',
  permission: 'returns',
  audit: 'national returns',
  load: loadPage,
  render: ({ came, teams }: Data, ctx: Ctx<Db>) =>
    'ready' in came
      ? {
          title: `National returns: ${overWords(came.asked)}`,
          section: sectionOf(ctx),
          wide: true,
          body: (
            <>
              <span class="govuk-caption-l">{overWords(came.asked)}</span>
              <h1 class="govuk-heading-l">National returns</h1>
              <AskForm ctx={ctx} asked={came.asked} teams={teams} />
              <Body shown={came} ctx={ctx} />
            </>
          ),
        }
      : readingPage(ctx, came, address(came.asked)),
})
