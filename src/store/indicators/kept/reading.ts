import type { Indicator } from '../../../domain/indicators/indicator.ts'
import { indicators } from '../../../domain/indicators/indicators.ts'
import { canonical, digest } from '../../chain.ts'

const readings = new WeakMap<Indicator, string>()

/** Which declaration of an indicator was counted: another version of the product may ask another question. */
export function readingOf(i: Indicator): string {
  const known = readings.get(i)
  if (known !== undefined) return known
  const made = digest(canonical(i))
  readings.set(i, made)
  return made
}

/** All declarations of this version: those of which a write says what it moves. */
export const READINGS = digest(canonical(indicators.map(readingOf)))
