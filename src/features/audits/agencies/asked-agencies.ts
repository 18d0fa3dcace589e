/** An agency as one line of a form names it. */
export interface AskedAgency {
  readonly agency: string
  readonly contact: string
  readonly email: string | null
}

const MOST = 60
const MAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/

/**
 * Agencies, one a line: "Harbour Police; Pat Wren, superintendent; pat.wren@police.example". The email may be missing.
 * @param before names that are asked already
 * @returns the agencies, or what is wrong and in which line
 */
export function readAgencyLines(
  text: string,
  before: readonly string[] = [],
): { readonly agencies: readonly AskedAgency[] } | { readonly fault: string } {
  const lines = text
    .split('\n')
    .map(l => l.trim())
    .filter(l => l !== '')
  if (lines.length === 0) return { fault: 'Name the agencies, one a line.' }
  if (lines.length > MOST)
    return { fault: `These are ${lines.length} agencies; the most is ${MOST} at a time.` }
  const names = new Set(before.map(b => b.toLowerCase()))
  const agencies: AskedAgency[] = []
  for (const [i, l] of lines.entries()) {
    const [agency = '', contact = '', email = '', ...rest] = l.split(';').map(p => p.trim())
    const fault = (say: string) => ({ fault: `Line ${i + 1}, “${l.slice(0, 60)}”: ${say}` })
    if (agency === '' || contact === '' || rest.length > 0)
      return fault('write agency; who is asked; email. The email may be left out.')
    if (agency.length > 100 || contact.length > 120) return fault('this is too long for a name. Shorten it.')
    if (email !== '' && (email.length > 200 || !MAIL.test(email))) return fault('that is no email address.')
    if (names.has(agency.toLowerCase())) return fault('this agency is named already. Name each once.')
    names.add(agency.toLowerCase())
    agencies.push({ agency, contact, email: email === '' ? null : email })
  }
  return { agencies }
}
