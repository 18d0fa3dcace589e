import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { familyPage } from './page.tsx'

export const familyPages: readonly Page<Db>[] = [familyPage]
