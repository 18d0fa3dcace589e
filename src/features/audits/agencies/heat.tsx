import { RATINGS, type Rating, ratingNow, ratings } from '../../../domain/quality/section-11.ts'
import { sectionElevenStandards } from '../../../domain/quality/section-11-standards.ts'
import { MojScrollablePane, Table } from '../../../web/govuk/index.ts'
import { type RoundData, roundHref, sameAgency } from './load.ts'

const DEGREE: Readonly<Record<Rating, string>> = { full: 'high', part: 'low', no: 'least', none: 'none' }
const SHORT: Readonly<Record<Rating, string>> = {
  full: 'In full',
  part: 'In part',
  no: 'Not met',
  none: 'Not for us',
}

function Cell({
  data,
  agency,
  code,
}: {
  data: RoundData
  agency: RoundData['agencies'][number]
  code: string
}) {
  const now = ratingNow(agency, code)
  if (now === null) return <span class="gt-quiet">–</span>
  const own = agency.answers.get(code)?.rating
  const earlier = data.previous && sameAgency(data.previous.agencies, agency)
  const was = earlier ? ratingNow(earlier, code) : null
  return (
    <>
      {data.may ? (
        <a class="govuk-link" href={roundHref(data.round, `/${agency.code}#standard-${code}`)}>
          {SHORT[now]}
          <span class="govuk-visually-hidden">, {agency.agency}</span>
        </a>
      ) : (
        SHORT[now]
      )}
      {own && own !== now && <span class="gt-line gt-quiet">they said: {SHORT[own].toLowerCase()}</span>}
      {was !== null && was !== now && <span class="gt-line gt-quiet">was: {SHORT[was].toLowerCase()}</span>}
    </>
  )
}

/** Standards against agencies: which rating stands, what the agency itself said and what stood in the round before. */
export function AgencyHeat({ data }: { data: RoundData }) {
  const agencies = data.agencies.filter(a => a.finished !== null)
  if (agencies.length === 0) return null
  return (
    <MojScrollablePane label="Agencies and standards">
      <Table
        caption="Agencies and standards"
        captionSize="m"
        class="gt-audit-heat"
        rowHeaders
        head={['Standard', ...agencies.map(a => a.agency)]}
        rows={sectionElevenStandards.map(s => [
          s.title,
          ...agencies.map(agency => {
            const now = ratingNow(agency, s.code)
            return {
              class: `gt-audit-heat--${now ? DEGREE[now] : 'none'}`,
              text: <Cell data={data} agency={agency} code={s.code} />,
            }
          }),
        ])}
      />
    </MojScrollablePane>
  )
}

/** How many agencies of each rating, a row a standard: it names none. */
export function Counts({ data }: { data: RoundData }) {
  const finished = data.agencies.filter(a => a.finished !== null)
  const before = data.previous?.agencies.filter(a => a.finished !== null) ?? []
  const count = (all: typeof finished, code: string, r: Rating) =>
    all.filter(a => ratingNow(a, code) === r).length
  return (
    <MojScrollablePane label="How far standards are met">
      <Table
        caption="How far standards are met, by number of agencies"
        captionSize="m"
        rowHeaders
        head={[
          'Standard',
          ...RATINGS.map(r => ({ text: ratings[r], numeric: true })),
          ...(before.length > 0 ? [{ text: 'In full, the round before', numeric: true }] : []),
        ]}
        rows={sectionElevenStandards.map(s => [
          s.title,
          ...RATINGS.map(r => ({ text: String(count(finished, s.code, r)), numeric: true })),
          ...(before.length > 0
            ? [{ text: `${count(before, s.code, 'full')} of ${before.length}`, numeric: true }]
            : []),
        ])}
      />
    </MojScrollablePane>
  )
}
