import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CdpConnection, messageSplitter } from '../../../../electron/host/cdp.ts'

const message = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0') && text.isWellFormed())

describe('the pipe', () => {
  test('gives back every message, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(message), fc.array(fc.nat(7)), (messages, cuts) => {
        const bytes = Buffer.from(messages.map((text) => `${text}\0`).join(''))
        const received: string[] = []
        const push = messageSplitter((text) => received.push(text))
        let start = 0
        for (const length of cuts) {
          push(bytes.subarray(start, start + length))
          start += length
        }
        push(bytes.subarray(start))
        expect(received).toEqual(messages)
      }),
    )
  })
})

interface Sent {
  id: number
  sessionId?: string
  method: string
}

function connect(): {
  connection: CdpConnection
  sent: Sent[]
  answer: (message: object) => void
  end: () => void
} {
  const input = new PassThrough()
  const output = new PassThrough()
  const sent: Sent[] = []
  output.on(
    'data',
    messageSplitter((text) => sent.push(JSON.parse(text) as Sent)),
  )
  return {
    connection: new CdpConnection(input, output),
    sent,
    answer: (reply) => void input.write(`${JSON.stringify(reply)}\0`),
    end: () => void input.destroy(),
  }
}

describe('a connection', () => {
  test('matches answers to commands, in any order', async () => {
    const { connection, answer } = connect()
    const page = connection.session('s1')
    const first = connection.browser.send('Target.createTarget', { url: 'about:blank' })
    const second = page.send('Page.navigate', { url: 'https://bundle.app.invalid/' })
    answer({ id: 2, sessionId: 's1', result: { frameId: 'f' } })
    answer({ id: 1, result: { targetId: 't' } })
    expect(await first).toEqual({ targetId: 't' })
    expect(await second).toEqual({ frameId: 'f' })
  })

  test('sends the session with the commands of a page only', async () => {
    const { connection, sent } = connect()
    void connection.browser.send('Browser.getVersion', {})
    void connection.session('s1').send('Page.enable', {})
    await expect.poll(() => sent.length).toBe(2)
    expect(sent.map(({ sessionId, method }) => [sessionId, method])).toEqual([
      [undefined, 'Browser.getVersion'],
      ['s1', 'Page.enable'],
    ])
  })

  test('hands events to the session they belong to', async () => {
    const { connection, answer } = connect()
    const opened: string[] = []
    connection.session('s1').on('Page.windowOpen', ({ url }) => opened.push(url))
    answer({ method: 'Page.windowOpen', sessionId: 's2', params: { url: 'other' } })
    answer({ method: 'Page.windowOpen', sessionId: 's1', params: { url: 'mine' } })
    await expect.poll(() => opened).toEqual(['mine'])
  })

  test('rejects with the words of the engine', async () => {
    const { connection, answer } = connect()
    const refused = connection.browser.send('Browser.getVersion', {})
    answer({ id: 1, error: { message: 'no such thing' } })
    await expect(refused).rejects.toMatchObject({ message: 'Browser.getVersion: no such thing', gone: false })
  })

  test('answers what is pending when a page or the engine goes, and everything after', async () => {
    const { connection, end } = connect()
    const page = connection.session('s1')
    const onPage = page.send('Page.enable', {})
    const onBrowser = connection.browser.send('Browser.getVersion', {})
    connection.forget('s1')
    await expect(onPage).rejects.toMatchObject({ gone: true })
    end()
    await expect(onBrowser).rejects.toMatchObject({ gone: true })
    await connection.closed
    await expect(page.send('Page.enable', {})).rejects.toMatchObject({ gone: true })
  })
})
