import type { EvaluateResult, RemoteObject } from './cdp-protocol.ts'

/** What a remote object says, as text. */
export function textOf({ value, description }: RemoteObject): string {
  return typeof value === 'string'
    ? value
    : (description ?? (value === undefined ? 'undefined' : JSON.stringify(value)))
}

/** The value of an evaluation by value; a rejection or exception is thrown with the page's own words. */
export function valueOf({ result, exceptionDetails }: EvaluateResult): unknown {
  if (exceptionDetails)
    throw new Error(exceptionDetails.exception ? textOf(exceptionDetails.exception) : exceptionDetails.text)
  const { type, unserializableValue, value } = result
  if (unserializableValue === undefined) return value
  return type === 'bigint' ? BigInt(unserializableValue.slice(0, -1)) : Number(unserializableValue)
}
