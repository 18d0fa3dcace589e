import { type Fields, type FormRead, fieldsOf, pairs, tags } from './html.ts'

const WORDS = 'Words of an attack, long enough to be taken for a reason'

/** What is typed into a box that is empty: a day, a number or words, as the box looks. */
const typedIn = (is: Readonly<Record<string, string>>): string => {
  if (is.inputmode === 'numeric' || is.inputmode === 'decimal') return '3'
  return is.class?.includes('width-10') ? '1/11/2026' : WORDS
}

/**
 * A form as somebody sends it who answers every question. One that is sent as it stands is given back at its first empty
 * answer, and whatever comes behind is never attacked.
 */
export function filled(form: FormRead): Fields {
  const fields = new Map<string, string | readonly string[]>(Object.entries(form.fields))
  const isEmpty = (name: string) => [fields.get(name) ?? ''].flat().every(v => v === '')
  for (const i of tags(form.inside, 'input')) {
    const { name = '', type = 'text', value = '' } = i
    if (name === '' || !isEmpty(name)) continue
    if (type === 'radio' || type === 'checkbox') fields.set(name, value)
    else if (!['hidden', 'file', 'submit'].includes(type)) fields.set(name, typedIn(i))
  }
  for (const { is } of pairs(form.inside, 'textarea'))
    if (is.name && isEmpty(is.name)) fields.set(is.name, WORDS)
  for (const { is, inner } of pairs(form.inside, 'select')) {
    const offered = pairs(inner, 'option').map(o => o.is.value ?? '')
    if (is.name && isEmpty(is.name)) fields.set(is.name, offered.find(v => v !== '') ?? '')
  }
  return Object.fromEntries(fields)
}

/** The boxes of a form that take a file. */
export const fileBoxes = (form: FormRead): readonly string[] =>
  tags(form.inside, 'input').flatMap(i => (i.type === 'file' && i.name ? [i.name] : []))

/** What is asked by the forms of a page that only ask, such as a search. */
export const questionsOf = (
  html: string,
  path: string,
): readonly { readonly action: string; readonly fields: Fields }[] =>
  pairs(html, 'form')
    .filter(f => (f.is.method ?? 'get') === 'get')
    .map(f => ({ action: f.is.action ?? path, fields: fieldsOf(f.inner) }))
