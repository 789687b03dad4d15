import { createHash, randomBytes } from 'node:crypto'
import { WebSocket } from 'ws'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CongsoNode } from '../../../backbone/node.ts'
import { toBase64 } from '../../../shared/kernel/bytes.ts'
import { CHUNK_BYTES } from '../../../shared/protocol/blobs.ts'
import { submitAnswer } from '../../../shared/protocol/commands.ts'
import { feedItem } from '../../../shared/protocol/feed.ts'
import { deviceEnrolled, sessionInfo } from '../../../shared/protocol/session.ts'
import { commandText } from '../../../shared/log/command.ts'
import { aCommand, aDevice, aNode, anAgency } from '../../builders/backbone.ts'

let node: CongsoNode
let origin: string

beforeEach(async () => {
  node = await aNode([anAgency('a'), anAgency('b')])
  origin = `http://127.0.0.1:${(await node.listen()).port}`
})
afterEach(() => node.close())

const bearer = (person: string) => ({ authorization: `Bearer ${node.sessions.open(person)}` })
const json = (person: string, body: unknown) => ({
  method: 'POST',
  headers: { ...bearer(person), 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const drafter = { person: 'a-p-drafter', post: 'a-drafter' }
const fields = {
  superior: '',
  agency: '',
  symbol: 'ST-TH',
  place: '',
  subject: '',
  authority: 'head',
  collective: '',
  headTitle: '',
  ownTitle: '',
  signerName: '',
  addressees: [],
  receivers: [],
  urgency: 'normal',
  dueDate: null,
  answers: null,
}

async function enrolled(person = drafter.person) {
  const device = aDevice()
  const answer = await fetch(
    `${origin}/v1/devices`,
    json(person, { workspace: 'a', key: toBase64(device.publicKey) }),
  )
  expect(deviceEnrolled.parse(await answer.json()).id).toBe(device.key)
  return device
}

async function submit(person: string, commands: unknown[]) {
  return submitAnswer.parse(
    await (await fetch(`${origin}/v1/commands`, json(person, { workspace: 'a', commands }))).json(),
  )
}

async function feed(person: string, after = 0) {
  const answer = await fetch(`${origin}/v1/feed?workspace=a&after=${after}`, { headers: bearer(person) })
  return (await answer.text())
    .trim()
    .split('\n')
    .map((line) => feedItem.parse(JSON.parse(line)))
}

describe('node over HTTP', () => {
  it('takes a signed command from an enrolled device, once, and shows it to its audience alone', async () => {
    const device = await enrolled()
    const command = device.sign(
      commandText(
        aCommand('a', drafter, { kind: 'document', id: 'd1' }, 'document.create', {
          kind: 'cong-van',
          fields,
        }),
      ),
    )
    const first = await submit(drafter.person, [command])
    const again = await submit(drafter.person, [command])
    expect(first.outcomes[0]).toMatchObject({ outcome: 'accepted', again: false })
    expect(again.outcomes[0]).toMatchObject({ outcome: 'accepted', again: true })

    const mine = await feed(drafter.person)
    expect(mine.some((item) => item.item === 'entry' && item.entry.command.text === command.text)).toBe(true)
    const theirs = await feed('a-p-leader')
    expect(theirs.some((item) => item.item === 'entry' && item.entry.command.text === command.text)).toBe(
      false,
    )
    expect(theirs.at(-1)).toMatchObject({ item: 'head' })
  })

  it('says who the bearer is, and hides what is not theirs', async () => {
    const info = sessionInfo.parse(
      await (await fetch(`${origin}/v1/session`, { headers: bearer(drafter.person) })).json(),
    )
    expect(info.workspaces.map((one) => one.id)).toEqual(['a'])
    const problem = async (path: string, init?: RequestInit) => {
      const answer = await fetch(`${origin}${path}`, init)
      return [answer.status, ((await answer.json()) as { code: string }).code]
    }
    expect(await problem('/v1/session')).toEqual([401, 'no-session'])
    expect(await problem('/v1/feed?workspace=b&after=0', { headers: bearer(drafter.person) })).toEqual([
      404,
      'not-yours',
    ])
    expect(await problem('/v1/feed?workspace=a&after=9999', { headers: bearer(drafter.person) })).toEqual([
      409,
      'cursor-ahead',
    ])
    expect(await problem('/v1/feed?workspace=a&after=x', { headers: bearer(drafter.person) })).toEqual([
      400,
      'invalid-request',
    ])
    expect(
      await problem('/v1/session', { headers: { ...bearer(drafter.person), 'congso-protocol': '99' } }),
    ).toEqual([400, 'protocol-unsupported'])
    expect(await problem('/nothing/here')).toEqual([404, 'not-yours'])
  })

  it('certifies a device key for one person only, and renews nothing that is fresh', async () => {
    const device = await enrolled()
    const before = (await node.workspace('a')).head().seq
    await fetch(
      `${origin}/v1/devices`,
      json(drafter.person, { workspace: 'a', key: toBase64(device.publicKey) }),
    )
    expect((await node.workspace('a')).head().seq).toBe(before)
    const other = await fetch(
      `${origin}/v1/devices`,
      json('a-p-clerk', { workspace: 'a', key: toBase64(device.publicKey) }),
    )
    expect(other.status).toBe(409)
  })

  it('certifies a bounded number of new keys for a person, from the moment on at which it first did', async () => {
    const device = await enrolled()
    const state = await (await node.workspace('a')).state({ kind: 'device', id: device.key })
    expect(Date.parse((state as { from: string }).from)).toBeGreaterThan(Date.now() - 60_000)
    const another = () => json(drafter.person, { workspace: 'a', key: toBase64(aDevice().publicKey) })
    for (let count = 1; count < 20; count++) await enrolled()
    expect((await fetch(`${origin}/v1/devices`, another())).status).toBe(429)
    await enrolled('a-p-clerk')
  })

  it('keeps files in chunks, for those who brought them or may see an entry that names them', async () => {
    const device = await enrolled()
    const file = Uint8Array.from(randomBytes(CHUNK_BYTES + 1000))
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    const pieces = [file.subarray(0, CHUNK_BYTES), file.subarray(CHUNK_BYTES)]
    const chunks = pieces.map(hash)
    const attach = (id: string) =>
      device.sign(
        commandText(
          aCommand('a', drafter, { kind: 'document', id: 'd1' }, 'document.attach', {
            attachment: {
              id,
              name: 'so-lieu.bin',
              file: { sha256: hash(file), sizeBytes: file.length, mediaType: 'application/octet-stream' },
            },
          }),
        ),
      )
    const create = device.sign(
      commandText(
        aCommand('a', drafter, { kind: 'document', id: 'd1' }, 'document.create', {
          kind: 'cong-van',
          fields,
        }),
      ),
    )
    await submit(drafter.person, [create])
    const tooEarly = await submit(drafter.person, [attach('0190c2a0-0000-7000-8000-000000000001')])
    expect(tooEarly.outcomes[0]).toMatchObject({ outcome: 'rejected', code: 'blob-missing' })

    const have = async (person: string) =>
      (
        (await (await fetch(`${origin}/v1/blobs/have`, json(person, { workspace: 'a', chunks }))).json()) as {
          missing: string[]
        }
      ).missing
    expect(await have(drafter.person)).toEqual(chunks)
    const put = (chunk: string, body: Uint8Array<ArrayBuffer>) =>
      fetch(`${origin}/v1/blobs/chunks/${chunk}?workspace=a`, {
        method: 'PUT',
        headers: { ...bearer(drafter.person), 'content-type': 'application/octet-stream' },
        body,
      })
    expect((await put(chunks[0]!, pieces[1]!)).status).toBe(422)
    for (const [index, chunk] of chunks.entries()) expect((await put(chunk, pieces[index]!)).status).toBe(204)
    expect(await have(drafter.person)).toEqual([])
    expect(await have('a-p-leader')).toEqual(chunks)

    const manifest = {
      workspace: 'a',
      sha256: hash(file),
      sizeBytes: file.length,
      mediaType: 'application/octet-stream',
      chunks,
    }
    expect((await fetch(`${origin}/v1/blobs`, json('a-p-leader', manifest))).status).toBe(409)
    expect(
      (await fetch(`${origin}/v1/blobs`, json(drafter.person, { ...manifest, sha256: chunks[0] }))).status,
    ).toBe(422)
    expect((await fetch(`${origin}/v1/blobs`, json(drafter.person, manifest))).status).toBe(201)
    const get = (person: string, headers = {}) =>
      fetch(`${origin}/v1/blobs/${hash(file)}?workspace=a`, { headers: { ...bearer(person), ...headers } })
    expect((await get('a-p-leader')).status).toBe(404)
    expect(
      (await submit(drafter.person, [attach('0190c2a0-0000-7000-8000-000000000001')])).outcomes[0],
    ).toMatchObject({ outcome: 'accepted' })
    expect(hash(new Uint8Array(await (await get(drafter.person)).arrayBuffer()))).toBe(hash(file))
    expect((await get('a-p-leader')).status).toBe(404)
    const part = await get(drafter.person, { range: `bytes=${CHUNK_BYTES - 2}-${CHUNK_BYTES + 1}` })
    expect(part.status).toBe(206)
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(file.slice(CHUNK_BYTES - 2, CHUNK_BYTES + 2))
  })

  it('rings the desks of a workspace that has grown', async () => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/v1/live`, {
      headers: bearer(drafter.person),
    })
    const frames: { workspace: string; seq: number }[] = []
    const heard = (count: number) =>
      new Promise<void>((resolve) => {
        const check = () => frames.length >= count && resolve()
        socket.on('message', check)
        check()
      })
    socket.on('message', (data: Buffer) =>
      frames.push(JSON.parse(data.toString()) as { workspace: string; seq: number }),
    )
    await heard(1)
    await enrolled()
    await heard(2)
    expect(frames.map((frame) => frame.workspace)).toEqual(['a', 'a'])
    expect(frames[1]!.seq).toBe(frames[0]!.seq + 1)
    socket.terminate()
    const refused = new WebSocket(`${origin.replace('http', 'ws')}/v1/live`)
    await new Promise<void>((resolve) => refused.on('error', () => resolve()))
  })
})
