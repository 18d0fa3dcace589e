/** Somebody who works here, as far as posts are concerned. */
export interface InPost {
  readonly registered: boolean
  readonly agency: boolean
  /** Of a full-time post, in per cent. */
  readonly share: number
}

/** How the posts of a team, or of several, are filled. Posts and people are counted full-time; rates are per cent. */
export interface Workforce {
  /** Null where no funded posts are recorded. */
  readonly posts: number | null
  readonly inPost: number
  readonly agency: number
  readonly vacant: number | null
  /** Null where there is nothing to divide by. */
  readonly vacancyRate: number | null
  readonly agencyRate: number | null
}

const full = (people: readonly InPost[]): number => people.reduce((sum, p) => sum + p.share, 0) / 100

const rate = (part: number, rest: number): number | null =>
  part + rest === 0 ? null : (part / (part + rest)) * 100

/**
 * The registered social workers of a team against its funded posts. A post that an agency worker covers is vacant all
 * the same, and more people than posts leave none vacant. Rates as the national workforce return counts them: vacancies
 * of vacancies and people in post; agency workers of agency workers and people in post.
 */
export function workforceOf(people: readonly InPost[], posts: number | null): Workforce {
  const [agency = [], own = []] = [true, false].map(is => people.filter(p => p.registered && p.agency === is))
  const inPost = full(own)
  const covering = full(agency)
  // Hundredths: what is left of 8.1 posts when 0.6 of one is filled has no tail.
  const vacant = posts === null ? null : Math.max(0, Math.round((posts - inPost) * 100) / 100)
  return {
    posts,
    inPost,
    agency: covering,
    vacant,
    vacancyRate: vacant === null ? null : rate(vacant, inPost),
    agencyRate: rate(covering, inPost),
  }
}

/** Several teams as one. A team with too many people fills no other's vacancy; one without recorded posts leaves the whole's unknown. */
export function together(teams: readonly Workforce[]): Workforce {
  const sum = (of: (w: Workforce) => number) => Math.round(teams.reduce((n, w) => n + of(w), 0) * 100) / 100
  const known = teams.length > 0 && teams.every(w => w.posts !== null)
  const [inPost, agency] = [sum(w => w.inPost), sum(w => w.agency)]
  const vacant = known ? sum(w => w.vacant ?? 0) : null
  return {
    posts: known ? sum(w => w.posts ?? 0) : null,
    inPost,
    agency,
    vacant,
    vacancyRate: vacant === null ? null : rate(vacant, inPost),
    agencyRate: rate(agency, inPost),
  }
}
