import { toAppError } from '#shared/errors/to-app-error.ts'
import type { Input, Output, PageRequestName } from '#shared/ipc/contract.ts'
import { openEnvelope } from '#shared/ipc/envelope.ts'
import type { OfferedFile } from '#shared/ipc/blobs.ipc.ts'
import type { Bridge } from './bridge.ts'

/** Main's side of the contract, typed. Everything rejects with AppError only. */
export interface NativeApi {
  invoke<K extends PageRequestName>(name: K, input: Input<K>): Promise<Output<K>>
  /** Hands a dropped file to main; the token is for `blobs.import`. */
  tokenForFile(file: File): Promise<OfferedFile>
}

async function opened(answer: Promise<unknown>): Promise<unknown> {
  try {
    return openEnvelope(await answer)
  } catch (error) {
    throw toAppError(error)
  }
}

/** The typed client over the preload's functions. */
export function nativeApi(bridge: Bridge): NativeApi {
  return {
    invoke: <K extends PageRequestName>(name: K, input: Input<K>) =>
      opened(bridge.invoke(name, input)) as Promise<Output<K>>,
    tokenForFile: (file) => opened(bridge.tokenForFile(file)) as Promise<OfferedFile>,
  }
}
