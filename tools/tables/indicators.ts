import { drawIndicators } from '../../src/domain/indicators/draw.ts'
import { drawn } from './markdown.ts'

export const drawIndicatorTable = (): string =>
  drawn('Indicators', 'src/domain/indicators/catalogue/', drawIndicators())
