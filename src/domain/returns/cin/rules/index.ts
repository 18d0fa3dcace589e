import { headerRules } from './header.ts'
import type { CinRule } from './rule.ts'

/** Every rule of the census, in every version from 2022-23 on. */
export const rulesCin: readonly CinRule[] = [...headerRules]
