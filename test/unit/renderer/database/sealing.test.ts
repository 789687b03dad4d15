import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DeskLocked, SealBroken } from '../../../../renderer/database/sealing.ts'
import { aSealing } from './a-database.ts'

test('what was sealed opens at its place, whatever it is', async () => {
  const sealing = await aSealing()
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.string(), async (content, key) => {
      const sealed = await sealing.seal('text', key, content)
      expect(await sealing.open('text', key, sealed)).toEqual(JSON.parse(JSON.stringify(content)))
    }),
  )
})

test('the same content is never sealed to the same bytes, and does not show in them', async () => {
  const sealing = await aSealing()
  const one = await sealing.seal('text', 'k', 'Kính gửi Sở Nội vụ')
  const two = await sealing.seal('text', 'k', 'Kính gửi Sở Nội vụ')
  expect(one).not.toEqual(two)
  expect(new TextDecoder().decode(one)).not.toContain('gửi')
})

test('it opens nowhere else, not with another key, and not when a bit was changed', async () => {
  const sealing = await aSealing()
  const sealed = await sealing.seal('outgoing', 'a', { subject: 'mật' })
  await expect(sealing.open('outgoing', 'b', sealed)).rejects.toThrow(SealBroken)
  await expect(sealing.open('incoming', 'a', sealed)).rejects.toThrow(SealBroken)
  await expect((await aSealing(8)).open('outgoing', 'a', sealed)).rejects.toThrow(SealBroken)
  for (const at of [0, 13, sealed.length - 1]) {
    const bent = Uint8Array.from(sealed)
    bent[at] = (bent[at] ?? 0) ^ 1
    await expect(sealing.open('outgoing', 'a', bent)).rejects.toThrow(SealBroken)
  }
})

test('once the key is dropped nothing is sealed or opened', async () => {
  const sealing = await aSealing()
  const sealed = await sealing.seal('text', 'k', 1)
  sealing.drop()
  await expect(sealing.open('text', 'k', sealed)).rejects.toThrow(DeskLocked)
  await expect(sealing.seal('text', 'k', 1)).rejects.toThrow(DeskLocked)
})
