import type { ComponentChildren } from 'preact'
import { MojSubNavigation } from '../govuk/index.ts'

const places = [
  { text: 'Files', href: '/allegations' },
  { text: 'Figures', href: '/allegations/figures' },
  { text: 'How long files are kept', href: '/allegations/retention' },
  { text: 'Legal holds', href: '/allegations/holds' },
  { text: 'Disposals', href: '/allegations/disposals' },
] as const

/** The ways through the allegations, on every page of them whatever feature it is of. */
export function AllegationsFrame({ at, children }: { at: string; children: ComponentChildren }) {
  const here = places.findLast(p => at.startsWith(p.href))
  return (
    <>
      <MojSubNavigation label="Allegations" items={places.map(p => ({ ...p, active: p === here }))} />
      {children}
    </>
  )
}
