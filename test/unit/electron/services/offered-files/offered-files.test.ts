import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from '#shared/ipc/values.ts'
import { mediaTypeOf } from '../../../../../electron/services/offered-files/media-type.ts'
import { offeredFiles } from '../../../../../electron/services/offered-files/offered-files.ts'
import { plainFileName } from '../../../../../shared/kernel/file-name.ts'
import { temporaryFolder } from '../../../../fakes/temporary-folder.ts'

async function contentOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part)
  return Buffer.concat(parts).toString()
}

test('a chosen file is known by a token of one use, never by its path', async () => {
  const file = path.join(await temporaryFolder(), 'Phụ lục 1.pdf')
  await writeFile(file, '%PDF-1.7')
  const offered = offeredFiles()
  const { token, ...facts } = await offered.offerPath(file)
  expect(facts).toEqual({ name: 'Phụ lục 1.pdf', sizeBytes: 8 })
  const opened = await offered.take(token)
  expect(await contentOf(opened.content)).toBe('%PDF-1.7')
  await expect(offered.take(token)).rejects.toMatchObject({ code: 'file-token-unknown' })
})

test('dropped bytes work the same', async () => {
  const offered = offeredFiles()
  const { token } = offered.offerBytes('../../etc/passwd', Buffer.from('abc'))
  const { name, content } = await offered.take(token)
  expect([name, await contentOf(content)]).toEqual(['passwd', 'abc'])
})

test('whatever a file is called, its plain name is a name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => fileName.safeParse(plainFileName(name)).success),
  )
})

test.each([
  ['x.txt', '%PDF-1.7', 'application/pdf'],
  ['x.docx', 'PK\x03\x04', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['x.pdf', 'PK\x03\x04', 'application/zip'],
])('%s with %j is %s', (name, head, type) => {
  expect(mediaTypeOf(name, Buffer.from(head, 'latin1'))).toBe(type)
})
