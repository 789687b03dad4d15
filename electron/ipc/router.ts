import type { z } from 'zod'
import { AppError } from '#shared/errors/app-error.ts'
import { toAppError } from '#shared/errors/to-app-error.ts'
import { contract, isRequestName, type RequestName } from '#shared/ipc/contract.ts'
import { commonErrors, failureEnvelope, type Envelope } from '#shared/ipc/envelope.ts'
import type { Log } from '../services/log/log.port.ts'
import { mayAsk, type Sender } from './trusted-senders.ts'

type ParsedInput<K extends RequestName> = z.output<(typeof contract)[K]['input']>
type Answer<K extends RequestName> = z.input<(typeof contract)[K]['output']>

/** Answers one request or throws AppError; `sender` is for windows that ask about themselves. */
type Handler<K extends RequestName> = (
  input: ParsedInput<K>,
  sender: Sender,
) => Answer<K> | Promise<Answer<K>>
/** One handler a name: a missing one does not compile. */
export type Handlers = { readonly [K in RequestName]: Handler<K> }
/** The handlers of one part of the contract. */
export type HandlersOf<Part> = { readonly [K in keyof Part & RequestName]: Handler<K> }

export type Router = (sender: Sender, name: unknown, input: unknown) => Promise<Envelope>

/** Name → sender → input → handler → output → envelope. Never throws; what is not an expected failure is logged and sent as `internal`. */
export function createRouter(handlers: Handlers, log: Log): Router {
  async function answer(sender: Sender, name: RequestName, raw: unknown): Promise<unknown> {
    if (!mayAsk(sender, name)) throw new AppError('sender-refused')
    const { input, output } = contract[name]
    const parsed = input.safeParse(raw)
    if (!parsed.success) throw new AppError('invalid-input', {}, { cause: parsed.error })
    const handler = handlers[name] as (input: unknown, sender: Sender) => unknown
    return output.parse(await handler(parsed.data, sender))
  }

  function failure(name: string, error: AppError, declared: readonly string[]): Envelope {
    const isDeclared = declared.includes(error.code) || commonErrors.includes(error.code)
    if (isDeclared && error.code !== 'internal') {
      log.info('request refused', { name, code: error.code })
      if (error.code === 'invalid-input') log.error('input does not fit the contract', error.cause, { name })
      return failureEnvelope(error)
    }
    log.error('request failed', error, { name })
    return failureEnvelope(new AppError('internal'))
  }

  return async (sender, name, input) => {
    if (!isRequestName(name)) return failure('?', new AppError('unknown-request'), [])
    try {
      return { ok: true, value: await answer(sender, name, input) }
    } catch (error) {
      return failure(name, toAppError(error), contract[name].errors)
    }
  }
}
