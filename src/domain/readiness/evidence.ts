/** A line of evidence in a self-evaluation, and where it leads, if anywhere. */
export interface Evidence {
  readonly text: string
  readonly href: string | null
}

/**
 * Evidence as it is typed, one a line: an action or a source of the plan by its code (A4, I1), the address of a page of
 * the product, an address elsewhere, or words alone.
 */
export function readEvidence(text: string): readonly Evidence[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const action = /^A(\d+)\b/i.exec(line)
      if (action) return { text: line, href: `/plan/action/A${action[1]}` }
      const source = /^I(\d+)\b/i.exec(line)
      if (source) return { text: line, href: `/plan/inspection/I${source[1]}` }
      const [address = '', ...said] = line.split(/\s+/)
      const leads = /^\/[!-~]*$/.test(address) && !address.startsWith('//')
      if (leads || /^https:\/\/[!-~]+$/.test(address))
        return { text: said.length > 0 ? said.join(' ') : address, href: address }
      return { text: line, href: null }
    })
}

/** Codes of actions of the plan that evidence names. */
export const actionsNamed = (text: string): readonly string[] =>
  readEvidence(text).flatMap(e => /^\/plan\/action\/(A\d+)$/.exec(e.href ?? '')?.[1] ?? [])
