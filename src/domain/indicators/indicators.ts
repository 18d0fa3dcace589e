import { frontDoorIndicators } from './catalogue/front-door.ts'
import { healthIndicators } from './catalogue/health.ts'
import { lookedAfterIndicators } from './catalogue/looked-after.ts'
import { missingIndicators } from './catalogue/missing.ts'
import { protectionIndicators } from './catalogue/protection.ts'
import { recordingIndicators } from './catalogue/recording.ts'
import type { Indicator } from './indicator.ts'

/** Every indicator, in the order of a digest: from a child's door onwards. */
export const indicators: readonly Indicator[] = [
  ...frontDoorIndicators,
  ...protectionIndicators,
  ...lookedAfterIndicators,
  ...healthIndicators,
  ...missingIndicators,
  ...recordingIndicators,
]

const byCode: ReadonlyMap<string, Indicator> = new Map(indicators.map(i => [i.code, i]))

/** The indicator of a code, whatever its case; undefined where there is none. */
export const findIndicator = (code: string): Indicator | undefined => byCode.get(code.toUpperCase())
