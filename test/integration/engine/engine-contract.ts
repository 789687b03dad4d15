import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  AppendConflict,
  type Append,
  type Engine,
  type NewEntry,
} from '../../../backbone/engine/engine.port.ts'
import type { NewMessage } from '../../../backbone/engine/exchange-store.port.ts'
import { sha256, sha256Hex } from '../../../shared/kernel/hash.ts'
import { accessLink, noLink, type AccessSubject } from '../../../shared/log/access.ts'

const WS = 'w'
const AT = '2026-03-02T01:00:00.000Z'

/** One entry as the node would write it; content does not matter to an engine. */
export function anEntry(
  seq: number,
  parts: Partial<Omit<NewEntry, 'entry'>> & { text?: string } = {},
): NewEntry {
  const text = parts.text ?? `{"command":${seq}}`
  return {
    entry: {
      seq,
      epoch: 1,
      serverTime: AT,
      command: { text, signature: 'c2ln', key: 'a'.repeat(32) },
      events: `{"events":${seq}}`,
    },
    aggregate: { kind: 'letter', id: `l${seq}` },
    leaf: sha256(`leaf ${seq}`),
    audienceBefore: null,
    audienceAfter: 0,
    commandId: `c${seq}`,
    commandHash: sha256(text),
    blobs: [],
    ...Object.fromEntries(Object.entries(parts).filter(([name]) => name !== 'text')),
  }
}

/** A group of entries behind a head. */
export function anAppend(
  expectedSeq: number,
  entries: readonly NewEntry[],
  parts: Partial<Append> = {},
): Append {
  return {
    workspace: WS,
    expectedSeq,
    entries,
    nodes: [],
    states: [],
    audiences: [],
    principals: [],
    ...parts,
  }
}

const aMessage = (id: string, parts: Partial<NewMessage> = {}): NewMessage => ({
  id,
  from: 'T90.01',
  kind: 'edoc',
  file: { sha256: sha256Hex(id), sizeBytes: 1, chunks: [sha256Hex(id)] },
  documentId: `doc ${id}`,
  title: 'x',
  code: '1/X',
  sentAt: AT,
  system: 's',
  sameAs: id,
  dispatch: null,
  ...parts,
})
const aDelivery = (id: string, message: string, to: string) => ({
  id,
  message,
  to,
  sendState: 'done' as const,
  sendDescription: '',
  receiveState: 'initial',
  receiveDescription: '',
  createdAt: AT,
  updatedAt: AT,
})
const aJob = (id: string, lane: string) => ({ id, workspace: WS, lane, kind: 'k', payload: '{}' })

