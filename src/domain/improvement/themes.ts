import { lives } from './themes-lives.ts'
import { practice } from './themes-practice.ts'
import { services } from './themes-services.ts'

/** A theme of what councils are told, with the words that show it. */
export interface Theme {
  readonly code: string
  readonly title: string
  /**
   * Word families, apart by semicolons. `*` ends a word that may go on; a space is blanks or a hyphen; `…` is up to five
   * words; `(a|b)` is either, `s?` perhaps an s, ` ?` perhaps a blank. Two capitals together are an abbreviation, and found in capitals only.
   */
  readonly words: string
  /** Phrases in which those words mean something else. */
  readonly not?: string
}

/**
 * The themes, by declared rules: a text carries every theme whose words stand in it, so it can carry several, and the
 * words that matched can be shown. They are folded into the library's tables: after a change here, `golden-thread rebuild`.
 */
export const themes: readonly Theme[] = [...practice, ...lives, ...services]

/** The theme with a code, or undefined where there is none. */
export const findTheme = (code: string): Theme | undefined => themes.find(t => t.code === code)
