import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { establishAgency } from '../../../../backbone/directory.ts'
import type { CongsoNode } from '../../../../backbone/node.ts'
import type { Workspace } from '../../../../backbone/workspace/workspace.ts'
import { deciders } from '../../../../shared/domain/deciders.ts'
import { toBase64 } from '../../../../shared/kernel/bytes.ts'
import { canonicalJson, type Json } from '../../../../shared/kernel/canonical-json.ts'
import {
  commandText,
  parseCommandText,
  type AggregateRef,
  type CommandBody,
} from '../../../../shared/log/command.ts'
import { entryEvents, eventIdOf } from '../../../../shared/log/entry.ts'
import { aRoom } from '../../../builders/a-room.ts'
import { aCommand, aDesk, aDevice, aNode, anAgency, type TestDesk } from '../../../builders/backbone.ts'
import { documentFieldsOf } from '../../../builders/a-document.ts'

let node: CongsoNode
let workspace: Workspace
let desk: TestDesk
let now: number
let faults: (readonly [string, unknown])[]
const MINUTE = 60_000
const START = Date.parse('2026-06-01T02:00:00.000Z')
const iso = (ms: number) => new Date(ms).toISOString()
const d1: AggregateRef = { kind: 'document', id: 'd1' }
const create = { kind: 'cong-van', fields: documentFieldsOf() }

beforeEach(async () => {
  now = START
  faults = []
  node = await aNode([anAgency('a')], {
    clock: { now: () => now },
    journal: { warn: () => undefined, error: (...fault) => faults.push(fault) },
  })
  workspace = await node.workspace('a')
  desk = await deskOf('drafter')
})
afterEach(() => node.close())

async function deskOf(role: 'drafter' | 'unit-head' | 'clerk' | 'administrator'): Promise<TestDesk> {
  return aDesk(node, 'a', role)
}
const body = (parts: Partial<CommandBody> = {}) =>
  aCommand('a', desk.actor, d1, 'document.create', create, { claimedAt: iso(now), ...parts })
const submit = async (...commands: Parameters<Workspace['submit']>[0]) => workspace.submit(commands)
const signed = (parts: Partial<CommandBody> = {}) => desk.device.sign(commandText(body(parts)))

