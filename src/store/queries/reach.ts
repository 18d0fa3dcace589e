import type { Db } from '../connection.ts'
import { authorityAnswers } from './authority.ts'

/** How the front door is reached, as the council's own file says. */
export interface Reach {
  readonly phone: string | null
  readonly evenings: string | null
  readonly email: string | null
}

const words = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

export async function reachOf(tx: Db): Promise<Reach> {
  const [latest] = await authorityAnswers(tx, 'authority-details')
  const { phone, evenings, email } = latest?.answers ?? {}
  return { phone: words(phone), evenings: words(evenings), email: words(email) }
}
