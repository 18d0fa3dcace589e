import type { Profile } from '../profile.ts'
import { demonstration } from './demonstration.ts'
import { medway2011 } from './medway-2011.ts'
import { small } from './small.ts'

export { demonstration, medway2011, small }

/** Every profile by name. */
export const profiles = {
  demonstration,
  'medway-2011': medway2011,
  small,
} as const satisfies Readonly<Record<string, Profile>>
export type ProfileName = keyof typeof profiles
