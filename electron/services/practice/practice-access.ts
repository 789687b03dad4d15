import type { NodeAccess } from '../backbone/backbone.port.ts'
import type { PracticeProvince } from './practice-province.port.ts'

/** The way of one practice person to the node; a token lasts as long as the node runs. */
export function practiceAccess(
  address: () => string | undefined,
  province: PracticeProvince,
  person: string,
): NodeAccess {
  let token: Promise<string> | undefined
  return {
    address,
    token() {
      token ??= province.openSession(person).catch((error: unknown) => {
        token = undefined
        throw error
      })
      return token
    },
    forgetToken() {
      token = undefined
    },
  }
}
