import type { SectionCode } from '../framework.ts'

const LOOKED_AFTER =
  /children in care|looked after|care leavers|permanence|care[- ]experienced|leaving care|fostering|adoption/i
const SAFEGUARDING =
  /front door|in need\b|protection|contact|referral|assessment|exploitation|extra-?familial|early help|pre-?birth|public law outline|pre-?proceedings|domestic abuse|missing|16-? and 17-?year|homeless|emergency duty|multi-agency safeguarding/i
const SAID =
  /\b(?:inspectors?|they|we|this visit|the visit)\s+(?:also\s+)?(?:looked\s+at|evaluated|reviewed|considered|focused\s+on|examined|was\s+to\s+look\s+at)\s+([\s\S]{10,500}?[.:])(?:\s|$)/i

/** Which part of the services the inspectors say they looked at; `overall` where it is more than one, or not said. */
export function topicOf(front: string): SectionCode {
  const said = (SAID.exec(front)?.[1] ?? '').replace(/\s+/g, ' ')
  const after = LOOKED_AFTER.test(said)
  const before = SAFEGUARDING.test(said)
  if (after === before) return 'overall'
  return after ? 'looked-after' : 'safeguarding'
}
