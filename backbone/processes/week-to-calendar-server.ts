import type { Process } from './process.ts'

/** A published week is laid on the calendar server of the agency, if it has one. */
export const weekToCalendarServer: Process = {
  name: 'week-to-calendar-server',
  follows: ['week.published'],
  react: ({ workspace, aggregate }) => [
    {
      kind: 'job',
      job: 'publish-weeks',
      lane: `${workspace}/calendar-server`,
      payload: { week: aggregate.id },
    },
  ],
}
