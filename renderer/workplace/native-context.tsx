import { createContext, use } from 'react'
import type { NativeApi } from '../native/native-api.ts'

const context = createContext<NativeApi | null>(null)

/** Gives the screens below it what main can do. */
export const NativeProvider = context.Provider

/** Throws outside a `NativeProvider`. */
export function useNative(): NativeApi {
  const native = use(context)
  if (native === null) throw new TypeError('no NativeProvider above')
  return native
}
