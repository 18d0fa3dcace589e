const BODY =
  /\b(?:NHS|PCT|CCG|Trusts?|Council|Board|Police|Constabulary|Partnership|Hospitals?|Authority|Healthcare|Group|Agency|LSCB|Cafcass|Probation|Service|Services)\b/

/** Common nouns for a body, and whose it is. */
const GENERIC: readonly (readonly [RegExp, (authority: string, council: string) => string])[] = [
  [/^(?:the )?(?:local )?(?:council|authority)$/i, (_, council) => council],
  [/^(?:the )?(?:local )?safeguarding children(?:['’]s)? board$/i, a => `${a} Safeguarding Children Board`],
  [/^(?:the )?[A-Z]{1,3}SCB$/, a => `${a} Safeguarding Children Board`],
  [/^children['’]s (?:social care|services)$/i, (_, council) => council],
  [/^the (?:children['’]s )?(?:services )?trust$/i, () => 'The trust'],
  [/^(?:the )?police$/i, () => 'Police'],
  [/^(?:(?:its|the|other|all|their) )?(?:partners|partner agencies)$/i, () => 'Partner agencies'],
]

/** What stands before "to ensure", "should", "must" or "need to": who is told to act. */
const SUBJECT = /^(.{2,160}?)\s+(?:to\s+[a-z]+|should|must|needs?\s+to|will)\b/

/**
 * Who must act on an area for improvement, as its own words name them; the council where they name nobody.
 * "NHS Wold and Fen and Fen Council to agree…" names two bodies, not three.
 */
export function agenciesOf(text: string, authority: string, council: string): readonly string[] {
  const subject = SUBJECT.exec(text)?.[1]
  if (subject === undefined || /^[a-z]/.test(subject)) {
    const generic = subject && /^the\b/.test(subject) ? bodies(subject, authority, council) : undefined
    return generic ?? [council]
  }
  return bodies(subject, authority, council) ?? [council]
}

/** A proper name: capitals but for the small words inside it. "Ensure that the Council" is none. */
const NAME =
  /^(?:[Tt]he )?(?:[A-Z(&][\w'’().&-]*|of|for|and|in|the|&)(?: (?:[A-Z(&][\w'’().&-]*|of|for|and|in|the|&))*$/

const WITH = /\s+(?:(?:together|jointly|in partnership)\s+)?with\s+/
const AND = /,\s*(?:and\s+)?|\s+and\s+/

/** Splits a list of bodies; undefined if any part of it is not a body. */
function bodies(subject: string, authority: string, council: string): readonly string[] | undefined {
  const named = subject.split(WITH).flatMap(group => grouped(group.split(AND)))
  const out: string[] = []
  for (const part of named) {
    const generic = GENERIC.find(([pattern]) => pattern.test(part))
    if (generic) out.push(generic[1](authority, council))
    else if (NAME.test(part) && BODY.test(part) && /\S\s+\S/.test(part))
      out.push(part.replace(/^[Tt]he /, ''))
    else return undefined
  }
  return [...new Set(out)]
}

const isBody = (part: string) => BODY.test(part) || GENERIC.some(([pattern]) => pattern.test(part))

/**
 * Puts an "and" back where it is inside a name: a part that is no body by itself belongs to an "NHS …" before it
 * ("NHS Wold and Fen"), otherwise to what follows ("Wold and Fen Partnership Trust").
 */
function grouped(parts: readonly string[]): readonly string[] {
  const out: string[] = []
  let waiting: string | undefined
  for (const part of parts.map(p => p.trim()).filter(p => p !== '')) {
    const last = out.at(-1)
    const whole: string = waiting === undefined ? part : `${waiting} and ${part}`
    if (isBody(part)) {
      out.push(whole)
      waiting = undefined
    } else if (waiting === undefined && last !== undefined && /^NHS\b/.test(last)) {
      out[out.length - 1] = `${last} and ${part}`
    } else waiting = whole
  }
  return waiting === undefined ? out : [...out, waiting]
}
