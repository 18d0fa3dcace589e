import type { Db } from '../../../store/connection.ts'
import type { Page } from '../../../web/page.ts'
import { riskNewPage } from './new.tsx'
import { riskRecordPages } from './record.tsx'
import { risksPage } from './register.tsx'
import { riskPage } from './risk.tsx'

/** The risk register. */
export const riskPages: readonly Page<Db>[] = [risksPage, riskNewPage, riskPage, ...riskRecordPages]
