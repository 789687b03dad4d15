import { AppError } from './app-error.ts'
import type { ErrorCode } from './error-codes.ts'

/** Whatever was thrown, as an AppError: itself, or `internal` with the thrown value as its cause. */
export function toAppError(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError('internal', {}, { cause: thrown })
}

/** True when what was thrown is an expected failure with one of these codes. */
export function isAppError(thrown: unknown, ...codes: readonly ErrorCode[]): thrown is AppError {
  return thrown instanceof AppError && codes.includes(thrown.code)
}
