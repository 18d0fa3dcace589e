/** Requests in a minute. A council may come by one address; nobody presses a button ten times a second. */
const OF_AN_ADDRESS = 6_000
const OF_A_SESSION = 600
const MINUTE = 60_000
/** Above this many the count begins again: an attacker may have as many addresses as there are, not all our memory. */
const MOST_KEPT = 50_000

export interface Limits {
  readonly address?: number
  readonly session?: number
}

/** Somebody on this machine: a health check, a bench, whoever may stop the product anyway. */
const ours = (address: string): boolean => /^(?:127\.|::1$|::ffff:127\.)/.test(address)

/**
 * Counts requests by address and by session, in memory: what is counted here is cheap floods of one process, and signing
 * in and public forms have limits of their own in the database (`throttle.ts`).
 * @returns whether one more may be answered, and if not, after how many seconds
 */
export function floodGate({ address: most = OF_AN_ADDRESS, session: each = OF_A_SESSION }: Limits = {}) {
  const counts = new Map<string, number>()
  let minute = 0
  const over = (key: string, limit: number): boolean => {
    const n = (counts.get(key) ?? 0) + 1
    counts.set(key, n)
    return n > limit
  }
  return (at: number, address: string, token: string | undefined): number => {
    if (ours(address)) return 0
    const now = Math.floor(at / MINUTE)
    if (now !== minute || counts.size > MOST_KEPT) counts.clear()
    minute = now
    const tooMany = over(`a ${address}`, most)
    const tooOften = token !== undefined && over(`s ${token.slice(0, 64)}`, each)
    return tooMany || tooOften ? Math.ceil(((now + 1) * MINUTE - at) / 1000) : 0
  }
}
