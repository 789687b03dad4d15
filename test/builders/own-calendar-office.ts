import { inspect } from 'node:util'
import { calendarOutlets, type CalendarOutlets } from '../../backbone/caldav/calendar-outlets.ts'
import type { CalendarServer } from '../../backbone/caldav/calendar-request.ts'
import type { CongsoNode } from '../../backbone/node.ts'
import type { Journal } from '../../backbone/ports.ts'
import { memoryFiles } from '../../backbone/sealing/memory-files.ts'
import type { CallDetails } from '../../shared/domain/meetings/meeting.ts'
import {
  calendarServerAnswer,
  type CalendarServerAct,
  type CalendarServerAnswer,
} from '../../shared/protocol/calendar-server.ts'
import { callDetailsOf } from './a-meeting.ts'
import type { anAppointment } from './an-appointment.ts'
import { aDesk, anAgency, aNode, type TestDesk } from './backbone.ts'
import { onServer, type FoundEntry } from './calendar-on-server.ts'
import type { Radicale } from './radicale.ts'

export const AGENCY = 'so-lich'
/** Whose calendar goes to the server. */
export const PERSON = `${AGENCY}-p-leader`
export const PASSWORD = 'mật khẩu: của tôi'
export const HOUR_MS = 3_600_000

let users = 0

/** An agency on a real node that names a real calendar server, on which its leader has an account. */
export class OwnCalendarOffice {
  readonly user = `lãnh đạo ${String((users += 1))}`
  readonly clock = { ms: Date.parse('2026-11-20T03:00:00.000Z'), now: (): number => this.clock.ms }
  readonly radicale: Radicale
  readonly outlets: CalendarOutlets
  node!: CongsoNode
  leader!: TestDesk
  drafter!: TestDesk
  readonly #said: unknown[] = []
  #origin = ''

  private constructor(radicale: Radicale) {
    this.radicale = radicale
    const people = { of: () => Promise.resolve<string | undefined>(radicale.base) }
    this.outlets = { ...calendarOutlets(memoryFiles()), people }
  }

  static async open(radicale: Radicale): Promise<OwnCalendarOffice> {
    const office = new OwnCalendarOffice(radicale)
    radicale.letIn(office.user, PASSWORD)
    const { clock, outlets } = office
    const note = (...all: unknown[]): void => void office.#said.push(all)
    const journal: Journal = { warn: note, error: note }
    office.node = await aNode([anAgency(AGENCY)], { clock, journal, calendarOutlets: outlets })
    office.#origin = `http://127.0.0.1:${(await office.node.listen()).port}`
    office.leader = await aDesk(office.node, AGENCY, 'leader')
    office.drafter = await aDesk(office.node, AGENCY, 'drafter')
    return office
  }

  /** What the node wrote into its journal is answered. */
  async close(): Promise<string> {
    await this.node.close()
    return inspect(this.#said, { depth: 10 })
  }

  server(collection = 'congso'): CalendarServer {
    const url = `${this.radicale.base}${encodeURIComponent(this.user)}/${collection}/`
    return { url, user: this.user, password: PASSWORD }
  }

  asked(act: CalendarServerAct, person = PERSON): Promise<Response> {
    const authorization = `Bearer ${this.node.sessions.open(person)}`
    return fetch(`${this.#origin}/v1/calendar-server`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ workspace: AGENCY, act }),
    })
  }
  askedByNobody(): Promise<Response> {
    return fetch(`${this.#origin}/v1/calendar-server`, { method: 'POST' })
  }
  async ask(act: CalendarServerAct, person = PERSON): Promise<CalendarServerAnswer> {
    const response = await this.asked(act, person)
    if (response.status !== 200) throw new Error(`asked: ${String(response.status)}`)
    return calendarServerAnswer.parse(await response.json())
  }
  begin(change: Partial<Extract<CalendarServerAct, { kind: 'begin' }>> = {}): Promise<CalendarServerAnswer> {
    return this.ask({ kind: 'begin', user: this.user, password: PASSWORD, path: null, ...change })
  }

  /** What changed goes there together, after some seconds. */
  async pass(ms = 5000): Promise<void> {
    await this.node.settled()
    this.clock.ms += ms
    await this.node.settled()
  }
  /** What lies on the server once that time has passed, by title. */
  async later(ms?: number): Promise<ReadonlyMap<string, FoundEntry>> {
    await this.pass(ms)
    return onServer(this.server())
  }

  async act(
    desk: TestDesk,
    kind: 'personal-calendar' | 'meeting',
    id: string,
    verb: string,
    payload: object,
  ): Promise<void> {
    const at = { claimedAt: new Date(this.clock.ms).toISOString() }
    const command = desk.signed({ kind, id }, `${kind}.${verb}`, { ...payload }, at)
    const [outcome] = await (await this.node.workspace(AGENCY)).submit([command])
    if (outcome?.outcome !== 'accepted') throw new Error(JSON.stringify(outcome))
  }
  keep(...entries: readonly ReturnType<typeof anAppointment>[]): Promise<void> {
    return this.act(this.leader, 'personal-calendar', PERSON, 'keep', { owner: PERSON, entries })
  }
  remove(...uids: readonly string[]): Promise<void> {
    return this.act(this.leader, 'personal-calendar', PERSON, 'remove', { owner: PERSON, uids })
  }
  async call(id: string, change: Partial<CallDetails> = {}): Promise<void> {
    await this.act(this.drafter, 'meeting', id, 'draft', called(change))
    await this.act(this.drafter, 'meeting', id, 'call', { shortNotice: 'Gấp' })
  }
}

/** A meeting of the leader. */
export const called = (change: Partial<CallDetails> = {}): CallDetails =>
  callDetailsOf({
    title: 'Giao ban',
    chair: `${AGENCY}-leader`,
    members: [{ post: `${AGENCY}-leader`, part: 'member' }],
    quorum: null,
    ...change,
  })

export const titles = (found: ReadonlyMap<string, FoundEntry>): readonly string[] =>
  [...found.keys()].toSorted()
