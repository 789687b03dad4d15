import { VIETNAM_ZONE } from './calendar-time.ts'
import type { JComponent } from './jcal.ts'

/** The clock of Vietnam as a component of a calendar (RFC 5545, 3.6.5): seven hours before Greenwich, the whole year, since 13 June 1975. */
export const vietnamZone: JComponent = [
  'vtimezone',
  [['tzid', {}, 'text', VIETNAM_ZONE]],
  [
    [
      'standard',
      [
        ['tzname', {}, 'text', '+07'],
        ['dtstart', {}, 'date-time', '1975-06-13T00:00:00'],
        ['tzoffsetfrom', {}, 'utc-offset', '+08:00'],
        ['tzoffsetto', {}, 'utc-offset', '+07:00'],
      ],
      [],
    ],
  ],
]
