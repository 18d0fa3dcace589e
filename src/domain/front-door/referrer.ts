import type { Answers } from '../records/kinds/field.ts'

/** Sources who work with children, and so may be told what was decided and why (rules R03, KCSIE 2025 paragraph 62). */
const PROFESSIONAL = /^[2-7]/

export type Audience = 'professional' | 'child' | 'public'

/**
 * To whom a letter speaks. Whoever is not sure to be a professional is the public: family, neighbours, anonymous
 * callers, and sources nobody named.
 */
export const audienceOf = (source: unknown): Audience =>
  source === '1C'
    ? 'child'
    : typeof source === 'string' && PROFESSIONAL.test(source)
      ? 'professional'
      : 'public'

const words = (v: unknown): string | null => (typeof v === 'string' && v.trim() !== '' ? v.trim() : null)

/** The ways there are to reach a referrer, from what they gave; none where they gave nothing. */
export function waysToReach(received: Answers) {
  return {
    email: words(received.email),
    post: words(received.address),
    phone: words(received.phone),
  }
}

/** How the referrer will be told, where nobody has chosen. */
export function likelyWay(received: Answers): 'email' | 'post' | 'spoken' | 'none' {
  const { email, post, phone } = waysToReach(received)
  return email ? 'email' : post ? 'post' : phone ? 'spoken' : 'none'
}

/** To whom the letter goes, that way. */
export function recipient(received: Answers, how: string): string {
  const { email, post, phone } = waysToReach(received)
  const name = [words(received.referrer), words(received.organisation)].filter(w => w !== null).join(', ')
  if (how === 'email') return email ?? ''
  if (how === 'post') return [name, post].filter(w => w).join(', ')
  return how === 'spoken' ? [name, phone].filter(w => w).join(', ') : ''
}
