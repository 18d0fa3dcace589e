import type { Db } from '../../../store/connection.ts'
import type { Page } from '../../../web/page.ts'
import { assessmentPage } from './page.tsx'
import { togetherPage } from './together.tsx'

/** An assessment, of one child or of brothers and sisters together. */
export const assessmentPages: readonly Page<Db>[] = [assessmentPage, togetherPage]
