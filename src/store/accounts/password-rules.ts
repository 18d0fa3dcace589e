export const SHORTEST = 12
export const LONGEST = 128

/** Words on which most guessed passwords are built. Short ones count only where the rest is numbers and signs. */
const GUESSED: ReadonlySet<string> = new Set(
  `password passwort passcode passphrase secret letmein welcome login admin administrator root user guest test testing
  changeme changeit default qwerty qwertyuiop qwertyuiopasdf asdf asdfgh asdfghjkl zxcvbn zxcvbnm iloveyou iloveu monkey
  dragon football liverpool chelsea arsenal everton rangers celtic charlie princess sunshine superman batman spiderman
  pokemon starwars whatever trustno master shadow michael jessica ashley daniel thomas summer autumn winter spring
  january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday council children socialwork socialworker socialcare goldenthread safeguarding
  manager office computer internet england london hello goodbye abc abcd abcdef abcdefgh aaa temp temporary pa55word
  correcthorsebatterystaple mustang cheese chocolate blink flower freedom hunter ginger tigger`.split(/\s+/),
)

const SAME: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm']

/** A word that is written several times over, once. */
const once = (word: string): string => /^(.+?)\1+$/.exec(word)?.[1] ?? word

const lettersOf = (text: string): string => text.replaceAll(/[^a-z]/g, '')

/** True where guessers try it early: a common word with numbers around it, one run of the keyboard, few letters. */
function isGuessed(password: string, about: readonly string[]): boolean {
  const small = password.toLowerCase()
  if (new Set(small).size < 5) return true
  const bare = once(small.replaceAll(/[^a-z0-9]/g, ''))
  const runs = ROWS.flatMap(row => [row, [...row].toReversed().join('')])
  if (bare !== '' && runs.some(row => (row + row).includes(bare))) return true
  const said = small.replaceAll(/[\d\W_]+$/g, '').replaceAll(/^[\d\W_]+/g, '')
  const leet = [...said].map(c => SAME[c] ?? c).join('')
  const whole = [lettersOf(small), lettersOf(leet), lettersOf([...small].map(c => SAME[c] ?? c).join(''))]
  const words = new Set([...GUESSED, ...about.map(a => lettersOf(a.toLowerCase())).filter(a => a.length > 2)])
  return whole.some(w => words.has(w) || words.has(once(w)))
}

/**
 * What is wrong with a new password: its length (12 to 128 letters), or that it is guessed early. Nothing is asked of
 * its make-up, and it never runs out (NIST SP 800-63B).
 * @param about words that stand for the person and the place, such as the user name: no password is built on them
 * @returns what to do, or undefined where it may be taken
 */
export function passwordFault(password: string, about: readonly string[] = []): string | undefined {
  const length = [...password].length
  if (length < SHORTEST)
    return `Use ${SHORTEST} letters or more. Three words that do not belong together do well.`
  if (length > LONGEST) return `Use ${LONGEST} letters at most.`
  if (isGuessed(password, about))
    return 'This password is one of the first that would be guessed. Take three words that do not belong together.'
  return undefined
}
