import { z } from 'zod'
import { jsonFile } from '../sealing/json-file.ts'
import type { SealedFiles } from '../sealing/sealed-files.ts'

const account = z.strictObject({
  workspace: z.string(),
  person: z.string(),
  /** Of the collection. */
  url: z.string(),
  user: z.string(),
  password: z.string(),
  /** Its entries are being taken away; then it ends. */
  isEnding: z.boolean(),
})
/** Where somebody publishes their calendar, and as whom. */
export type OwnAccount = z.infer<typeof account>
export type AccountOwner = Pick<OwnAccount, 'workspace' | 'person'>

/** At most one for each person and agency. */
export interface OwnAccounts {
  all(): Promise<readonly OwnAccount[]>
  of(owner: AccountOwner): Promise<OwnAccount | undefined>
  /** False where there is one: it stays as it is. */
  add(account: OwnAccount): Promise<boolean>
  /** Changes the one that is there now, whatever was known of it before; one that has ended stays ended. */
  update(owner: AccountOwner, change: (account: OwnAccount) => OwnAccount): Promise<void>
  end(owner: AccountOwner): Promise<void>
}

const NAME = 'own-calendar-accounts'

/** Accounts in a sealed file, which nobody else writes; changed one after the other. */
export function ownAccounts(files: Pick<SealedFiles, 'read' | 'write'>): OwnAccounts {
  const file = jsonFile(files, NAME, z.array(account).readonly(), [])
  let known: readonly OwnAccount[] | undefined
  const all = async (): Promise<readonly OwnAccount[]> => (known ??= await file.read())
  const change = async (next: (before: readonly OwnAccount[]) => readonly OwnAccount[]): Promise<void> => {
    known = await file.change(next)
  }
  const isOf =
    ({ workspace, person }: AccountOwner) =>
    (one: OwnAccount): boolean =>
      one.workspace === workspace && one.person === person
  const without = (owner: AccountOwner, list: readonly OwnAccount[]): readonly OwnAccount[] =>
    list.filter((one) => !isOf(owner)(one))
  return {
    all,
    of: async (owner) => (await all()).find(isOf(owner)),
    add: async (one) => {
      let isNew = false
      await change((before) => {
        isNew = !before.some(isOf(one))
        return isNew ? [...before, one] : before
      })
      return isNew
    },
    update: (owner, next) => change((before) => before.map((one) => (isOf(owner)(one) ? next(one) : one))),
    end: (owner) => change((before) => without(owner, before)),
  }
}
