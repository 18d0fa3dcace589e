import type { Cookie } from './visit.ts'

const HOURS = 12
const MINUTES = 10
const DAYS = 180
const LASTS = {
  gt: HOURS * 3600,
  gt_step: MINUTES * 60,
  gt_ask: MINUTES * 60,
  gt_device: DAYS * 24 * 3600,
} as const

/** A cookie that scripts cannot read; an empty one is taken away. */
export const cookie = (name: keyof typeof LASTS, value: string, secure: boolean): Cookie => ({
  name,
  value,
  options: {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: value === '' ? 0 : LASTS[name],
  },
})

/** What a cookie is called on its way: over TLS by a name that no other host, and no plain connection, can set. */
export const wireName = (name: keyof typeof LASTS, secure: boolean): string =>
  secure ? `__Host-${name}` : name
