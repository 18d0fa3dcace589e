import { difference } from '../../domain/assessment/difference.ts'
import { type Day, longDay, shortDay } from '../../domain/kernel/day.ts'
import { questions, type ReadArea } from '../../domain/readiness/evaluation-paper.ts'
import { MojScrollablePane, Table } from '../../web/govuk/index.ts'

type Said = NonNullable<ReadArea['said']>

/** What an area said before, for whoever asks what has changed; null where nothing was written by then. */
export type Before = { readonly [name in (typeof questions)[number][0]]: string } | null

function Words({ now, before }: { now: string; before: string | undefined }) {
  if (before === undefined) return <p class="govuk-body gt-prose">{now}</p>
  return (
    <p class="govuk-body gt-prose">
      {difference(before, now).map(p =>
        p.is === 'same' ? p.text : p.is === 'added' ? <ins>{p.text}</ins> : <del>{p.text}</del>,
      )}
    </p>
  )
}

function Bound({ said, asAt, links }: { said: Said; asAt: Day; links: boolean }) {
  const rows = [
    ...said.figures.map(f => [
      links ? (
        <a class="govuk-link" href={`/digest/${f.code}?on=${f.beforeOn}`}>
          {f.name}
        </a>
      ) : (
        f.name
      ),
      `${f.before} on ${shortDay(f.beforeOn)}`,
      f.now,
    ]),
    ...said.standards.map(s => [
      links ? (
        <a class="govuk-link" href="/audits">
          Audits, good or better: {s.title}
        </a>
      ) : (
        `Audits, good or better: ${s.title}`
      ),
      s.before,
      s.now,
    ]),
  ]
  if (rows.length === 0) return null
  return (
    <MojScrollablePane label="Figures and audits it rests on">
      <Table
        caption="What it rests on"
        captionSize="s"
        rowHeaders
        head={['Figure', 'When it was written', `On ${shortDay(asAt)}`]}
        rows={rows}
      />
    </MojScrollablePane>
  )
}

function Evidence({ said, links }: { said: Said; links: boolean }) {
  if (said.evidence.length + said.documents.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-s">Other evidence</h3>
      <ul class="govuk-list govuk-list--bullet">
        {said.evidence.map(e => (
          <li>
            {links && e.href !== null ? (
              <a class="govuk-link" href={e.href}>
                {e.text}
              </a>
            ) : (
              e.text
            )}
          </li>
        ))}
        {said.documents.map(({ hash, name }) => (
          <li>
            {links ? (
              <a class="govuk-link" href={`/inspection/documents/file/${hash}`} download>
                {name}
              </a>
            ) : (
              name
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

interface AreaProps {
  readonly area: ReadArea
  readonly asAt: Day
  /** Links lead to pages of staff: inspectors are shown the words alone. */
  readonly links: boolean
  /** The address of its form, for whoever may write. */
  readonly edit?: string
  readonly before?: Before | undefined
  readonly since?: Day | null
}

/** One area of a self-evaluation, as it is read. */
export function Area({ area, asAt, links, edit, before, since }: AreaProps) {
  const { said } = area
  const changed = since && said && said.on > since
  return (
    <section id={area.code} class="gt-ready-area">
      <h2 class="govuk-heading-m">{area.title}</h2>
      {edit && (
        <p class="govuk-body gt-not-printed">
          <a class="govuk-link" href={edit}>
            {said ? 'Change' : 'Write'}
            <span class="govuk-visually-hidden">: {area.title}</span>
          </a>
        </p>
      )}
      {!said ? (
        <p class="govuk-body gt-quiet">Nothing is written of this area yet.</p>
      ) : (
        <>
          {since && (
            <p class="govuk-body-s gt-quiet">
              {changed
                ? `Changed since ${longDay(since)}: what is new is underlined, what is gone struck out.`
                : `Not changed since ${longDay(since)}.`}
            </p>
          )}
          {questions.map(([name, question]) => (
            <>
              <h3 class="govuk-heading-s">{question}</h3>
              <Words now={said[name]} before={changed ? (before?.[name] ?? '') : undefined} />
            </>
          ))}
          <Bound said={said} asAt={asAt} links={links} />
          <Evidence said={said} links={links} />
          <p class="govuk-body-s gt-quiet">
            Written by {said.by}, {longDay(said.on)}
          </p>
        </>
      )}
    </section>
  )
}
