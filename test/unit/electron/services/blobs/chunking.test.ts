import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inChunks } from '../../../../../electron/services/blobs/chunking.ts'

test('however a stream is cut, its chunks are the same', async () => {
  const parts = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(parts, fc.integer({ min: 1, max: 16 }), async (stream, size) => {
      const chunks: Uint8Array[] = []
      for await (const chunk of inChunks(Readable.from(stream), size)) chunks.push(chunk)
      expect(chunks.flatMap((chunk) => [...chunk])).toEqual(stream.flatMap((part) => [...part]))
      expect(chunks.slice(0, -1).every((chunk) => chunk.length === size)).toBe(true)
      expect(chunks.every((chunk) => chunk.length > 0 && chunk.length <= size)).toBe(true)
    }),
  )
})
