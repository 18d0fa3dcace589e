import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { contactPage } from './contact.tsx'
import { letterPage } from './letter.tsx'
import { frontDoorPage } from './list-page.tsx'

/** The front door: contacts as they come in, decided, and answered. */
export const frontDoorPages: readonly Page<Db>[] = [frontDoorPage, contactPage, letterPage]
