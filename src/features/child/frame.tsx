import type { ComponentChildren } from 'preact'
import type { CaseFile } from '../../domain/casework/file.ts'
import { type Now, nowOf, spellWords } from '../../domain/casework/now.ts'
import { ageWords, calledBy, type Person } from '../../domain/casework/person.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import { MojIdentityBar, MojSubNavigation, Tag } from '../../web/govuk/index.ts'
import type { ChildCtx } from '../../web/page.ts'

export type Tab = 'now' | 'chronology' | 'record' | 'log'

interface ChildFrameProps {
  readonly ctx: ChildCtx<unknown>
  readonly file: CaseFile
  readonly tab: Tab | null
  readonly on: Day
  readonly children: ComponentChildren
}

const tabs = (code: string, mayRead: boolean): readonly { tab: Tab; text: string; href: string }[] => [
  { tab: 'now', text: 'This child now', href: `/child/${code}` },
  { tab: 'chronology', text: 'Chronology', href: `/child/${code}/chronology` },
  { tab: 'record', text: 'Everything recorded', href: `/child/${code}/record` },
  ...(mayRead ? [{ tab: 'log' as const, text: 'Who has looked', href: `/child/${code}/log` }] : []),
]

function badges(now: Now, restricted: boolean) {
  return (
    <>
      {restricted && <Tag colour="red">Restricted file</Tag>}{' '}
      {now.missing && <Tag colour="orange">{spellWords(now.missing)}</Tag>}{' '}
      {now.lookedAfter && <Tag colour="blue">Looked after</Tag>}{' '}
      {now.plan && <Tag colour="purple">Child protection plan</Tag>}
    </>
  )
}

const bornWords = (p: Person, on: Day): string =>
  p.born === null
    ? 'Not recorded'
    : p.unborn
      ? `Expected ${longDay(p.born)}`
      : `${longDay(p.born)} (${ageWords(p, on)})`

/** Whose file this is, on every page of it, and the ways through it. */
export function ChildFrame({ ctx, file, tab, on, children }: ChildFrameProps) {
  const { child } = ctx
  const now = nowOf(file, on)
  return (
    <>
      <MojIdentityBar
        label="Child"
        title={calledBy(file.person, child.code)}
        badges={badges(now, child.target.sensitivity === 'restricted')}
        facts={[
          { name: 'Child ID', value: child.code },
          { name: file.person.unborn ? 'Birth' : 'Born', value: bornWords(file.person, on) },
          file.person.otherNames !== null && { name: 'Also known as', value: file.person.otherNames },
        ]}
      />
      <MojSubNavigation
        label="This file"
        items={tabs(child.code, ctx.can('read-log').allow).map(t => ({
          text: t.text,
          href: t.href,
          active: t.tab === tab,
        }))}
      />
      {children}
    </>
  )
}

export const childTitle = (ctx: ChildCtx<unknown>, what: string): string => `${what}: ${ctx.child.called}`
