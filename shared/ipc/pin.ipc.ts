import { z } from 'zod'
import { choices } from '../domain/meetings/motion.ts'
import { isErrorCode, type ErrorCode } from '../errors/error-codes.ts'
import { language } from './app.ipc.ts'
import { request, type IpcDefinition } from './define.ts'
import { nextStep, signingAct, signingCertificate } from './signing.ipc.ts'

/** What the PIN window shows. `asking`: waits for a PIN; `working`: signs; `failed`: lists what was left as it was. */
const pinSheet = z.strictObject({
  act: z.enum([...signingAct.options, 'answer', 'vote']),
  next: z.enum([...nextStep.options, 'count']),
  language,
  certificate: signingCertificate,
  subjects: z.array(z.string()),
  /** What is said to the one question that is signed; null where a page is signed. */
  said: z
    .strictObject({ choice: z.enum(choices), reasons: z.string(), papers: z.array(z.string()) })
    .nullable(),
  heldBack: z.int().nonnegative(),
  /** Practice keys say their PIN; null for every other key. */
  practicePin: z.string().nullable(),
  step: z.enum(['asking', 'working', 'failed']),
  wasWrong: z.boolean(),
  triesLeft: z.int().nonnegative(),
  done: z.int().nonnegative(),
  failures: z.array(z.strictObject({ subject: z.string(), code: z.custom<ErrorCode>(isErrorCode) })),
})
export type PinSheet = z.infer<typeof pinSheet>

/** All the PIN window can say. */
const pinMessage = z.discriminatedUnion('say', [
  z.strictObject({ say: z.literal('show') }),
  z.strictObject({ say: z.literal('enter'), pin: z.string().min(1).max(64) }),
  z.strictObject({ say: z.literal('close') }),
])
export type PinMessage = z.infer<typeof pinMessage>

/** The one request of the PIN window; no other window may make it, and it may make no other. */
export const pinIpc = {
  'pin.say': request({ input: pinMessage, output: pinSheet, errors: ['cancelled'] }),
} satisfies IpcDefinition
