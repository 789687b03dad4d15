import { readdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { diskFiles } from '../../../../../electron/services/files/disk-files.ts'
import { temporaryFolder } from '../../../../fakes/temporary-folder.ts'

const text = (content: Uint8Array | undefined): string => new TextDecoder().decode(content)
const bytes = (content: string): Uint8Array => new TextEncoder().encode(content)

test('a file is replaced whole, readable by its owner only, and nothing is left beside it', async () => {
  const folder = await temporaryFolder()
  const file = path.join(folder, 'deep', 'file')
  await diskFiles.write(file, bytes('one'))
  await diskFiles.write(file, bytes('two'))
  expect(text(await diskFiles.read(file))).toBe('two')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readdir(path.dirname(file))).toEqual(['file'])
})

test('a write that breaks off leaves the old content and no leftover', async () => {
  const file = path.join(await temporaryFolder(), 'file')
  await diskFiles.write(file, bytes('old'))
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes('half'))
    throw new Error('power cut')
  }
  await expect(diskFiles.writeParts(file, broken())).rejects.toThrow('power cut')
  expect(text(await diskFiles.read(file))).toBe('old')
  expect(await readdir(path.dirname(file))).toEqual(['file'])
})

test('what is not there reads as nothing, and leftovers are not named', async () => {
  const folder = await temporaryFolder()
  expect(await diskFiles.read(path.join(folder, 'none'))).toBeUndefined()
  expect(await diskFiles.list(path.join(folder, 'none'))).toEqual([])
  await writeFile(path.join(folder, 'a.0011.unfinished'), '')
  await writeFile(path.join(folder, 'b'), '')
  expect(await diskFiles.list(folder)).toEqual(['b'])
})
