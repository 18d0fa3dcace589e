/** Reasons in one line, for people. */
export const sentence = (why: readonly string[]): string => {
  const text = why.join('; ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
