import type { Unnamed } from '../../store/queries/sealed-unnamed.ts'

/** Sealed files on which the reader, who is asked where nobody is named, names who may open them. */
export function SealedUnnamed({ total, files }: { total: number; files: readonly Unnamed[] }) {
  if (total === 0) return null
  const one = total === 1
  return (
    <section aria-labelledby="sealed">
      <h2 class="govuk-heading-m" id="sealed">
        Sealed files that name nobody
      </h2>
      <p class="govuk-body">
        {one ? 'A file was' : `${total} files were`} sealed by an adoption, and nobody is named who may open{' '}
        {one ? 'it' : 'them'}. Only a director sees {one ? 'it' : 'them'} until you name somebody; then it is
        closed to you too, unless you are among them.
      </p>
      <ul class="govuk-list">
        {files.map(f => (
          <li>
            <a class="govuk-link" href={`/child/${f.code}/record/restriction`}>
              {f.called}, {f.code}: name who may open it
            </a>
          </li>
        ))}
      </ul>
      {total > files.length && <p class="govuk-body gt-quiet">The rest follow as these are named.</p>}
    </section>
  )
}
