import { AppError } from '#shared/errors/app-error.ts'
import type {
  Subscription,
  SubscriptionAct,
  SubscriptionsAnswer,
} from '#shared/protocol/calendar-subscriptions.ts'
import type { SubscribedText } from '../../database/repositories/subscribed-repository.ts'
import type { NativeApi } from '../../native/native-api.ts'
import type { Desk } from '../../sync/desk-api.ts'

type KeepingDesk = Pick<Desk, 'workspace' | 'readers' | 'keepSubscriptions'>

/**
 * Does something with the calendars one subscribed to, or only asks for them, and keeps on this desk what the node tells: of each calendar
 * its text when that is another than the one here. Rejects as `backbone.subscriptions` does; then what was kept stays.
 */
export async function askSubscriptions(
  native: Pick<NativeApi, 'invoke'>,
  desk: KeepingDesk,
  act: SubscriptionAct | null,
): Promise<SubscriptionsAnswer['refused']> {
  const { workspace } = desk
  const { subscriptions, refused } = await native.invoke('backbone.subscriptions', { workspace, act })
  const { office } = desk.readers
  const before = new Map((await office.meetings.subscriptions()).map((one) => [one.id, one]))
  const texts = new Map<string, SubscribedText>()
  const kept: Subscription[] = []
  for (const one of subscriptions) {
    const held = before.get(one.id)?.version ?? null
    const text = one.version === held ? undefined : await textOf(native, workspace, one.id)
    if (text !== undefined) texts.set(one.id, text)
    kept.push({ ...one, version: text?.version ?? held })
  }
  await desk.keepSubscriptions(kept, texts)
  return refused
}

/** Undefined where it was taken away meanwhile: the next answer says so. */
async function textOf(
  native: Pick<NativeApi, 'invoke'>,
  workspace: string,
  id: string,
): Promise<SubscribedText | undefined> {
  try {
    return await native.invoke('backbone.readSubscription', { workspace, id })
  } catch (error) {
    if (error instanceof AppError && error.code === 'node-refused') return undefined
    throw error
  }
}
