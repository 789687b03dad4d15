import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { KeyFileUnusable, makeKeyFile, readKeyFile } from '../../../../backbone/sealing/key-file.ts'
import { temporaryFolder } from '../../../fakes/temporary-folder.ts'

const keyFile = async (): Promise<string> => path.join(await temporaryFolder(), 'node.key')

it('makes a key once, for its owner only, and never over another', async () => {
  const file = await keyFile()
  await makeKeyFile(file)
  expect(await readKeyFile(file)).toHaveLength(32)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const before = await readFile(file)
  await expect(makeKeyFile(file)).rejects.toThrow(KeyFileUnusable)
  expect(await readFile(file)).toEqual(before)
})

it('refuses a file that others may read', async () => {
  const file = await keyFile()
  await makeKeyFile(file)
  await chmod(file, 0o640)
  await expect(readKeyFile(file)).rejects.toThrow(/chmod 600/)
})

it('refuses a file that is missing or holds something else', async () => {
  const file = await keyFile()
  await expect(readKeyFile(file)).rejects.toThrow(/congso node init/)
  await writeFile(file, 'abc', { mode: 0o600 })
  await expect(readKeyFile(file)).rejects.toThrow(/32 bytes/)
})
