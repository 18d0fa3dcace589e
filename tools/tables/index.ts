import { drawAccessMatrix } from './access-matrix.ts'
import { drawAuditTools } from './audit-tools.ts'
import { drawFrameworks } from './frameworks.ts'
import { drawGrants } from './grants.ts'
import { drawIndicatorTable } from './indicators.ts'
import { drawRecordTypes } from './record-types.ts'
import { drawRetention } from './retention.ts'
import { drawSettings } from './settings.ts'
import { drawSpells } from './spells.ts'
import { drawTimescales } from './timescales.ts'
import { drawWorkload } from './workload.ts'

/** Every drawn file of `docs/tables/`, by name. */
export const tables: Readonly<Record<string, () => string>> = {
  'record-types.md': drawRecordTypes,
  'spells.md': drawSpells,
  'timescales.md': drawTimescales,
  'indicators.md': drawIndicatorTable,
  'grants.md': drawGrants,
  'access-matrix.md': drawAccessMatrix,
  'frameworks.md': drawFrameworks,
  'workload.md': drawWorkload,
  'audit-tools.md': drawAuditTools,
  'settings.md': drawSettings,
  'retention.md': drawRetention,
}
