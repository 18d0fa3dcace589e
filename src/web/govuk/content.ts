import { type ComponentChildren, isValidElement, type JSX } from 'preact'

/** Left out: so a page can write `late && <Tag>Late</Tag>` wherever content or an item goes. */
export type Falsy = false | null | undefined | ''

/** What goes where words go. Text is escaped; markup is only ever JSX, never a string of HTML. */
export type Content = string | number | JSX.Element | Falsy | readonly Content[]

/** Attributes a component does not name itself (`data-…`, `form`, …), written out as given. */
export type Attributes = { readonly [name: string]: string | number | boolean | undefined }

/** Every property may be left out, or passed on as undefined. */
export type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** What almost every component takes: more classes, an id and attributes of the caller's own. */
export type Common = Optional<{ class: string; attributes: Attributes }>

/** Words alone, or words with the settings of the part that shows them. */
export type Words<Settings> = Content | WordsWith<Settings>
type WordsWith<Settings> = { readonly text: Content } & Settings

/** Joins the class names that are there. */
export function classes(...names: readonly (string | 0 | Falsy)[]): string {
  return names.filter(name => name).join(' ')
}

/** The words themselves, whichever way they were given. */
export function textOf<Settings>(words: Words<Settings>): Content {
  return hasSettings(words) ? words.text : words
}

/** The settings given with the words, if any. */
export function settingsOf<Settings>(words: Words<Settings>): Settings | undefined {
  return hasSettings(words) ? words : undefined
}

function hasSettings<Settings>(words: Words<Settings>): words is WordsWith<Settings> {
  return typeof words === 'object' && words !== null && !isValidElement(words) && 'text' in words
}

/** Whether children are words and numbers only, without markup. */
export function isPlainText(children: ComponentChildren): boolean {
  if (Array.isArray(children)) return children.every(isPlainText)
  return typeof children === 'string' || typeof children === 'number'
}
