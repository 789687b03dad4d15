import { z } from 'zod'
import { signedCommand } from '../log/command.ts'
import { request, type IpcDefinition } from './define.ts'
import { instant, nothing } from './values.ts'

/** The device key of the current person at this desk. */
const deviceFacts = z.strictObject({
  key: signedCommand.shape.key,
  /** Raw, 32 bytes, base64. */
  publicKey: z.string(),
  /** Until when the node certified it; null until it did. */
  enrolledUntil: instant.nullable(),
})

/** The Ed25519 key of this desk; it never leaves main. */
export const deviceIpc = {
  'device.current': request({ input: nothing, output: deviceFacts, errors: ['secrets-unavailable'] }),
  /** Signs the canonical text of a command of the current person in the current agency. */
  'device.signCommand': request({
    input: signedCommand.pick({ text: true }),
    output: signedCommand.pick({ signature: true, key: true }),
    errors: ['wrong-person', 'wrong-workspace', 'secrets-unavailable'],
  }),
} satisfies IpcDefinition
