import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concatBytes } from '#shared/kernel/bytes.ts'
import { readDataAnswer, readJsonAnswer } from '../../../../../backbone/axis/client/read-answer.ts'

function bodyOf(text: string, sizes: readonly number[] = []): Readable {
  const bytes = Buffer.from(text, 'utf8')
  const parts: Buffer[] = []
  let at = 0
  for (const size of sizes) {
    parts.push(bytes.subarray(at, at + size))
    at += size
  }
  parts.push(bytes.subarray(at))
  return Readable.from(parts.filter(({ length }) => length > 0))
}

async function read(body: Readable): Promise<{ json: unknown; data: Uint8Array }> {
  const parts: Uint8Array[] = []
  const json = await readDataAnswer(body, {
    write: (bytes) => Promise.resolve(void parts.push(bytes.slice())),
  })
  return { json, data: concatBytes(...parts) }
}

describe('the answer of getEdoc', () => {
  test('gives the file, wherever data stands and however the answer is cut', async () => {
    const shape = fc.constantFrom(
      (data: string) => `{"status":"OK","ErrorCode":"0","data":"${data}"}`,
      (data: string) => `{"data" :\n "${data}","status":"OK","ErrorCode":"0"}`,
      (data: string) => `\ufeff{"x":{"data":"QUJD"},"y":"data","data":"${data}","z":["data","QUJD"]}`,
      (data: string) => `{"q":"\\"data\\":","data":"${data.replaceAll('/', '\\/')}"}`,
      (data: string) => `{"data":"${data.replace(/(.{8})/g, '$1\\r\\n')}"}`,
    )
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 80 }),
        shape,
        fc.array(fc.integer({ min: 1, max: 9 })),
        async (bytes, build, sizes) => {
          const text = build(Buffer.from(bytes).toString('base64'))
          const { json, data } = await read(bodyOf(text, sizes))
          expect(data).toEqual(bytes)
          const whole = JSON.parse(text.replace('\ufeff', '')) as Record<string, unknown>
          expect(json).toEqual({ ...whole, data: '' })
        },
      ),
    )
  })

  test('without data, with null, or no JSON at all', async () => {
    expect(await read(bodyOf('{"status":"FAIL"}'))).toEqual({
      json: { status: 'FAIL' },
      data: new Uint8Array(0),
    })
    expect(await read(bodyOf('{"data":null}'))).toMatchObject({ json: { data: null } })
    await expect(read(bodyOf('<html>'))).rejects.toMatchObject({ name: 'AxisAnswerUnreadable' })
    await expect(read(bodyOf('{"data":"QUJD'))).rejects.toMatchObject({ name: 'AxisAnswerUnreadable' })
    await expect(readJsonAnswer(bodyOf('<html>'))).rejects.toMatchObject({ name: 'AxisAnswerUnreadable' })
  })

  test('that breaks off', async () => {
    const broken = new Readable({ read: () => undefined })
    broken.push('{"data":"QU')
    const reading = read(broken)
    broken.destroy(new Error('reset'))
    await expect(reading).rejects.toMatchObject({ name: 'AxisUnreachable' })
  })
})
