/**
 * What a command may use before it is ended, so that no input can hold a machine. `seconds: 0` is for services that run
 * until they are told to stop.
 */
const ONE_FILE = { seconds: 60, memoryMb: 2048 }
const WHOLE_STORE = { seconds: 600, memoryMb: 4096 }

/** @type {Readonly<Record<string, { readonly seconds: number, readonly memoryMb: number }>>} */
const LIMITS = {
  audit: WHOLE_STORE,
  bench: { seconds: 3600, memoryMb: 4096 },
  import: WHOLE_STORE,
  node: { seconds: 0, memoryMb: 4096 },
  render: { seconds: 180, memoryMb: 2048 },
}

/** @param {string | undefined} command */
export function limitsOf(command) {
  return LIMITS[command ?? ''] ?? ONE_FILE
}
