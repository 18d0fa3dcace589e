import { createHash, randomBytes } from 'node:crypto'

/** A token of 256 bits, for a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** A token as the database keeps it: whoever reads the table can use none. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
