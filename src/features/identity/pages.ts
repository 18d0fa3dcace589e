import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { joinPage } from './join.tsx'

export const identityPages: readonly Page<Db>[] = [joinPage]
