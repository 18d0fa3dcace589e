import {
  DEGREES,
  heatMap,
  IMPACTS,
  LIKELIHOODS,
  RISK_LEVELS,
  type Risk,
} from '../../../domain/improvement/risk.ts'

/** How many open risks stand where: likelihood upwards, impact to the right. A count opens its list. */
export function HeatMap({ risks }: { risks: readonly Risk[] }) {
  return (
    <table class="govuk-table gt-heat">
      <caption class="govuk-table__caption govuk-table__caption--m">
        Open risks by likelihood and impact
      </caption>
      <thead>
        <tr>
          <th scope="col">
            Likelihood, <span class="gt-nowrap">by impact</span>
          </th>
          {DEGREES.map(i => (
            <th scope="col">
              <span class="gt-heat__degree">{i}</span> <span class="gt-heat__word">{IMPACTS[i]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {heatMap(risks).map(row => (
          <tr>
            <th scope="row">
              <span class="gt-heat__degree">{row[0]?.likelihood}</span>{' '}
              <span class="gt-heat__word">{LIKELIHOODS[row[0]?.likelihood ?? 1]}</span>
            </th>
            {row.map(cell => (
              <td class={`gt-heat__cell gt-risk--${cell.level}`}>
                {cell.risks.length > 0 ? (
                  <a href={`/plan/risks?likelihood=${cell.likelihood}&impact=${cell.impact}`}>
                    {cell.risks.length}
                    <span class="govuk-visually-hidden"> ({RISK_LEVELS[cell.level].toLowerCase()})</span>
                  </a>
                ) : (
                  <span class="govuk-visually-hidden">none</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
