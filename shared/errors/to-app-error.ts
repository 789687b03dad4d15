import { AppError } from './app-error.ts'
import type { ErrorCode } from './error-codes.ts'

/** Whatever was thrown, as an AppError: itself, or `internal` with the thrown value as its cause. */
export function toAppError(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError('internal', {}, { cause: thrown })
}

/** True when what was thrown is an expected failure with one of these codes. */
export function isAppError<C extends ErrorCode>(
  thrown: unknown,
  ...codes: readonly C[]
): thrown is AppError & { readonly code: C } {
  return thrown instanceof AppError && (codes as readonly ErrorCode[]).includes(thrown.code)
}
