import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { OwnCalendarOffice, PASSWORD, PERSON } from './own-calendar-office.ts'
import { Radicale } from './radicale.ts'

/** Gives each test of a file an agency of its own, on one calendar server; neither password nor person may stand in the node's journal afterwards. */
export function eachWithOwnCalendar(onOpened: (office: OwnCalendarOffice) => void): void {
  let radicale: Radicale
  let office: OwnCalendarOffice
  beforeAll(async () => {
    radicale = await Radicale.start()
  })
  afterAll(() => radicale.close())
  beforeEach(async () => {
    office = await OwnCalendarOffice.open(radicale)
    onOpened(office)
  })
  afterEach(async () => {
    const journal = await office.close()
    for (const secret of [PASSWORD, office.user, PERSON]) expect(journal).not.toContain(secret)
  })
}
