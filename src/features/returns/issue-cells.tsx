import type { NamedLine, Way } from './named.ts'
import { Weight } from './parts.tsx'

/** Whom it is about: with a link where the reader may open the file. */
export function Child({ of }: { of: NamedLine }) {
  if (of.line.subject === null) return <>The return itself</>
  if (of.code === null) return <>A restricted file</>
  return (
    <>
      {of.opens ? (
        <a class="govuk-link" href={`/child/${of.code}`}>
          {of.called}
        </a>
      ) : (
        of.called
      )}
      <span class="gt-quiet"> {of.code}</span>
    </>
  )
}

const WayTo = ({ way }: { way: Way }) =>
  way.href ? (
    <a class="govuk-link" href={way.href}>
      {way.text}
    </a>
  ) : (
    <span>{way.text}</span>
  )

/** Where it is put right; for who may not open the file, who works with the child. */
export function Where({ of }: { of: NamedLine }) {
  const { line, ways, worker, opens, code } = of
  if (code === null)
    return <>{line.subject === null ? 'The details of the authority' : `${line.team ?? 'No team'}`}</>
  if (!opens) return <>{[worker, line.team].filter(Boolean).join(', ') || 'Nobody was ever allocated'}</>
  if (ways.length === 0)
    return (
      <a class="govuk-link" href={`/child/${code}`}>
        The child’s page
      </a>
    )
  return (
    <ul class="govuk-list gt-returns__ways">
      {ways.map(way => (
        <li>
          <WayTo way={way} />
        </li>
      ))}
    </ul>
  )
}

/** What is wrong, and what stands in the return; `whole` where the page does not say it once for all. */
export function What({ of, whole }: { of: NamedLine; whole: boolean }) {
  const { rule } = of.line.issue
  return (
    <>
      {whole && (
        <>
          <Weight of={rule.severity} /> {rule.says}
          <span class="gt-returns__todo">{rule.todo}</span>
        </>
      )}
      {of.says.length > 0 && <span class="gt-quiet gt-returns__says">{of.says.join(' · ')}</span>}
    </>
  )
}
