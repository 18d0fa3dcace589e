/** What the quality of early help is judged by: texts as the record holds them; blank where it has none. */
export interface Judged {
  /** "true" where the family agrees. */
  readonly consent: string
  readonly lead: string
  /** What the child and the parents said last. */
  readonly views: string
  /** What was agreed last. */
  readonly plan: string
}

interface QualityMark {
  readonly code: string
  readonly of: keyof Judged
  /** How it is called where it is not there: “missing: …”. */
  readonly missing: string
  /**
   * What a good answer looks like: a regular expression that JavaScript and PostgreSQL read alike, so that one child
   * is judged by the same rule as the whole register.
   */
  readonly shape: string
}

const days = '([Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day'
const month = '([Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]une?|[Jj]uly?|[Aa]ug|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec)'
const people =
  '[Mm]um|[Dd]ad|[Mm]other|[Ff]ather|[Pp]arents?|[Gg]ran|[Nn]an|[Cc]arer|[Tt]eacher|[Nn]urse|[Vv]isitor|[Ww]orker|[Mm]entor|SENCO|GP|[Ll]ead professional'
/** A capital in the middle of a sentence that begins no day or month, or a name at its beginning that will do something. */
const name = `[a-z,;:] (?!Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][a-z]+|(Mr|Mrs|Ms|Miss|Dr) [A-Z]|[A-Z][a-z]+ will |[A-Z][a-z]+:`

/** The marks of good early help, each a rule of this product (local; no national text sets them). */
export const qualityMarks: readonly QualityMark[] = [
  { code: 'consent', of: 'consent', missing: 'the family’s agreement', shape: '^true$' },
  {
    code: 'lead',
    of: 'lead',
    missing: 'a lead professional by name',
    shape:
      '^(?!\\s*([Tt][Bb][CcAaDd]|[Nn]one|[Nn]obody|[Nn]/?[Aa]|[Uu]nknown|[Nn]ot (yet )?(known|agreed)|([Tt]he )?[Tt]eam|([Tt]he )?[Ss]chool|[Ss]ocial [Cc]are)\\s*$).*[A-Za-z]',
  },
  {
    code: 'views',
    of: 'views',
    missing: 'what the child and the parents say',
    // Five words are little; “happy with this” is none of theirs.
    shape: '\\S+(\\s+\\S+){4}',
  },
  { code: 'who', of: 'plan', missing: 'who does what', shape: `${people}|${name}` },
  {
    code: 'when',
    of: 'plan',
    missing: 'by when',
    shape: `[0-9]{1,2}[/.-][0-9]{1,2}|[0-9]{1,2}(st|nd|rd|th)? ${month}|${month}[a-z]* [0-9]|${days}|[Ww]eek|[Hh]alf.term|[Ee]nd of|[Tt]omorrow|[Tt]onight`,
  },
]

/** The codes of the marks that are missing, in order. */
export const missingMarks = (judged: Judged): readonly string[] =>
  qualityMarks.filter(m => !new RegExp(m.shape).test(judged[m.of])).map(m => m.code)

/** "missing: who does what; by when"; blank where nothing is. */
export function missingWords(codes: readonly string[]): string {
  const words = qualityMarks.filter(m => codes.includes(m.code)).map(m => m.missing)
  return words.length === 0 ? '' : `missing: ${words.join('; ')}`
}
