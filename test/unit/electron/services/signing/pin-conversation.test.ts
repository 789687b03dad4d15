import { expect, test } from 'vitest'
import { AppError } from '#shared/errors/app-error.ts'
import type { SigningOutcome } from '#shared/ipc/signing.ipc.ts'
import { pinConversation, type PinWork } from '../../../../../electron/services/signing/pin-conversation.ts'
import type { Signer } from '../../../../../electron/services/signer/signer.port.ts'

const signer: Signer = {
  keyType: 'rsa',
  certificate: new Uint8Array(),
  chain: [],
  sign: () => Promise.reject(new Error('unused')),
}
const signed: SigningOutcome = {
  outcome: 'signed',
  blob: { sha256: '0'.repeat(64), sizeBytes: 1, mediaType: 'application/pdf' },
  level: 'B-B',
  signedAt: '2026-11-22T01:02:03.000Z',
  timestampAt: null,
}
const failed: SigningOutcome = { outcome: 'failed', code: 'blob-missing', cause: '' }

function start(work: Partial<PinWork<SigningOutcome>> = {}) {
  return pinConversation<SigningOutcome>(
    {
      act: 'sign',
      next: 'clerk',
      language: 'vi',
      certificate: {
        id: '0'.repeat(64),
        use: 'person',
        holder: 'Nguyễn Thị An',
        organisation: null,
        issuer: 'CA',
        validFrom: '2026-01-01T00:00:00.000Z',
        validUntil: '2028-01-01T00:00:00.000Z',
        practice: true,
      },
      subjects: ['Một', 'Hai'],
      heldBack: 0,
      said: null,
      practicePin: null,
      triesLeft: 3,
    },
    {
      unlock: (pin) => (pin === 'good' ? Promise.resolve(signer) : Promise.reject(new AppError('wrong-pin'))),
      sign: () => Promise.resolve([signed, signed]),
      ...work,
    },
  )
}

test('the right PIN signs everything and ends', async () => {
  const conversation = start()
  expect((await conversation.say({ say: 'show' })).step).toBe('asking')
  expect((await conversation.say({ say: 'enter', pin: 'good' })).step).toBe('working')
  expect(await conversation.result).toEqual([signed, signed])
  await expect(conversation.say({ say: 'show' })).rejects.toMatchObject({ code: 'cancelled' })
})

test('a wrong PIN leaves fewer tries, and the last one ends it', async () => {
  const conversation = start()
  const refused = expect(conversation.result).rejects.toMatchObject({ code: 'wrong-pin' })
  for (const triesLeft of [2, 1, 0])
    expect(await conversation.say({ say: 'enter', pin: 'bad' })).toMatchObject({ wasWrong: true, triesLeft })
  await refused
})

test('closing while it asks cancels; nothing was signed', async () => {
  const conversation = start({ sign: () => Promise.reject(new Error('must not sign')) })
  const refused = expect(conversation.result).rejects.toMatchObject({ code: 'cancelled' })
  await conversation.say({ say: 'close' })
  await refused
})

test('what failed stays listed until the person closes it', async () => {
  const conversation = start({ sign: () => Promise.resolve([signed, failed]) })
  await conversation.say({ say: 'enter', pin: 'good' })
  const sheet = await conversation.say({ say: 'show' })
  expect(sheet).toMatchObject({ step: 'failed', failures: [{ subject: 'Hai', code: 'blob-missing' }] })
  await conversation.say({ say: 'close' })
  expect(await conversation.result).toEqual([signed, failed])
})

test('closing while it works loses no signature', async () => {
  const { promise, resolve } = Promise.withResolvers<readonly SigningOutcome[]>()
  const conversation = start({ sign: () => promise })
  await conversation.say({ say: 'enter', pin: 'good' })
  conversation.closed()
  resolve([signed, failed])
  expect(await conversation.result).toEqual([signed, failed])
})

test('a key that refuses for another reason ends it with that reason', async () => {
  const conversation = start({ unlock: () => Promise.reject(new AppError('key-expired')) })
  const refused = expect(conversation.result).rejects.toMatchObject({ code: 'key-expired' })
  await conversation.say({ say: 'enter', pin: 'good' })
  await refused
})