describe('accepting commands', () => {
  it('keeps the command verbatim and writes events with salt and derived ids', async () => {
    const command = signed()
    const [outcome] = await submit(command)
    expect(outcome).toMatchObject({ outcome: 'accepted', again: false })
    const entry = (await node.engine.entries('a', workspace.head().seq - 1, 1))[0]!.entry
    expect(entry.command).toEqual(command)
    const events = entryEvents.parse(JSON.parse(entry.events))
    expect(events.events[0]).toMatchObject({
      type: 'created',
      id: eventIdOf(parseCommandText(command.text).id, 0),
    })
    expect(canonicalJson(JSON.parse(entry.events) as Json)).toBe(entry.events)
  })

  it('takes a command once, also when it comes twice in one batch or again after a restart', async () => {
    const command = signed()
    const outcomes = await submit(command, command)
    expect(outcomes.map((one) => one.outcome === 'accepted' && one.again)).toEqual([false, true])
    const head = workspace.head().seq
    expect((await submit(command))[0]).toMatchObject({ outcome: 'accepted', again: true, seq: head })
    expect(workspace.head().seq).toBe(head)
  })

  it('refuses an id that was used for something else', async () => {
    const first = body()
    await submit(desk.device.sign(commandText(first)))
    const other = { ...first, claimedAt: iso(now + 1) }
    expect((await submit(desk.device.sign(commandText(other))))[0]).toMatchObject({
      outcome: 'rejected',
      code: 'id-conflict',
    })
  })

  it('rejects what cannot be read or believed', async () => {
    const text = commandText(body())
    const good = desk.device.sign(text)
    const code = async (command: Parameters<Workspace['submit']>[0][number]) => {
      const [outcome] = await submit(command)
      return outcome?.outcome === 'rejected' ? outcome.code : outcome?.outcome
    }
    expect(await code({ ...good, text: text.replace('cong-van', 'cong-vam') })).toBe('unreadable')
    expect(await code({ ...good, text: text.replace('rà soát', 'Rà soát') })).toBe('bad-signature')
    expect(await code({ ...good, text: ` ${text}` })).toBe('unreadable')
    expect(await code({ ...good, text: 'x' })).toBe('unreadable')
    expect(await code({ ...good, signature: toBase64(new Uint8Array(64)) })).toBe('bad-signature')
    expect(await code(aDevice().sign(text))).toBe('unknown-device')
    expect(await code(signed({ workspace: 'b' }))).toBe('wrong-workspace')
    expect(await code(signed({ type: 'document.fly' }))).toBe('unreadable')
    const ofOther = { ...body(), actor: { person: 'a-p-clerk', post: 'a-clerk' } }
    expect(await code(desk.device.sign(commandText(ofOther)))).toBe('unknown-device')
    const asNode = { ...body(), actor: { person: 'node', post: 'node' } }
    expect(await code(desk.device.sign(commandText(asNode)))).toBe('unknown-device')
    expect(workspace.head().seq).toBe((await node.engine.heads())[0]?.seq)
  })

  it('wants files brought before the command that names them', async () => {
    await submit(signed())
    const pdf = { sha256: 'a'.repeat(64), sizeBytes: 1, mediaType: 'application/pdf' }
    const attachment = { id: '0190c2a0-0000-7000-8000-000000000001', name: 'x.pdf', file: pdf }
    const attach = { type: 'document.attach', payload: { attachment } }
    expect((await submit(signed(attach)))[0]).toMatchObject({ outcome: 'rejected', code: 'blob-missing' })
    const kept = await node.blobs.keep('a', [Uint8Array.of(1)], 'application/pdf')
    const named = { type: 'document.attach', payload: { attachment: { ...attachment, file: kept } } }
    expect((await submit(signed(named)))[0]).toMatchObject({ outcome: 'accepted' })
  })

  it('lets nobody name a file that they neither brought nor may read: knowing its hash is not enough', async () => {
    const file = await node.blobs.keep('a', [Uint8Array.of(7)], 'application/pdf')
    const attachmentOf = (id: string) => ({ attachment: { id, name: 'x.pdf', file } })
    await submit(
      signed(),
      signed({ type: 'document.attach', payload: attachmentOf('0190c2a0-0000-7000-8000-000000000001') }),
    )
    const clerk = await deskOf('clerk')
    const own: AggregateRef = { kind: 'document', id: 'of-clerk' }
    const at = { claimedAt: iso(now) }
    await submit(clerk.signed(own, 'document.create', create, at))
    const naming = () =>
      clerk.signed(own, 'document.attach', attachmentOf('0190c2a0-0000-7000-8000-000000000002'), at)
    expect((await submit(naming()))[0]).toMatchObject({ outcome: 'rejected', code: 'blob-missing' })
    expect(await node.blobs.find(workspace, file.sha256, clerk.actor.person)).toBeUndefined()
    const chunk = file.sha256
    await node.blobs.putChunk('a', clerk.actor.person, chunk, Uint8Array.of(7))
    await node.blobs.complete({ workspace: 'a', ...file, chunks: [chunk] }, clerk.actor.person)
    expect((await submit(naming()))[0]).toMatchObject({ outcome: 'accepted' })
  })

  it('adds no code to an agency for which somebody else speaks', async () => {
    await node.engine.exchange.putSystem({ id: 'T91.00', secret: 'khoa-thu' })
    await node.engine.exchange.putAgency({ code: 'T90.01', name: 'Sở Khác', system: 'T91.00', fields: {} })
    await establishAgency(await node.workspace('b'), anAgency('b'))
    const administrator = await deskOf('administrator')
    const add = async (code: string) => {
      const at = { claimedAt: iso(now) }
      const ref: AggregateRef = { kind: 'agency', id: 'a' }
      const [outcome] = await submit(administrator.signed(ref, 'agency.addCode', { code }, at))
      return outcome?.outcome === 'refused' ? outcome.rule : outcome?.outcome
    }
    for (const taken of ['t91.00', 't90.01', '000.00.B.T99']) expect(await add(taken)).toBe('code-taken')
    expect(await add('000.00.a2.T99')).toBe('accepted')
  })

  it('refuses by rule what is not lawful, and leaves no trace of it', async () => {
    const head = workspace.head().seq
    const outcome = (await submit(signed({ type: 'document.issue', payload: {} })))[0]
    expect(outcome).toMatchObject({ outcome: 'refused', rule: 'unknown-object' })
    expect(workspace.head().seq).toBe(head)
  })

  it('refuses what depends on something that was not accepted, and takes it in causal order within a batch', async () => {
    const first = body()
    const second = body({ type: 'document.editText', payload: { update: 'AAA=' }, after: [first.id] })
    const signedSecond = desk.device.sign(commandText(second))
    expect((await submit(signedSecond))[0]).toMatchObject({ outcome: 'refused', rule: 'depends-on-refused' })
    const outcomes = await submit(desk.device.sign(commandText(first)), signedSecond)
    expect(outcomes.map((one) => one.outcome)).toEqual(['accepted', 'accepted'])
  })

  it.each(['decide', 'evolve', 'audienceOf'] as const)(
    'refuses one act on which a decider fails in %s, and answers whoever waits with it',
    async (step) => {
      const clerk = await deskOf('clerk')
      const r1 = { kind: 'room', id: 'r1' } as const
      const keeping = aCommand('a', clerk.actor, r1, 'room.keep', aRoom(), { claimedAt: iso(now) })
      const other = clerk.device.sign(commandText(keeping))
      const failing = vi.spyOn(deciders.document, step).mockImplementation(() => {
        throw new RangeError('beyond what can be counted')
      })
      try {
        const [waits, bad, good] = await Promise.all([submit(), submit(signed()), submit(other)])
        expect(waits).toEqual([])
        expect(bad).toMatchObject([{ outcome: 'refused', rule: 'act-not-decidable' }])
        expect(good).toMatchObject([{ outcome: 'accepted' }])
        expect(faults).toEqual([['act not decidable', new RangeError('beyond what can be counted')]])
      } finally {
        failing.mockRestore()
      }
      expect(await workspace.state(d1)).toBeUndefined()
      expect(await submit(signed())).toMatchObject([{ outcome: 'accepted' }])
    },
  )

  describe('time and authority', () => {
    const appoint = async (person: string) =>
      workspace.act([
        {
          aggregate: { kind: 'post', id: 'a-drafter' },
          type: 'post.appoint',
          payload: { person, name: person, title: '', unit: 'a-unit', roles: ['drafter'], certificate: null },
        },
      ])

    it('believes no clock that says what cannot be', async () => {
      const rule = async (parts: Partial<CommandBody>) => {
        const [outcome] = await submit(signed(parts))
        return outcome?.outcome === 'refused' ? outcome.rule : outcome?.outcome
      }
      expect(await rule({ claimedAt: iso(now + 6 * MINUTE) })).toBe('clock-skew')
      expect(await rule({ claimedAt: iso(now - 10 * MINUTE), seenServerTime: iso(now - 4 * MINUTE) })).toBe(
        'clock-skew',
      )
      expect(await rule({ seenServerTime: iso(now + 6 * MINUTE) })).toBe('clock-skew')
      expect(await rule({ claimedAt: iso(now - MINUTE), seenServerTime: iso(now) })).toBe('accepted')
    })

    it('judges an act at the moment it was made, not when it arrived', async () => {
      const madeBefore = body({ claimedAt: iso(now), seenServerTime: iso(now) })
      now += 60 * MINUTE
      await appoint('someone-else')
      now += 60 * MINUTE
      expect((await submit(desk.device.sign(commandText(madeBefore))))[0]).toMatchObject({
        outcome: 'accepted',
      })
      const madeAfter = body({ aggregate: { kind: 'document', id: 'd2' }, claimedAt: iso(now) })
      expect((await submit(desk.device.sign(commandText(madeAfter))))[0]).toMatchObject({
        outcome: 'refused',
        rule: 'authority-lapsed',
      })
    })

    it('takes what was made before a post changed hands for a week after, and no longer', async () => {
      const made = (id: string) =>
        desk.device.sign(
          commandText(
            body({ aggregate: { kind: 'document', id }, claimedAt: iso(before), seenServerTime: null }),
          ),
        )
      const before = now
      now += 60 * MINUTE
      await appoint('someone-else')
      now += 7 * 24 * 60 * MINUTE - MINUTE
      expect((await submit(made('in-time')))[0]).toMatchObject({ outcome: 'accepted' })
      now += 2 * MINUTE
      expect((await submit(made('late')))[0]).toMatchObject({
        outcome: 'refused',
        rule: 'too-late-after-lapse',
      })
    })

    it('believes of no device what it says to have signed before it was certified', async () => {
      const device = aDevice()
      const from = iso(now)
      const payload = {
        person: desk.actor.person,
        key: toBase64(device.publicKey),
        until: iso(now + 60 * MINUTE),
      }
      await workspace.act([
        {
          aggregate: { kind: 'device', id: device.key },
          type: 'device.enrol',
          payload: { ...payload, from },
        },
      ])
      const at = (claimedAt: string) =>
        submit(device.sign(commandText(body({ claimedAt, seenServerTime: null }))))
      expect((await at(iso(now - 6 * MINUTE)))[0]).toMatchObject({
        outcome: 'refused',
        rule: 'before-enrolment',
      })
      expect((await at(iso(now - 4 * MINUTE)))[0]).toMatchObject({ outcome: 'accepted' })
    })

    it('does not let a desk claim a moment before what it had already seen', async () => {
      const before = now
      now += 60 * MINUTE
      await appoint('someone-else')
      const backdated = body({ claimedAt: iso(before), seenServerTime: iso(now) })
      expect((await submit(desk.device.sign(commandText(backdated))))[0]).toMatchObject({
        outcome: 'refused',
        rule: 'clock-skew',
      })
    })

    it('takes nothing from a device whose certificate had lapsed', async () => {
      now += 365 * 24 * 60 * MINUTE
      expect((await submit(signed({ claimedAt: iso(now) })))[0]).toMatchObject({
        outcome: 'rejected',
        code: 'unknown-device',
      })
    })

    it('gives a number the day on which the node gives it', async () => {
      const clerk = await deskOf('clerk')
      const book: AggregateRef = { kind: 'book', id: 'in' }
      const must = async (
        ref: AggregateRef,
        type: string,
        payload: CommandBody['payload'],
        claimedAt = iso(now),
      ) => {
        const [outcome] = await submit(clerk.signed(ref, type, payload, { claimedAt }))
        expect(outcome, type).toMatchObject({ outcome: 'accepted' })
      }
      const yesterday = now
      now += 24 * 60 * MINUTE
      await must(book, 'book.open', { name: 'x', year: 2026, direction: 'incoming', startAfter: 0 })
      await workspace.act([
        {
          aggregate: { kind: 'letter', id: 'l' },
          type: 'letter.receive',
          payload: { content: letterContent, files: [] },
        },
      ])
      await must({ kind: 'letter', id: 'l' }, 'letter.accept', { verdictSeen: 'unsigned' })
      await must(book, 'book.assignNumber', { subject: 'l' }, iso(yesterday))
      const state = (await workspace.state(book)) as { lastDate: string }
      expect(state.lastDate).toBe('2026-06-02')
    })
  })

  it('numbers without gap or double under contention', async () => {
    const clerk = await deskOf('clerk')
    const book: AggregateRef = { kind: 'book', id: 'in' }
    await submit(
      clerk.signed(
        book,
        'book.open',
        { name: 'x', year: 2026, direction: 'incoming', startAfter: 0 },
        { claimedAt: iso(now) },
      ),
    )
    const ids = Array.from({ length: 60 }, (_, index) => `l${index}`)
    for (const id of ids) {
      await workspace.act([
        {
          aggregate: { kind: 'letter', id },
          type: 'letter.receive',
          payload: { content: letterContent, files: [] },
        },
      ])
      await submit(
        clerk.signed(
          { kind: 'letter', id },
          'letter.accept',
          { verdictSeen: 'unsigned' },
          { claimedAt: iso(now) },
        ),
      )
    }
    const outcomes = await Promise.all(
      ids.flatMap((subject) =>
        [1, 2].map(() =>
          submit(clerk.signed(book, 'book.assignNumber', { subject }, { claimedAt: iso(now) })),
        ),
      ),
    )
    expect(outcomes.flat().every((one) => one.outcome === 'accepted')).toBe(true)
    const { pages } = (await workspace.state(book)) as { pages: { number: number; subject: string }[][] }
    const numbers = pages.flat().map((one) => one.number)
    expect(numbers).toEqual(ids.map((_, index) => index + 1))
    expect(new Set(pages.flat().map((one) => one.subject)).size).toBe(60)
  })
})

const letterContent = {
  from: { code: 'X', name: 'X' },
  to: 'Y',
  documentId: 'd',
  number: '1',
  symbol: 's',
  issuedOn: null,
  typeName: '',
  subject: '',
  summary: '',
  signer: { authority: '', title: '', name: '' },
  dueDate: null,
  urgency: 'normal',
  pages: null,
  receivers: [],
  answers: [],
  deviations: [],
}
