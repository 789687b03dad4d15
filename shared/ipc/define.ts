import type { z } from 'zod'
import type { ErrorCode } from '../errors/error-codes.ts'

/** Something the page asks of main. Whatever the handler throws beyond `errors` arrives as `internal`. */
export interface RequestDefinition {
  readonly kind: 'request'
  readonly input: z.ZodType
  readonly output: z.ZodType
  readonly errors: readonly ErrorCode[]
}

/** Something main tells the page. */
export interface EventDefinition {
  readonly kind: 'event'
  readonly payload: z.ZodType
}

/** Part of the contract: `context.verb` for requests, `context.noun` for events. */
export type IpcDefinition = Readonly<Record<`${string}.${string}`, RequestDefinition | EventDefinition>>

/** Declares a request; without all three parts it cannot be declared. */
export function request<
  I extends z.ZodType,
  O extends z.ZodType,
  const E extends readonly ErrorCode[],
>(parts: {
  input: I
  output: O
  errors: E
}): { readonly kind: 'request'; readonly input: I; readonly output: O; readonly errors: E } {
  return { kind: 'request', ...parts }
}

/** Declares an event. */
export function event<P extends z.ZodType>(parts: {
  payload: P
}): { readonly kind: 'event'; readonly payload: P } {
  return { kind: 'event', ...parts }
}
