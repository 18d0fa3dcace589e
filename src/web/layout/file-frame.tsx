import type { ComponentChildren } from 'preact'
import { MojIdentityBar, MojSubNavigation, Tag } from '../govuk/index.ts'
import type { ChildCtx } from '../page.ts'

export type Tab = 'now' | 'family' | 'chronology' | 'record' | 'log'

interface FileFrameProps {
  readonly ctx: ChildCtx<unknown>
  readonly heading: {
    readonly title: string
    readonly badges: readonly {
      readonly text: string
      readonly colour: 'red' | 'orange' | 'blue' | 'purple'
    }[]
    readonly facts: readonly { readonly name: string; readonly value: string }[]
  }
  readonly tab: Tab | null
  readonly children: ComponentChildren
}

const tabs = (code: string, mayRead: boolean): readonly { tab: Tab; text: string; href: string }[] => [
  { tab: 'now', text: 'This child now', href: `/child/${code}` },
  { tab: 'family', text: 'Family', href: `/child/${code}/family` },
  { tab: 'chronology', text: 'Chronology', href: `/child/${code}/chronology` },
  { tab: 'record', text: 'Everything recorded', href: `/child/${code}/record` },
  ...(mayRead ? [{ tab: 'log' as const, text: 'Who has looked', href: `/child/${code}/log` }] : []),
]

/** Whose file this is, on every page of it whatever feature it is of, and the ways through it. */
export function FileFrame({ ctx, heading, tab, children }: FileFrameProps) {
  return (
    <>
      <MojIdentityBar
        label="Child"
        title={heading.title}
        badges={heading.badges.map((b, i) => (
          <>
            {i > 0 && ' '}
            <Tag colour={b.colour}>{b.text}</Tag>
          </>
        ))}
        facts={heading.facts}
      />
      <MojSubNavigation
        label="This file"
        items={tabs(ctx.child.code, ctx.can('read-log').allow).map(t => ({
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
