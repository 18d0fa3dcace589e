import { headerRules } from './header.ts'
import type { Rule903 } from './rule.ts'

/** Every rule of the SSDA903, in every version from 2022-23 on. */
export const rules903: readonly Rule903[] = [...headerRules]
