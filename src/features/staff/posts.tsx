import { formDay } from '../../domain/records/kinds/day.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { type Faults, parse, type Typed, textOf } from '../../domain/records/parse.ts'
import { writes } from '../../domain/records/record-type.ts'
import { fundedPosts as fundedPostsType } from '../../domain/records/types/authority.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { append, holdFile } from '../../store/ledger.ts'
import { AUTHORITY } from '../../store/queries/authority.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import { teams } from '../../store/queries/teams.ts'
import { fundedPosts } from '../../store/queries/workforce.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, InsetText, SummaryList, TextInput } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page, type Returned } from '../../web/page.ts'

async function load(ctx: Ctx<Db>) {
  const council = await subjectByCode(ctx.tx, 'authority', AUTHORITY)
  const posts = await fundedPosts(ctx.tx, ctx.today)
  const names = new Set([...(await teams(ctx.tx)), ...posts.keys()])
  return found({ council, posts, teams: [...names].toSorted((a, b) => a.localeCompare(b, 'en')) })
}

const ONLY_DIRECTORS = 'A director says how many posts each team has. Ask yours to change them.'

type Data = DataOf<typeof load>

const shown = (posts: ReadonlyMap<string, number>, team: string): string => String(posts.get(team) ?? '')

/** What the form says of one team: what was there when it was opened, and what is there now. */
interface Said {
  readonly field: string
  readonly team: string
  readonly was: string
  readonly is: string
}

const saidIn = (typed: Typed, data: Data): readonly Said[] =>
  data.teams.map((team, i) => ({
    field: `posts-${i}`,
    team,
    // The form names its teams: one that was added meanwhile moves nothing onto another.
    was: textOf(typed, `team-${i}`) === team ? textOf(typed, `was-${i}`).trim() : '',
    is: textOf(typed, `team-${i}`) === team ? textOf(typed, `posts-${i}`).trim() : '',
  }))

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { typed, tx, today, viewer, now } = ctx
  const { council } = data
  if (!writes(fundedPostsType, viewer.role)) return { refused: ONLY_DIRECTORS }
  const again = (faults: Faults): Outcome => ({ again: { typed, faults } })
  if (!council)
    return again({ 'posts-0': 'The council’s own file has not been started. Ask whoever set the system up.' })
  await holdFile(tx, council.id)
  const posts = await fundedPosts(tx, today)
  const changed = saidIn(typed, data).filter(s => s.is !== s.was && s.is !== shown(posts, s.team))
  const faults: Record<string, string> = {}
  const answers: Answers[] = []
  for (const s of changed) {
    const raw = { team: s.team, from: formDay(today), posts: s.is }
    const read = parse(fundedPostsType, raw, { today, born: null, unborn: false })
    if (shown(posts, s.team) !== s.was)
      faults[s.field] =
        `Somebody else has just made this ${shown(posts, s.team)}. Look at it again on a fresh page.`
    else if (s.is === '') faults[s.field] = `Enter 0 if ${s.team} has no posts any more.`
    else if (read.ok) answers.push(read.value)
    else faults[s.field] = read.error.posts ?? 'Enter a number, such as 8 or 8.5.'
  }
  if (Object.keys(faults).length > 0) return again(faults)
  const entries = answers.map(a =>
    newEntry({
      id: newId(now),
      subject: council.id,
      type: fundedPostsType,
      answers: a,
      author: viewer.id,
      now,
      today,
    }),
  )
  if (entries.length > 0) await append(tx, council, entries)
  return { go: '/staff?done=posts' }
}

function Teams({ data, returned }: { data: Data; returned: Returned | null }) {
  const typed = returned?.typed ?? {}
  return (
    <>
      {data.teams.map((team, i) => (
        <>
          <input type="hidden" name={`team-${i}`} value={team} />
          <input
            type="hidden"
            name={`was-${i}`}
            value={returned ? textOf(typed, `was-${i}`) : shown(data.posts, team)}
          />
          <TextInput
            name={`posts-${i}`}
            label={team}
            inputmode="decimal"
            width={4}
            value={returned ? textOf(typed, `posts-${i}`) : shown(data.posts, team)}
            error={returned?.faults[`posts-${i}`]}
          />
        </>
      ))}
    </>
  )
}

/** How many posts each team has, said by a director in one form, from today on. */
export const postsPage = page({
  path: '/staff/posts',
  permission: 'cover',
  audit: 'posts of the teams',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => ({
    title: 'Posts of each team',
    section: 'team',
    body: (
      <>
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Posts of each team</h1>
        <p class="govuk-body">
          How many posts for registered social workers the council pays for, managers among them, counted
          full-time: 8, or 8.5. What you change counts from today, and what was said before is kept.
        </p>
        {data.teams.length === 0 && <InsetText>No team has anybody in it yet.</InsetText>}
        {writes(fundedPostsType, ctx.viewer.role) ? (
          <Form csrf={ctx.csrf}>
            <Teams data={data} returned={returned} />
            <div class="govuk-button-group">
              <Button>Keep</Button>
              <a class="govuk-link" href="/staff">
                Leave them as they are
              </a>
            </div>
          </Form>
        ) : (
          <>
            <InsetText>{ONLY_DIRECTORS}</InsetText>
            <SummaryList
              rows={data.teams.map(team => ({ key: team, value: shown(data.posts, team) || 'Not recorded' }))}
            />
          </>
        )}
      </>
    ),
  }),
})
