import { AppError } from '#shared/errors/app-error.ts'
import { isAppError, toAppError } from '#shared/errors/to-app-error.ts'
import type { PinMessage, PinSheet } from '#shared/ipc/pin.ipc.ts'
import type { ErrorCode } from '#shared/errors/error-codes.ts'
import type { Signer } from '../signer/signer.port.ts'

/** What became of one thing that was to be signed. */
export type PinOutcome =
  { readonly outcome: 'signed' } | { readonly outcome: 'failed'; readonly code: ErrorCode }

export interface PinWork<O extends PinOutcome> {
  /** Throws AppError `wrong-pin`; anything else ends the conversation. */
  readonly unlock: (pin: string) => Promise<Signer>
  /** Signs one document after the other; `onDone` after each. Never throws for a single document. */
  sign(signer: Signer, onDone: (done: number) => void): Promise<readonly O[]>
}

/** One use of the PIN window, from asking to the last signature. */
export interface PinConversation<O = unknown> {
  /** Throws AppError `cancelled` once it is over. */
  readonly say: (message: PinMessage) => Promise<PinSheet>
  /** The window was closed, by whatever way. */
  readonly closed: () => void
  /** Rejects with AppError `cancelled`, `wrong-pin` or what the key refused. */
  readonly result: Promise<readonly O[]>
}

/** What the sheet says at the beginning. */
export type SheetStart = Omit<PinSheet, 'step' | 'wasWrong' | 'done' | 'failures'>

export function pinConversation<O extends PinOutcome>(
  start: SheetStart,
  work: PinWork<O>,
): PinConversation<O> {
  const { promise: result, resolve, reject } = Promise.withResolvers<readonly O[]>()
  let sheet: PinSheet = { ...start, step: 'asking', wasWrong: false, done: 0, failures: [] }
  let outcomes: readonly O[] | undefined
  let isOver = false
  let isChecking = false

  function end(act: () => void): void {
    isOver = true
    act()
  }

  function finish(made: readonly O[]): void {
    outcomes = made
    const failures = made.flatMap((one, index) =>
      one.outcome === 'failed' ? [{ subject: sheet.subjects[index] ?? '', code: one.code }] : [],
    )
    if (failures.length === 0 || isOver) end(() => resolve(made))
    else sheet = { ...sheet, step: 'failed', failures }
  }

  async function enter(pin: string): Promise<void> {
    if (sheet.step !== 'asking' || isChecking) return
    isChecking = true
    try {
      const signer = await work.unlock(pin)
      sheet = { ...sheet, step: 'working', wasWrong: false }
      work
        .sign(signer, (done) => (sheet = { ...sheet, done }))
        .then(finish)
        .catch((error: unknown) => end(() => reject(toAppError(error))))
    } catch (error) {
      if (!isAppError(error, 'wrong-pin')) {
        end(() => reject(toAppError(error)))
        return
      }
      sheet = { ...sheet, wasWrong: true, triesLeft: sheet.triesLeft - 1 }
      if (sheet.triesLeft <= 0) end(() => reject(error))
    } finally {
      isChecking = false
    }
  }

  /** While it works the documents go on being signed: closing then only hides the sheet. */
  function closed(): void {
    if (isOver) return
    if (sheet.step === 'asking') end(() => reject(new AppError('cancelled')))
    else if (outcomes === undefined) isOver = true
    else {
      const made = outcomes
      end(() => resolve(made))
    }
  }

  return {
    result,
    closed,
    async say(message) {
      if (isOver) throw new AppError('cancelled')
      if (message.say === 'close') closed()
      else if (message.say === 'enter') await enter(message.pin)
      return sheet
    },
  }
}