/** What every engine promises. `open` answers a fresh store; `reopen` the same one after it was closed, when it can be. */
export function engineContract(
  name: string,
  open: () => Promise<{ engine: Engine; reopen?: () => Promise<Engine>; dispose: () => Promise<void> }>,
): void {
  describe(`engine contract: ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>
    let engine: Engine

    beforeEach(async () => {
      opened = await open()
      engine = opened.engine
      await engine.createWorkspace(WS)
      await engine.createWorkspace('other')
    })
    afterEach(() => opened.dispose())

    describe('log', () => {
      it('starts a workspace once, at epoch 1 with nothing in it', async () => {
        expect(await engine.createWorkspace(WS)).toEqual({
          workspace: WS,
          epoch: 1,
          seq: 0,
          serverTime: null,
        })
        expect((await engine.heads()).map((head) => head.workspace)).toEqual([WS, 'other'])
        await expect(engine.entries('nowhere', 0, 10)).rejects.toThrow(RangeError)
      })

      it('keeps entries verbatim and in order, each workspace by itself', async () => {
        await engine.append(anAppend(0, [anEntry(1, { text: ' {"a":"Đ\\u0000"}\n' }), anEntry(2)]))
        await engine.append({ ...anAppend(0, [anEntry(1)]), workspace: 'other' })
        const entries = await engine.entries(WS, 0, 10)
        expect(entries.map((one) => one.entry)).toEqual([
          anEntry(1, { text: ' {"a":"Đ\\u0000"}\n' }).entry,
          anEntry(2).entry,
        ])
        expect(entries[0]).toMatchObject({ aggregate: { kind: 'letter', id: 'l1' }, erased: false })
        expect(await engine.entries(WS, 1, 10)).toHaveLength(1)
        expect(await engine.entries(WS, 0, 1)).toHaveLength(1)
        expect(await engine.entries(WS, 0, 10, 1)).toHaveLength(1)
        expect((await engine.heads()).map((head) => head.seq)).toEqual([2, 1])
      })

      it('writes a group whole or not at all', async () => {
        await engine.append(anAppend(0, [anEntry(1)]))
        const clash = anAppend(1, [anEntry(2), anEntry(3, { commandId: 'c1' })], {
          states: [{ aggregate: { kind: 'letter', id: 'l2' }, seq: 2, json: '{}' }],
        })
        await expect(engine.append(clash)).rejects.toThrow(AppendConflict)
        expect((await engine.heads())[0]?.seq).toBe(1)
        expect(await engine.state(WS, { kind: 'letter', id: 'l2' })).toBeUndefined()
      })

      it('refuses a group that was decided on an older head', async () => {
        await engine.append(anAppend(0, [anEntry(1)]))
        await expect(engine.append(anAppend(0, [anEntry(1, { commandId: 'x' })]))).rejects.toThrow(
          AppendConflict,
        )
      })

      it('takes groups of the same moment together, and lets none spoil another', async () => {
        const results = await Promise.allSettled([
          engine.append(anAppend(0, [anEntry(1)])),
          engine.append(anAppend(0, [anEntry(1, { commandId: 'late' })])),
          engine.append({ ...anAppend(0, [anEntry(1)]), workspace: 'other' }),
          engine.append(anAppend(1, [anEntry(2)])),
        ])
        expect(results.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
        expect((await engine.heads()).map((head) => head.seq)).toEqual([2, 1])
      })

      it('knows every command id for ever, with the hash of its text', async () => {
        await engine.append(anAppend(0, [anEntry(1)]))
        expect(await engine.command(WS, 'c1')).toEqual({ seq: 1, hash: sha256('{"command":1}') })
        expect(await engine.command(WS, 'c2')).toBeUndefined()
        expect(await engine.command('other', 'c1')).toBeUndefined()
        await engine.erase(WS, { kind: 'letter', id: 'l1' }, [1], 'null')
        expect(await engine.command(WS, 'c1')).toMatchObject({ seq: 1 })
      })

      it('answers the history of one aggregate, leaves and tree nodes', async () => {
        const same = { aggregate: { kind: 'task', id: 't' } } as const
        const nodes = [{ level: 1, index: 0, hash: sha256('node') }]
        await engine.append(anAppend(0, [anEntry(1, same), anEntry(2), anEntry(3, same)], { nodes }))
        const history = await engine.history(WS, same.aggregate, 0, 3)
        expect(history.map((one) => one.entry.seq)).toEqual([1, 3])
        expect(await engine.history(WS, same.aggregate, 1, 2)).toEqual([])
        const leaves = await engine.leaves(WS, 2, 3)
        expect(leaves).toEqual(Uint8Array.from([...sha256('leaf 2'), ...sha256('leaf 3')]))
        const wanted = [
          { level: 0, index: 2 },
          { level: 1, index: 0 },
        ]
        expect(await engine.nodes(WS, wanted)).toEqual([sha256('leaf 3'), sha256('node')])
        await expect(engine.nodes(WS, [{ level: 1, index: 1 }])).rejects.toThrow(RangeError)
      })

      it('keeps the latest state of an aggregate and lists aggregates by kind', async () => {
        const aggregate = { kind: 'book', id: 'b' } as const
        await engine.append(
          anAppend(0, [anEntry(1, { aggregate })], { states: [{ aggregate, seq: 1, json: '{"last":1}' }] }),
        )
        await engine.append(
          anAppend(1, [anEntry(2, { aggregate })], { states: [{ aggregate, seq: 2, json: '{"last":2}' }] }),
        )
        expect(await engine.state(WS, aggregate)).toEqual({ aggregate, seq: 2, json: '{"last":2}' })
        expect(await engine.aggregates(WS, 'book')).toEqual([aggregate])
        expect(await engine.aggregates(WS, 'letter')).toEqual([])
      })

      it('tells audiences as they were after any entry, and who a person was', async () => {
        const aggregate = { kind: 'letter', id: 'l' } as const
        const first = anEntry(1, { aggregate, audienceAfter: 0 })
        const second = anEntry(2, { aggregate, audienceBefore: 0, audienceAfter: 0 })
        const third = anEntry(3, { aggregate, audienceBefore: 0, audienceAfter: 1 })
        const audiences = [
          { id: 0, principals: ['agency'] },
          { id: 1, principals: ['role:clerk'] },
        ]
        const principals = [{ person: 'p', seq: 2, principals: ['agency'] }]
        await engine.append(anAppend(0, [first, second, third], { audiences, principals }))
        expect(await engine.audienceChanges(WS, aggregate)).toEqual([
          { seq: 1, audience: 0 },
          { seq: 3, audience: 1 },
        ])
        expect(await engine.audiencesAt(WS, 2)).toEqual([{ aggregate, audience: 0 }])
        expect(await engine.audiencesAt(WS, 3)).toEqual([{ aggregate, audience: 1 }])
        expect(await engine.audiences(WS)).toEqual(audiences)
        expect(await engine.principals(WS)).toEqual(principals)
      })

      it('removes bodies and keeps leaves', async () => {
        await engine.append(anAppend(0, [anEntry(1), anEntry(2)]))
        await engine.erase(WS, { kind: 'letter', id: 'l1' }, [1], 'null')
        const [first, second] = await engine.entries(WS, 0, 10)
        expect(first).toMatchObject({ erased: true, entry: { events: '', command: { text: '' } } })
        expect(first?.leaf).toEqual(sha256('leaf 1'))
        expect(second?.erased).toBe(false)
      })

      it('raises the epoch, and keeps cursors that never go back', async () => {
        expect(await engine.raiseEpoch(WS)).toBe(2)
        expect((await engine.heads())[0]?.epoch).toBe(2)
        expect(await engine.cursor(WS, 'p')).toBe(0)
        await engine.setCursor(WS, 'p', 7)
        await engine.setCursor(WS, 'p', 5)
        expect(await engine.cursor(WS, 'p')).toBe(7)
      })

      it('still holds everything when it is opened again', async () => {
        if (opened.reopen === undefined) return
        await engine.append(anAppend(0, [anEntry(1)]))
        await engine.close()
        engine = await opened.reopen()
        expect((await engine.heads())[0]).toMatchObject({ seq: 1, serverTime: AT })
        expect(await engine.command(WS, 'c1')).toMatchObject({ seq: 1 })
      })
    })

    describe('files', () => {
      it('tells a file by its hash, its uploaders and the entries that name it', async () => {
        const blob = {
          sha256: sha256Hex('x'),
          sizeBytes: 1,
          mediaType: 'text/plain',
          chunks: [sha256Hex('x')],
        }
        const { blobs } = engine
        await blobs.addChunk(WS, blob.chunks[0]!, 'p')
        expect(await blobs.chunksOf(WS, 'p', [...blob.chunks, 'y'])).toEqual(new Set(blob.chunks))
        expect((await blobs.chunksOf(WS, 'q', blob.chunks)).size).toBe(0)
        await blobs.addBlob(WS, blob, 'p')
        await blobs.addBlob(WS, blob, 'q')
        expect(await blobs.blob(WS, blob.sha256)).toEqual(blob)
        expect(await blobs.blob('other', blob.sha256)).toBeUndefined()
        expect(await blobs.isUploader(WS, blob.sha256, 'q')).toBe(true)
        expect(await blobs.isUploader(WS, blob.sha256, 'r')).toBe(false)
        await engine.append(anAppend(0, [anEntry(1, { blobs: [blob.sha256] })]))
        expect(await blobs.namedBy(WS, blob.sha256)).toEqual([{ kind: 'letter', id: 'l1' }])
      })
    })

    describe('accesses', () => {
      it('keeps each once, in one chain a subject, and tells those of an aggregate and its files', async () => {
        const blob = { sha256: sha256Hex('x'), sizeBytes: 1, mediaType: 'text/plain', chunks: [] }
        await engine.append(anAppend(0, [anEntry(1, { blobs: [blob.sha256] })]))
        const letter = { kind: 'letter', id: 'l1' } as const
        const access = (id: string, subject: AccessSubject, text = id) => ({
          body: { id, subject },
          record: { text, signature: 'c2ln', key: 'a'.repeat(32) },
        })
        const { accesses, blobs } = engine
        const file = { file: blob.sha256 }
        const added = [access('1', file), access('2', { aggregate: letter }), access('3', file)]
        expect(await accesses.add(WS, AT, added)).toEqual(['kept', 'kept', 'kept'])
        const again = [access('1', file), access('3', file, 'changed'), access('4', { file: sha256Hex('y') })]
        expect(await accesses.add(WS, AT, again)).toEqual(['again', 'id-conflict', 'kept'])
        const told = async () =>
          (await accesses.of(WS, letter)).map(({ number, record }) => `${record.text} ${number}`).sort()
        expect(await told()).toEqual(['1 1', '2 1', '3 2'])
        const links = new Map((await accesses.of(WS, letter)).map((one) => [one.record.text, one]))
        const [first, third] = [links.get('1')!, links.get('3')!]
        expect(first.link).toEqual(accessLink(noLink, first))
        expect(third.link).toEqual(accessLink(first.link, third))
        expect(await accesses.of('other', letter)).toEqual([])
        await blobs.addBlob(WS, blob, 'p')
        await blobs.removeBlob(WS, blob.sha256)
        expect(await told()).toEqual(['1 1', '2 1', '3 2'])
      })
    })

    describe('exchange', () => {
      it('does the jobs of a lane in order, once each', async () => {
        const { exchange } = engine
        await exchange.addJobs([aJob('a1', 'a'), aJob('a2', 'a'), aJob('b1', 'b')])
        const ready = async (now = 0) => (await exchange.readyJobs(now, 10)).map((job) => job.id)
        expect(await ready()).toEqual(['a1', 'b1'])
        await exchange.postponeJob('a1', 1000, 'later')
        expect(await ready()).toEqual(['b1'])
        expect(await ready(1000)).toEqual(['a1', 'b1'])
        expect((await exchange.readyJobs(1000, 1))[0]?.attempts).toBe(1)
        await exchange.finishJob('b1')
        expect(await exchange.nextDueMs(0)).toBe(1000)
        expect(await exchange.nextDueMs(1000)).toBeUndefined()
        await exchange.finishJob('a1')
        expect(await ready()).toEqual(['a2'])
        await exchange.addJobs([aJob('a1', 'a')])
        await exchange.finishJob('a2')
        expect(await ready()).toEqual([])
        expect(await exchange.nextDueMs(0)).toBeUndefined()
      })

      it('takes the same sending once within its span', async () => {
        const { exchange } = engine
        const send = (id: string, sentAt: string, since: string) =>
          exchange.send(
            {
              message: aMessage(id, { sameAs: 'k', sentAt }),
              deliveries: [aDelivery(`d ${id}`, id, 'T90.02')],
              jobs: [],
            },
            since,
          )
        expect(await send('m1', AT, AT)).toBe('m1')
        expect(await send('m2', AT, AT)).toBe('m1')
        expect(await exchange.message('m2')).toBeUndefined()
        expect(await exchange.delivery('d m2')).toBeUndefined()
        expect(await send('m3', '2026-03-04T00:00:00.000Z', '2026-03-03T00:00:00.000Z')).toBe('m3')
        expect((await exchange.sentBy('s', 10)).map((one) => one.id)).toEqual(['m3', 'm1'])
      })

      it('lets deliveries wait until they are done, whatever the case of a code', async () => {
        const { exchange } = engine
        await exchange.send(
          {
            message: aMessage('m'),
            deliveries: [aDelivery('d1', 'm', 't90.02'), aDelivery('d2', 'm', 'T90.03')],
            jobs: [],
          },
          AT,
        )
        const waiting = async () =>
          (await exchange.waitingFor(['T90.02'], 'edoc', 10)).map((one) => one.delivery.id)
        expect(await waiting()).toEqual(['d1'])
        expect(await exchange.countWaitingFor(['T90.02'], 'status')).toBe(0)
        await exchange.setReceiveState('d1', 'fail', 'x', AT)
        expect(await waiting()).toEqual(['d1'])
        await exchange.setReceiveState('d1', 'done', '', AT)
        await exchange.setReceiveState('d1', 'fail', '', AT)
        expect(await waiting()).toEqual([])
        expect((await exchange.deliveriesOf('m')).map((one) => one.receiveState)).toEqual(['done', 'initial'])
      })

      it('finds dispatches by what they deliver', async () => {
        const { exchange } = engine
        const dispatch = { workspace: WS, id: 'd' }
        await exchange.send({ message: aMessage('m', { dispatch }), deliveries: [], jobs: [] }, AT)
        expect(await exchange.dispatchesOf(WS, 'documentId', 'doc m')).toEqual(['d'])
        expect(await exchange.dispatchesOf(WS, 'code', '1/X')).toEqual(['d'])
        expect(await exchange.dispatchesOf('other', 'code', '1/X')).toEqual([])
      })

      it('keeps outside systems and their agencies by code', async () => {
        const { exchange } = engine
        await exchange.putSystem({ id: 's', secret: 'x' })
        await exchange.putSystem({ id: 's', secret: 'y' })
        expect(await exchange.system('s')).toEqual({ id: 's', secret: 'y' })
        await exchange.putAgency({ code: 'T90.02', system: 's', name: 'A', fields: {} })
        await exchange.putAgency({ code: 't90.02', system: 's', name: 'B', fields: { mail: 'x' } })
        expect(await exchange.agency('T90.02')).toEqual({
          code: 't90.02',
          system: 's',
          name: 'B',
          fields: { mail: 'x' },
        })
        expect(await exchange.agencies('s')).toHaveLength(1)
        expect(await exchange.agencies('other')).toEqual([])
        await exchange.deleteAgency('T90.02')
        expect(await exchange.agencies()).toEqual([])
      })
    })
  })
}
