import { reachOf } from '../../domain/family/reach.ts'

/** How to reach somebody, with what can be rung or written to made so. */
export const ReachWords = ({ words }: { words: string | null }) =>
  words === null ? (
    <span class="gt-quiet">Not recorded</span>
  ) : (
    reachOf(words).map(p =>
      p.href ? (
        <a class="govuk-link gt-nowrap" href={p.href}>
          {p.text}
        </a>
      ) : (
        p.text
      ),
    )
  )
