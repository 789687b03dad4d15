/** Makes a switch exhaustive: does not compile when a case is missing, throws when one slips through from outside. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected: ${JSON.stringify(value)}`)
}
