import { type Action, actions, type Role, roles, sensitivities } from '../../domain/access/roles.ts'
import { isOfChild, type Line, lineOf, lines, linesWith, whenWords } from '../../domain/access/told.ts'
import type { Db } from '../../store/connection.ts'
import { SearchInput } from '../../web/form/search-input.tsx'
import { Button, MojScrollablePane, Select, Table } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'

const EVERY = 'all'
const isRole = (text: string): text is Role => Object.hasOwn(roles, text)
const isAction = (text: string): text is Action => Object.hasOwn(actions, text)

async function load(ctx: Ctx<Db>) {
  const asked = (ctx.query.q ?? '').trim()
  const named = ctx.query.role ?? ''
  // Whoever only searches, searches every role; whoever asks nothing sees their own.
  const role = isRole(named) ? named : asked !== '' || named === EVERY ? EVERY : ctx.viewer.role
  return found({
    asked,
    role,
    listed: linesWith(
      asked,
      lines.filter(l => role === EVERY || l.role === role),
    ),
  })
}
type Data = DataOf<typeof load>

const lineAt = (l: Line): string => `/help/access/${l.role}/${l.action}`

/** “any child”, or what the viewer must be, beside what of a file is held more closely. */
function when(l: Line): string {
  if (!isOfChild(l.action)) return 'Always'
  const ordinary = whenWords(l, 'ordinary')
  const said = ordinary === 'never' ? `Restricted files only: ${whenWords(l, 'restricted')}` : ordinary
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** Who may do what, from the table that decides it. */
export const accessPage = page({
  path: '/help/access',
  permission: 'come-in',
  audit: 'who may do what',
  load,
  render: (data: Data, _ctx: Ctx<Db>) => ({
    title: 'Who may do what',
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">Who may do what</h1>
        <p class="govuk-body">
          This is the table that decides. What is not in it is refused. A restricted file is open to the
          people named on it, and to nobody else.
        </p>
        <search>
          <form method="get" class="gt-find">
            <Select
              name="role"
              label="Role"
              value={data.role}
              items={[
                { value: EVERY, text: 'Every role' },
                ...Object.entries(roles).map(([value, text]) => ({ value, text })),
              ]}
            />
            <SearchInput
              label="What are they doing?"
              hint="Some words of it: open file, sign, nurse"
              value={data.asked}
              after={<Button>Show</Button>}
            />
          </form>
        </search>
        {data.listed.length === 0 ? (
          <p class="govuk-body">
            Nothing in the table fits “{data.asked}”, so it is refused. Try fewer words, or another role.
          </p>
        ) : (
          <MojScrollablePane label="Who may do what">
            <Table
              caption={`${data.listed.length} ${data.listed.length === 1 ? 'line' : 'lines'}`}
              captionSize="s"
              head={[...(data.role === EVERY ? ['Who'] : []), 'May', 'Where']}
              rows={data.listed.map(l => [
                ...(data.role === EVERY ? [roles[l.role]] : []),
                {
                  text: (
                    <a class="govuk-link" href={lineAt(l)}>
                      {actions[l.action]}
                    </a>
                  ),
                },
                when(l),
              ])}
            />
          </MojScrollablePane>
        )}
      </>
    ),
  }),
})

async function loadLine(ctx: Ctx<Db>) {
  const { role = '', action = '' } = ctx.params
  if (!isRole(role) || !isAction(action))
    return { missing: 'There is no such role, or nothing of that name to do. Look in the whole table.' }
  return found({ role, action, line: lineOf(role, action) })
}
type One = DataOf<typeof loadLine>

/** One cell of the table: each grant that it is made of, and who else may. */
export const accessLinePage = page({
  path: '/help/access/:role/:action',
  permission: 'come-in',
  audit: 'one line of who may do what',
  load: loadLine,
  render: ({ role, action, line }: One, _ctx: Ctx<Db>) => {
    const others = lines.filter(l => l.action === action && l.role !== role)
    return {
      title: `${roles[role]}: ${actions[action]}`,
      body: (
        <>
          <a href="/help/access" class="govuk-back-link">
            Who may do what
          </a>
          <span class="govuk-caption-l">{roles[role]}</span>
          <h1 class="govuk-heading-l">May they {actions[action]}?</h1>
          {line ? (
            <Table
              caption="Yes, where one of these holds"
              captionSize="s"
              head={['Of what', 'Where']}
              rows={(isOfChild(action)
                ? (['ordinary', 'confidential', 'restricted'] as const)
                : (['ordinary'] as const)
              ).map(s => [isOfChild(action) ? sensitivities[s] : 'No one child', whenWords(line, s)])}
            />
          ) : (
            <p class="govuk-body">No. No line of the table says so, and what it does not say is refused.</p>
          )}
          <h2 class="govuk-heading-m">Who else may</h2>
          {others.length === 0 ? (
            <p class="govuk-body">Nobody.</p>
          ) : (
            <ul class="govuk-list govuk-list--bullet">
              {others.map(l => (
                <li>
                  <a class="govuk-link" href={lineAt(l)}>
                    {roles[l.role]}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </>
      ),
    }
  },
})
