import { randomBytes, scrypt as scryptCallback, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { hash, verify } from '@node-rs/argon2'

const scrypt = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scryptCallback,
)

/** Argon2id with 19 MiB of memory, two passes, one lane: what OWASP asks for at least. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const AS_NOW = '$argon2id$v=19$m=19456,t=2,p=1$'

/** A password or a code as it is kept, with its salt in it. Worked out on another thread. */
export const seal = async (secret: string): Promise<string> => await hash(secret, COST)

/** Passwords kept by earlier versions: salt and scrypt hash (N=32768, r=8, p=1). */
async function opensOld(sealed: string, secret: string): Promise<boolean> {
  const [salt = '', made = ''] = sealed.split('$')
  const kept = Buffer.from(made, 'base64')
  const found = await scrypt(secret, Buffer.from(salt, 'base64'), 32, {
    N: 32_768,
    r: 8,
    p: 1,
    maxmem: 64 * 1024 * 1024,
  })
  return kept.length === found.length && timingSafeEqual(kept, found)
}

/** True where this is the secret that was sealed. Takes as long where it is not. */
export async function opens(sealed: string, secret: string): Promise<boolean> {
  if (!sealed.startsWith('$argon2')) return await opensOld(sealed, secret)
  return await verify(sealed, secret)
}

/** True where it was sealed in another way than secrets are now: it is made anew when its owner next tells it. */
export const isOldSeal = (sealed: string): boolean => !sealed.startsWith(AS_NOW)

let nobody: Promise<string> | undefined

/** Nobody's password: tried where the user name is unknown, so that both take as long. */
export async function nobodys(): Promise<string> {
  nobody ??= seal(randomBytes(16).toString('hex'))
  return await nobody
}

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code of sixteen letters and numbers that are not taken for each other (78 bits), as a person copies it. */
export function newCode(): string {
  const one = () => {
    for (;;) {
      const byte = randomBytes(1)[0] ?? 255
      // 240 is the last multiple of 30: every letter is as likely.
      if (byte < 240) return LETTERS[byte % LETTERS.length] ?? ''
    }
  }
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, one).join('')).join('-')
}

/** A code as it was typed, as it was told: blanks and small letters do not matter. Empty where it can't be one. */
export function readCode(typed: string): string {
  const letters = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return letters.length === 16 ? (letters.match(/.{4}/g) ?? []).join('-') : ''
}
