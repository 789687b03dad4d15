import { errorCodes, type ErrorCode } from './error-codes.ts'

/** What a failure tells besides its code: plain values only, never personal content. */
export type ErrorFacts = Readonly<Record<string, string | number | boolean>>

/** An expected failure: its code says what the caller does. Everything else that is thrown is a bug. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly facts: ErrorFacts

  constructor(code: ErrorCode, facts: ErrorFacts = {}, options?: ErrorOptions) {
    super(`${code}: ${errorCodes[code]}`, options)
    this.name = 'AppError'
    this.code = code
    this.facts = facts
  }
}
