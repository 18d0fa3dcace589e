import { TextInput, type TextInputProps } from '../govuk/index.ts'

type SearchInputProps = Omit<TextInputProps, 'name' | 'type' | 'spellcheck' | 'autocomplete'>

/**
 * The words to look for, sent as `q`. They may name a child: the browser neither sends them elsewhere to be spelt nor
 * offers them to whoever sits down next.
 */
export const SearchInput = (props: SearchInputProps) => (
  <TextInput {...props} name="q" type="search" spellcheck={false} autocomplete="off" />
)
