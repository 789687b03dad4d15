import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { unpublished, type PublicationState } from '../../../backbone/caldav/publication-states.ts'
import { publishOnce } from '../../../backbone/caldav/publish-once.ts'
import { calendarOf } from '../../../shared/exchange/calendar/personal/entry-calendar.ts'
import { anAppointment } from '../../builders/an-appointment.ts'

const HOUR_MS = 3_600_000
const EMPTY = '<multistatus xmlns="DAV:"/>'
const quiet = { warn: () => undefined, error: () => undefined }

it('a server that says of everything that somebody changed it just now is asked less and less often', async () => {
  const server = createServer((request, response) =>
    request.method === 'PROPFIND' ? response.writeHead(207).end(EMPTY) : response.writeHead(412).end(),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/lich/`
  const wanted = [{ name: 'a.ics', calendar: calendarOf([anAppointment('a')]) }]
  const publication = {
    ...{ key: 'k', title: 'Lịch', server: { url, user: 'an', password: 'x' } },
    look: () => Promise.resolve({ wanted, isOurs: () => true }),
  }
  const clock = { ms: 0, now: () => clock.ms }
  let state: PublicationState = unpublished('to')
  let rounds = 0
  for (; clock.ms < 24 * HOUR_MS; rounds++) {
    const ends = new AbortController().signal
    const once = await publishOnce(publication, {
      before: state,
      marks: new Map(),
      ends,
      clock,
      journal: quiet,
    })
    state = once!.state
    expect(state).toMatchObject({ problem: null, entries: 0, publishedAt: null })
    clock.ms = state.nextTryMs
  }
  expect(rounds).toBeLessThan(40)
  await new Promise((resolve) => server.close(resolve))
})
