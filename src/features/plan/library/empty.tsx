import { Button } from '../../../web/govuk/index.ts'

/** What the library is for and where its reports are to be had, while it has none. */
export const EmptyLibrary = ({ may }: { may: boolean }) => (
  <>
    <p class="govuk-body">
      Nearly every council has been told before what yours is told now. Put published reports here, and you
      can look up what others were asked to do about plans, supervision or missing children, and whether they
      have moved since.
    </p>
    <p class="govuk-body">
      The inspectorate publishes every report at{' '}
      <a class="govuk-link" href="https://reports.ofsted.gov.uk" rel="noreferrer">
        reports.ofsted.gov.uk
      </a>
      : choose “Local authority” there, and save the reports of the councils you want to compare with. This
      product fetches nothing by itself.
    </p>
    {may ? (
      <Button href="/plan/library/load">Add reports</Button>
    ) : (
      <p class="govuk-body">The director or a performance analyst can add them.</p>
    )}
  </>
)
