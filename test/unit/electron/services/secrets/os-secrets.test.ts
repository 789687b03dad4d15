import { readdir, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { diskFiles } from '../../../../../electron/services/files/disk-files.ts'
import { osSecrets } from '../../../../../electron/services/secrets/os-secrets.ts'
import { fileSealer } from '../../../../fakes/file-sealer.ts'
import { temporaryFolder } from '../../../../fakes/temporary-folder.ts'

const secret = Uint8Array.from({ length: 32 }, (_, index) => index)

async function store() {
  const folder = await temporaryFolder()
  const sealer = fileSealer()
  return { folder, sealer, secrets: osSecrets(folder, diskFiles, sealer) }
}

test('a secret comes back, and neither it nor its name stands on disk', async () => {
  const { folder, secrets } = await store()
  await secrets.write('device:an', secret)
  expect(await secrets.read('device:an')).toEqual(secret)
  const [file = ''] = await readdir(folder)
  const kept = await readFile(path.join(folder, file))
  expect(file + kept.toString('latin1')).not.toContain('device')
  expect(kept.includes(Buffer.from(secret).toString('base64'))).toBe(false)
})

test('two that ask at once get the same fresh secret', async () => {
  const { secrets } = await store()
  let made = 0
  const make = () => Promise.resolve(Uint8Array.of(++made))
  const [one, two] = await Promise.all([secrets.readOrMake('k', make), secrets.readOrMake('k', make)])
  expect(one).toEqual(two)
  expect(await secrets.readOrMake('k', make)).toEqual(one)
  expect(made).toBe(1)
})

test('a locked keyring refuses with a code and keeps what is there', async () => {
  const { sealer, secrets } = await store()
  await secrets.write('k', secret)
  sealer.isLocked = true
  await expect(secrets.read('k')).rejects.toMatchObject({ code: 'secrets-unavailable' })
  await expect(secrets.readOrMake('k', () => Promise.resolve(secret))).rejects.toMatchObject({
    code: 'secrets-unavailable',
  })
  sealer.isLocked = false
  expect(await secrets.read('k')).toEqual(secret)
})

test('a sealed file under another name is refused', async () => {
  const { folder, secrets } = await store()
  await secrets.write('a', secret)
  const [a = ''] = await readdir(folder)
  await secrets.write('b', Uint8Array.of(1))
  const b = (await readdir(folder)).find((name) => name !== a) ?? ''
  await rename(path.join(folder, a), path.join(folder, b))
  await expect(secrets.read('b')).rejects.toMatchObject({ code: 'secrets-unavailable' })
})
