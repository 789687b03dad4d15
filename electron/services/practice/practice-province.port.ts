import type { PracticePerson } from '#shared/ipc/session.ipc.ts'
import type { TrustSnapshot } from '../foreign-files/foreign-files.port.ts'
import type { KeyFile } from '../keys/key-ring.port.ts'

/** What the practice node gives to its own desk alone, against the secret. Throws AppError as `Backbone` does. */
export interface PracticeProvince {
  /** Asked for once; the people of a province do not change. */
  readonly people: () => Promise<readonly PracticePerson[]>
  /** A bearer token for one of its people. */
  readonly openSession: (person: string) => Promise<string>
  /** Key files of a person, and of the seals in that person's care. */
  readonly keyFiles: (person: string) => Promise<readonly KeyFile[]>
  /** The practice root, with the present lists of its status service. */
  readonly trust: () => Promise<TrustSnapshot>
}
