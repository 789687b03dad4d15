import { generateKeyPairSync } from 'node:crypto'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CongsoNode } from '../../../backbone/node.ts'
import { accessJournal, type AccessJournal } from '../../../electron/services/accesses/access-journal.ts'
import { sealedAccessQueue, type AccessQueue } from '../../../electron/services/accesses/access-queue.ts'
import type { Backbone } from '../../../electron/services/backbone/backbone.port.ts'
import { httpBackbone } from '../../../electron/services/backbone/http-backbone.ts'
import { nodeHttp } from '../../../electron/services/backbone/node-http.ts'
import { diskFiles } from '../../../electron/services/files/disk-files.ts'
import { loadDeviceKey } from '../../../electron/services/session/device-key.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { parseAccessText } from '../../../shared/log/access.ts'
import { anIncomingLetter } from '../../builders/an-incoming-letter.ts'
import { aNode, anAgency } from '../../builders/backbone.ts'
import { memoryLog } from '../../fakes/memory-log.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

const HALF_AN_HOUR = 30 * 60_000
let node: CongsoNode
let origin: string
let folder: string
let file: string
const log = memoryLog()

beforeEach(async () => {
  folder = await temporaryFolder()
  node = await aNode([anAgency('a')])
  origin = `http://127.0.0.1:${(await node.listen()).port}`
  const blob = await node.blobs.keep('a', [new TextEncoder().encode('one')], 'application/pdf')
  file = blob.sha256
  const letter = { name: 'one.pdf', declaredType: '', file: blob, verdict: null }
  await (await node.workspace('a')).act([anIncomingLetter('l1', { number: '1' }, [letter])])
})
afterEach(async () => {
  await node.close()
  expect(log.lines).toEqual([])
})

/** A desk of one person: real key, queue on disk and wire; `restart` is the program begun anew. */
class Desk {
  isOnline = true
  ms = Date.parse('2026-11-22T01:00:00.000Z')
  /** The node has it, but its answer never arrives. */
  losesAnswers = false
  readonly person: string
  readonly queue: AccessQueue
  readonly backbone: Backbone
  journal!: AccessJournal

  private constructor(person: string) {
    this.person = person
    const seal = new Uint8Array(32).fill(1)
    const keys = { seal, name: seal }
    this.queue = sealedAccessQueue({ folder: path.join(folder, person), keys, files: diskFiles, log })
    const token = node.sessions.open(person)
    this.backbone = httpBackbone(
      nodeHttp({
        address: () => (this.isOnline ? origin : undefined),
        token: () => Promise.resolve(token),
        forgetToken: () => undefined,
      }),
    )
  }

  static async of(role: string): Promise<Desk> {
    const desk = new Desk(`a-p-${role}`)
    await desk.restart()
    return desk
  }

  async restart(): Promise<void> {
    const device = await loadDeviceKey(secretsOf(this.person), 'device')
    await this.backbone.enrolDevice('a', device.publicKey)
    this.journal = accessJournal({
      who: { person: this.person, workspace: 'a' },
      device,
      queue: this.queue,
      log,
      // Ids of one millisecond have no order.
      now: () => this.ms++,
      seenServerTime: () => null,
      computer: 'VT-01',
      backbone: {
        submitAccesses: async (request) => {
          const outcomes = await this.backbone.submitAccesses(request)
          if (this.losesAnswers) throw new AppError('offline')
          return outcomes
        },
      },
    })
  }

  /** Sends; then nothing waits any more. */
  async sent(): Promise<void> {
    await this.journal.send()
    expect(await this.waiting()).toBe(0)
  }
  async waiting(): Promise<number> {
    return (await this.queue.waiting(1000, new Set())).length
  }
}

const kept = new Map<string, Uint8Array>()
const secretsOf = (person: string) => ({
  read: () => Promise.resolve(kept.get(person)),
  write: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  readOrMake: () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const made = new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' }))
    kept.set(person, kept.get(person) ?? made)
    return Promise.resolve(kept.get(person) ?? made)
  },
})

async function told(): Promise<string[]> {
  const accesses = await node.engine.accesses.of('a', { kind: 'letter', id: 'l1' })
  return accesses.map(({ record }) => {
    const { person, access, at } = parseAccessText(record.text)
    return `${person} ${access} ${at.slice(11, 16)}`
  })
}

describe('accesses at two desks', () => {
  it('come from the one without a network when it is back, with the times at which they happened', async () => {
    const clerk = await Desk.of('clerk')
    const leader = await Desk.of('leader')
    leader.isOnline = false
    await leader.journal.opened({ file })
    await leader.journal.left('saved', { file })
    await leader.journal.send()
    clerk.ms += HALF_AN_HOUR
    await clerk.journal.opened({ file })
    await clerk.sent()
    expect(await told()).toEqual(['a-p-clerk opened 01:30'])
    expect(await leader.waiting()).toBe(2)
    leader.isOnline = true
    await leader.sent()
    expect(await told()).toEqual([
      'a-p-clerk opened 01:30',
      'a-p-leader opened 01:00',
      'a-p-leader saved 01:00',
    ])
  })

  it('are not lost when the program ends before it could send', async () => {
    const clerk = await Desk.of('clerk')
    await clerk.journal.opened({ file })
    await clerk.restart()
    await clerk.sent()
    expect(await told()).toEqual(['a-p-clerk opened 01:00'])
  })

  it('count once when the answer was lost and they are sent again', async () => {
    const clerk = await Desk.of('clerk')
    clerk.losesAnswers = true
    await clerk.journal.left('saved', { file })
    await clerk.journal.send()
    expect(await told()).toHaveLength(1)
    expect(await clerk.waiting()).toBe(1)
    clerk.losesAnswers = false
    await clerk.sent()
    expect(await told()).toEqual(['a-p-clerk saved 01:00'])
  })

  it('are one a reading however often a page is drawn, and one each time a copy leaves', async () => {
    const clerk = await Desk.of('clerk')
    for (let page = 0; page < 5; page++) {
      await clerk.journal.opened({ file })
      clerk.ms += HALF_AN_HOUR - 60_000
    }
    await clerk.journal.opened({ file: 'f'.repeat(64) })
    clerk.ms += HALF_AN_HOUR
    await clerk.journal.opened({ file })
    await clerk.journal.left('exported', { file })
    await clerk.journal.left('exported', { file })
    await clerk.sent()
    expect(await told()).toEqual([
      'a-p-clerk opened 01:00',
      'a-p-clerk opened 03:55',
      'a-p-clerk exported 03:55',
      'a-p-clerk exported 03:55',
    ])
  })

  it('go in batches, so that a month without a network gets through', async () => {
    const clerk = await Desk.of('clerk')
    clerk.isOnline = false
    for (let count = 0; count < 250; count++) await clerk.journal.left('exported', { file })
    clerk.isOnline = true
    await clerk.sent()
    expect(await told()).toHaveLength(250)
  })
})
