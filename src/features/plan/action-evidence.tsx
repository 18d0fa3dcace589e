import {
  EVIDENCE_KINDS,
  EVIDENCE_QUALITIES,
  type EvidenceQuality,
} from '../../domain/improvement/action-parts.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { Files } from '../../web/form/written.tsx'
import { Button, Tag, type TagColour } from '../../web/govuk/index.ts'
import type { ActionData } from './action.tsx'
import { Undo } from './parts.tsx'

const COLOUR: Readonly<Record<EvidenceQuality, TagColour>> = {
  strong: 'green',
  partial: 'yellow',
  weak: 'grey',
}

const who = (data: ActionData, id: string) => data.names.get(id) ?? 'somebody who has left'

export const AddButton = ({ data, type, text }: { data: ActionData; type: string; text: string }) =>
  data.may ? (
    <Button
      variant="secondary"
      class="gt-small-button gt-noprint"
      href={`/plan/action/${data.code}/record/${type}`}
    >
      {text}
    </Button>
  ) : null

/** What shows that it was done or that it helps, last first; each with how far it can be relied on. */
export function EvidenceSection({ data }: { data: ActionData }) {
  const { evidence } = data.action
  return (
    <section aria-labelledby="evidence">
      <h2 class="govuk-heading-m" id="evidence">
        Evidence
      </h2>
      {evidence.length === 0 && <p class="govuk-body gt-quiet">None yet.</p>}
      <ul class="govuk-list gt-plan-list">
        {evidence
          .toSorted((a, b) => (a.on < b.on ? 1 : -1))
          .map(e => (
            <li>
              <Tag colour={COLOUR[e.quality]}>{EVIDENCE_QUALITIES[e.quality]}</Tag>{' '}
              <strong>{EVIDENCE_KINDS[e.kind]}</strong>, {longDay(e.on)}.{' '}
              <span class="gt-prose">{e.what}</span>
              <span class="gt-line gt-quiet">
                {EVIDENCE_QUALITIES[e.quality]} because: {e.why}
              </span>
              {e.link && (
                <span class="gt-line">
                  <a
                    class="govuk-link"
                    href={e.link}
                    {...(e.link.startsWith('/') ? {} : { rel: 'noreferrer' })}
                  >
                    {e.link}
                  </a>
                </span>
              )}
              {e.documents.length > 0 && data.mayOpen && (
                <Files answer={e.documents} at={`/plan/action/${data.code}/file`} />
              )}
              <span class="gt-line gt-quiet">
                Added by {who(data, e.by)}. <Undo data={data} entry={e.id} />
              </span>
            </li>
          ))}
      </ul>
      <AddButton data={data} type="evidence-added" text="Add evidence" />
    </section>
  )
}

/** What stands in the way, and what stood there. */
export function BarrierSection({ data }: { data: ActionData }) {
  const { barriers } = data.action
  return (
    <section aria-labelledby="barriers">
      <h2 class="govuk-heading-m" id="barriers">
        Barriers
      </h2>
      {barriers.length === 0 && <p class="govuk-body gt-quiet">None told.</p>}
      <ul class="govuk-list gt-plan-list">
        {barriers.map(b => (
          <li>
            <Tag colour={b.cleared ? 'grey' : 'orange'}>{b.cleared ? 'Cleared' : 'Open'}</Tag>{' '}
            <span class="gt-prose">{b.what}</span>
            <span class="gt-line gt-quiet">
              Since {longDay(b.on)}
              {b.who && `. ${b.who} can clear it`}.{' '}
              {b.cleared &&
                `Cleared on ${longDay(b.cleared.on)} (${who(data, b.cleared.by)}): ${b.cleared.how}`}
            </span>
            {data.may && !b.cleared && (
              <span class="gt-line gt-noprint">
                <a
                  class="govuk-link"
                  href={`/plan/action/${data.code}/record/barrier-cleared?barrier=${b.id}`}
                >
                  It is cleared<span class="govuk-visually-hidden">: {b.what}</span>
                </a>
              </span>
            )}
          </li>
        ))}
      </ul>
      <AddButton data={data} type="barrier-raised" text="Tell of a barrier" />
    </section>
  )
}
