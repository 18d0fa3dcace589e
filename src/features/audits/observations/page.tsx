import { calledBy } from '../../../domain/casework/person.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import { observationState } from '../../../domain/quality/observation.ts'
import { textOf } from '../../../domain/records/parse.ts'
import type { Db } from '../../../store/connection.ts'
import { newId } from '../../../store/ids.ts'
import { Form, Once, Problems } from '../../../web/form/form.tsx'
import { BackLink, Button, Details, NotificationBanner, Textarea } from '../../../web/govuk/index.ts'
import { Heading } from '../../../web/layout/layout.tsx'
import { type Ctx, page } from '../../../web/page.ts'
import { AuditFrame } from '../frame.tsx'
import { ObservingForm } from './form.tsx'
import { loadObservation, type ObservationData } from './load.ts'
import { submitObservation } from './submit.ts'
import { Told } from './told.tsx'

/** One observation: to write up, for its observer; to read and answer, for who was observed. */
export const observationPage = page({
  path: '/audits/observation/:observation',
  permission: 'audit',
  audit: 'an observation of practice',
  load: loadObservation,
  submit: submitObservation,
  render: (data: ObservationData, ctx: Ctx<Db>, returned) => {
    const { o, tool, names, child } = data
    const off = !o.found && o.calledOff === null && (data.mine || ctx.can('audit-draw').allow)
    return {
      title: `${tool.title} ${data.code}`,
      section: 'audits',
      wide: true,
      body: (
        <AuditFrame ctx={ctx} at="/audits/observations">
          <BackLink href="/audits/observations">Observations</BackLink>
          <Problems faults={returned?.faults} />
          {ctx.query.done && <NotificationBanner type="success">Recorded.</NotificationBanner>}
          <Heading over={data.code}>{tool.title}</Heading>
          <p class="govuk-body-l">
            {names.get(o.observed) ?? 'Somebody who has left'}, observed by{' '}
            {names.get(o.observer) ?? 'somebody who has left'}, {longDay(o.found?.on ?? o.on)}.{' '}
            {observationState(o, ctx.today)}.
          </p>
          {child && (
            <p class="govuk-body">
              A meeting about{' '}
              <a class="govuk-link" href={`/child/${child.code}`}>
                {calledBy(child, child.code)}
              </a>
              {data.mine && o.until ? `, whose file you may read until ${longDay(o.until)}` : ''}.
            </p>
          )}
          {data.mine ? (
            <ObservingForm data={data} ctx={ctx} returned={returned} />
          ) : o.found ? (
            <Told data={data} ctx={ctx} returned={returned} />
          ) : (
            <p class="govuk-body">
              {o.calledOff ? `Called off: ${o.calledOff}` : 'It is not written up yet.'}
            </p>
          )}
          {off && (
            <Details summary="Call it off" open={textOf(returned?.typed ?? {}, '_do') === 'off'}>
              <Form csrf={ctx.csrf}>
                <Once id={newId(ctx.now)} seq={o.seq} />
                <Textarea
                  name="why"
                  id="off-why"
                  label="Why is it called off?"
                  rows={2}
                  error={returned?.faults.why}
                />
                <Button variant="warning" name="_do" value="off">
                  Call it off
                </Button>
              </Form>
            </Details>
          )}
        </AuditFrame>
      ),
    }
  },
})
