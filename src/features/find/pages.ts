import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { findPage } from './find.tsx'
import { newChildPage } from './new-child.ts'

export const findPages: readonly Page<Db>[] = [findPage, newChildPage]
