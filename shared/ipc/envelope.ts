import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { isErrorCode, type ErrorCode } from '../errors/error-codes.ts'

/** Any request can fail with these, so that no definition lists them. */
export const commonErrors: readonly ErrorCode[] = [
  'internal',
  'unknown-request',
  'invalid-input',
  'sender-refused',
  'no-session',
  'locked',
]

const errorData = z.strictObject({
  code: z.custom<ErrorCode>(isErrorCode),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

/** How an answer crosses: Electron keeps only the message of a thrown error, so failures travel as data. */
const envelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: errorData }),
])
export type Envelope = z.infer<typeof envelope>

/** The failure as it crosses: code and facts, no message, no stack. */
export function failureEnvelope(error: AppError): Envelope {
  return { ok: false, error: { code: error.code, facts: { ...error.facts } } }
}

/** The value, or throws the AppError that was sent; `internal` when it is no envelope at all. */
export function openEnvelope(received: unknown): unknown {
  const parsed = envelope.safeParse(received)
  if (!parsed.success) throw new AppError('internal', {}, { cause: parsed.error })
  if (!parsed.data.ok) throw new AppError(parsed.data.error.code, parsed.data.error.facts)
  return parsed.data.value
}
