import { TextInput, type TextInputProps } from '../govuk/index.ts'

type SearchInputProps = Omit<TextInputProps, 'name' | 'type' | 'spellcheck' | 'autocomplete'> & {
  readonly name?: string
}

/**
 * The words to look for, sent as `q` where nothing else is said. They may name a child: the browser neither sends them
 * elsewhere to be spelt nor offers them to whoever sits down next.
 */
export const SearchInput = ({ name = 'q', ...props }: SearchInputProps) => (
  <TextInput {...props} name={name} type="search" spellcheck={false} autocomplete="off" />
)
