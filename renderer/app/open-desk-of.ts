import { AppError } from '#shared/errors/app-error.ts'
import type { PracticePerson, SessionFacts } from '#shared/ipc/session.ipc.ts'
import { fromBase64 } from '#shared/kernel/bytes.ts'
import { databaseName, openOfficeDatabase } from '../database/office-database.ts'
import { importDatabaseKey } from '../database/sealing.ts'
import type { NativeApi } from '../native/native-api.ts'
import type { Desk } from '../sync/desk-api.ts'
import { openDesk } from '../sync/desk.ts'
import type { Remaking } from '../sync/rebuild.ts'
import { createSearch, type Search } from '../search/search-client.ts'
import { readNowAndThen } from '../search/read-now-and-then.ts'
import { readPages } from '../search/read-pages.ts'
import { openWorkerPort } from '../search/worker-port.ts'
import { nativePorts } from './native-ports.ts'
import { rememberedPost, rememberPost } from './remembered-post.ts'

/** A desk with the search over what is on it. */
export interface OpenedDesk extends Desk {
  readonly search: Search
}

type OnRemaking = (how: Remaking) => void

/** Logs a person in at this desk and opens the desk over its database. Rejects with the AppError of main. */
export async function openDeskOf(
  native: NativeApi,
  who: PracticePerson,
  onRemaking: OnRemaking,
): Promise<OpenedDesk> {
  const facts = await native.invoke('session.switchPerson', { person: who.person, workspace: who.workspace })
  rememberPost(who)
  return openFor(native, facts, who.post, onRemaking)
}

/**
 * Opens the desk of whoever worked here last; in Practice, when nobody did, that of its first person. Works without the node when the person
 * was here before.
 */
export async function openLastDesk(native: NativeApi, onRemaking: OnRemaking): Promise<OpenedDesk> {
  const facts = await native.invoke('session.current', undefined)
  const post = facts === null ? null : rememberedPost(facts.person, facts.workspace)
  if (facts !== null && post !== null) return openFor(native, facts, post, onRemaking)
  const people = await native.invoke('session.listPracticePeople', undefined)
  const who =
    people.find((one) => one.person === facts?.person && one.workspace === facts.workspace) ?? people[0]
  if (who === undefined) throw new AppError('unknown-person')
  return openDeskOf(native, who, onRemaking)
}

async function openFor(
  native: NativeApi,
  facts: SessionFacts,
  post: string,
  onRemaking: OnRemaking,
): Promise<OpenedDesk> {
  const { person, workspace } = facts
  const device = await native.invoke('device.current', undefined)
  if (facts.nodeKey === null) throw new AppError('offline')
  const key = await importDatabaseKey(await native.invoke('session.databaseKey', undefined))
  const desk = await openDesk({
    database: await openOfficeDatabase({ person, workspace }),
    key,
    person,
    post,
    workspace,
    device: device.key,
    nodeKey: fromBase64(facts.nodeKey),
    isPractice: facts.practice,
    ports: nativePorts(native, workspace),
    onRemaking,
  })
  const search = createSearch({
    openPort: openWorkerPort,
    database: databaseName({ person, workspace }),
    key,
    onCommitted: (listener) => desk.onCommitted(listener),
  })
  const reading = readNowAndThen(() =>
    readPages({
      search,
      isHere: (sha256) => native.invoke('blobs.has', sha256),
      pageTexts: (sha256) => native.invoke('pdf.pageTexts', sha256),
      keepPages: (found, content) => desk.keepPages(found, content),
    }),
  )
  desk.start()
  return {
    ...desk,
    search,
    close: async () => {
      reading.stop()
      search.close()
      await desk.close()
    },
  }
}
