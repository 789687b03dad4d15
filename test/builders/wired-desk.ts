import path from 'node:path'
import { MAX_BLOB_BYTES } from '#shared/ipc/blobs.ipc.ts'
import type { EventName } from '#shared/ipc/contract.ts'
import type { PinMessage, PinSheet } from '#shared/ipc/pin.ipc.ts'
import { pageEvents } from '../../electron/ipc/events.ts'
import { accessHandlers } from '../../electron/ipc/handlers/access-handlers.ts'
import { appHandlers } from '../../electron/ipc/handlers/app-handlers.ts'
import { backboneHandlers } from '../../electron/ipc/handlers/backbone-handlers.ts'
import { blobsHandlers } from '../../electron/ipc/handlers/blobs-handlers.ts'
import { deviceHandlers } from '../../electron/ipc/handlers/device-handlers.ts'
import { pdfHandlers } from '../../electron/ipc/handlers/pdf-handlers.ts'
import { pinHandlers } from '../../electron/ipc/handlers/pin-handlers.ts'
import { practiceHandlers } from '../../electron/ipc/handlers/practice-handlers.ts'
import { scanHandlers } from '../../electron/ipc/handlers/scan-handlers.ts'
import { sessionHandlers } from '../../electron/ipc/handlers/session-handlers.ts'
import { changeSettings, settingsHandlers } from '../../electron/ipc/handlers/settings-handlers.ts'
import { signingHandlers } from '../../electron/ipc/handlers/signing-handlers.ts'
import { verifyHandlers } from '../../electron/ipc/handlers/verify-handlers.ts'
import { createRouter, type Router } from '../../electron/ipc/router.ts'
import type { Sender } from '../../electron/ipc/trusted-senders.ts'
import { accessJournal } from '../../electron/services/accesses/access-journal.ts'
import { sealedAccessQueue } from '../../electron/services/accesses/access-queue.ts'
import { backOff } from '../../electron/services/backbone/back-off.ts'
import { httpBackbone } from '../../electron/services/backbone/http-backbone.ts'
import { nodeHttp } from '../../electron/services/backbone/node-http.ts'
import { openSealedBlobs } from '../../electron/services/blobs/sealed-blobs.ts'
import { diskFiles } from '../../electron/services/files/disk-files.ts'
import { drawnPages, type DrawnPages } from '../../electron/services/viewer/drawn-pages.ts'
import { isolatedForeignFiles } from '../../electron/services/foreign-files/isolated-foreign-files.ts'
import { sealedKeyRing } from '../../electron/services/keys/sealed-key-ring.ts'
import { practiceNode } from '../../electron/services/node-process/practice-node.ts'
import { practiceNodeKey } from '../../electron/services/node-process/practice-node-key.ts'
import { formerHandlers } from '../../electron/ipc/handlers/former-handlers.ts'
import { readFormer } from '../../electron/services/former/read-former.ts'
import { offeredFiles } from '../../electron/services/offered-files/offered-files.ts'
import { finalizeBase } from '../../electron/services/pdf/finalize-base.ts'
import { signPdf } from '../../electron/services/pdf/sign-pdf.ts'
import { httpPracticeProvince } from '../../electron/services/practice/http-practice-province.ts'
import { keptTrust } from '../../electron/services/practice/kept-trust.ts'
import { practiceAccess } from '../../electron/services/practice/practice-access.ts'
import { practicePost } from '../../electron/services/practice/practice-pki.ts'
import { osSecrets } from '../../electron/services/secrets/os-secrets.ts'
import { deskSession } from '../../electron/services/session/desk-session.ts'
import { lastSessionFile } from '../../electron/services/session/last-session.ts'
import { defaultSettings } from '../../electron/services/settings/default-settings.ts'
import type { PinConversation } from '../../electron/services/signing/pin-conversation.ts'
import { practiceStamp } from '../../electron/services/signing/practice-stamp.ts'
import { selfCheck } from '../../electron/services/signing/self-check.ts'
import { nativeApi, type NativeApi } from '../../renderer/native/native-api.ts'
import { fileSealer } from '../fakes/file-sealer.ts'
import { forkChild } from '../fakes/forked-child.ts'
import { memoryLog } from '../fakes/memory-log.ts'

const root = path.resolve(import.meta.dirname, '../..')
const page: Sender = { page: 1, window: 'main', origin: 'app://bundle', isMainFrame: true }
const pinPage: Sender = { page: 2, window: 'pin', origin: 'app://pin', isMainFrame: true }

/** A desk as the program wires it, without Electron: real node, keys, files and signatures; dialogs and windows answer as the test says. */
export interface WiredDesk {
  readonly api: NativeApi
  readonly router: Router
  readonly told: { readonly name: EventName; readonly payload: unknown }[]
  readonly log: ReturnType<typeof memoryLog>
  readonly sealer: ReturnType<typeof fileSealer>
  /** Stands for the viewer window, which needs an engine. */
  readonly drawn: DrawnPages
  /** What a person does in the PIN window. */
  pinUser: (say: (message: PinMessage) => Promise<PinSheet>) => Promise<void>
  /** The answers of the next dialogs. */
  chosenFiles: readonly string[]
  saveTo: string | undefined
  /** Milliseconds that this desk's clock is ahead. */
  clockAheadMs: number
  until(isTrue: () => Promise<boolean> | boolean): Promise<void>
  close(): Promise<void>
}

export interface WiredDeskOptions {
  readonly folder: string
  readonly sealer?: ReturnType<typeof fileSealer>
}

export async function wiredDesk({ folder, sealer = fileSealer() }: WiredDeskOptions): Promise<WiredDesk> {
  const log = memoryLog()
  const now = (): number => Date.now() + desk.clockAheadMs
  const events = pageEvents()
  const told: { name: EventName; payload: unknown }[] = []
  events.attach({ send: (name, payload) => told.push({ name, payload }) })
  const secrets = osSecrets(path.join(folder, 'secrets'), diskFiles, sealer)
  const secret = 'a-secret-of-the-test-long-enough'
  const node = practiceNode({
    startChild: forkChild,
    entry: path.join(root, 'backbone/main.ts'),
    dataDir: path.join(folder, 'node'),
    secret,
    key: practiceNodeKey(secrets, {}),
    backOff: backOff(50, 200),
    log,
    startMs: 60_000,
    onState: (state) => {
      events.emit('practice.changed', state)
      if (state.node === 'running') session.reconnect()
    },
  })
  const province = httpPracticeProvince({ address: node.address, secret })
  const trust = keptTrust(secrets, province.trust)
  const keysOf = (person: string) =>
    sealedKeyRing({ secrets, person, fetch: () => province.keyFiles(person) })
  const session = deskSession({
    secrets,
    last: lastSessionFile(folder, diskFiles, log),
    log,
    now,
    isPractice: true,
    longestWaitMs: 200,
    accessFor: (person) => practiceAccess(node.address, province, person),
    connect: (access) => httpBackbone(nodeHttp(access)),
    openBlobs: (who, keys) =>
      openSealedBlobs({
        folder: path.join(folder, 'desks', `${who.person} ${who.workspace}`),
        keys,
        files: diskFiles,
        log,
        now,
        cacheBytes: MAX_BLOB_BYTES,
        maxBlobBytes: MAX_BLOB_BYTES,
      }),
    openAccesses: ({ keys, device, backbone, person, workspace }, seenServerTime) => {
      const queueFolder = path.join(folder, 'accesses', `${person} ${workspace}`)
      const queue = sealedAccessQueue({ folder: queueFolder, keys: keys.blobs, files: diskFiles, log })
      const who = { person, workspace }
      return accessJournal({ who, device, backbone, queue, log, now, seenServerTime, computer: 'VT-01' })
    },
    prepare: async ({ person }) => {
      await keysOf(person).list()
      await trust()
    },
    onChanged: (facts) => events.emit('session.changed', facts),
    onConnectivity: (connectivity) => events.emit('backbone.connectivity', connectivity),
    onDoorbell: (workspace, head) => events.emit('backbone.doorbell', { workspace, head }),
  })

  const drawn = drawnPages()
  let current = defaultSettings
  let conversation: PinConversation | undefined
  const settings = {
    read: () => current,
    change: (changes: Partial<typeof current>) => (current = { ...current, ...changes }),
  }
  const change = changeSettings(settings, events.emit, () => undefined)
  const dialogs = {
    openFiles: () => Promise.resolve(desk.chosenFiles),
    saveFile: () => Promise.resolve(desk.saveTo),
    confirmAddress: () => Promise.resolve(false),
  }
  const noEngine = () => Promise.reject(new Error('needs an engine'))
  const offered = offeredFiles()
  const foreignFiles = isolatedForeignFiles({
    startChild: forkChild,
    entry: path.join(root, 'electron/foreign-files/entry.ts'),
    limitMs: 30_000,
    maxMemoryMb: 512,
    maxFileBytes: MAX_BLOB_BYTES,
    atOnce: 1,
  })
  const router = createRouter(
    {
      ...appHandlers({
        dialogs,
        session,
        changeSettings: change,
        listen: () => undefined,
        shown: () => undefined,
        openInBrowser: noEngine,
        info: () => ({
          mode: 'practice',
          version: '0',
          shell: '',
          engine: '',
          runtime: '',
          secretsSealedBySystem: false,
        }),
      }),
      ...accessHandlers(session),
      ...backboneHandlers(session),
      ...blobsHandlers({ session, dialogs, offered, files: diskFiles }),
      ...deviceHandlers(session),
      ...pdfHandlers({
        session,
        render: noEngine,
        pages: {
          pageCount: noEngine,
          pageImage: noEngine,
          pageTexts: noEngine,
          pageMarks: noEngine,
          pageWords: noEngine,
        },
        ownPages: { pageCount: noEngine, pageImage: noEngine },
        drawn,
      }),
      ...formerHandlers({ session, readFormer: readFormer({ offered, foreignFiles }) }),
      ...pinHandlers((id) => (id === pinPage.page ? conversation : undefined)),
      ...practiceHandlers({ node, reset: noEngine }),
      ...scanHandlers({ session, importScan: noEngine, readScanned: noEngine }),
      ...sessionHandlers({ session, resumed: Promise.resolve(), practice: { province, node } }),
      ...settingsHandlers(settings, change),
      ...signingHandlers({
        session,
        pictures: { draw: noEngine },
        keysOf,
        drawn,
        pdf: { finalizeBase, signPdf },
        pinWindow: {
          show: async (opened) => {
            conversation = opened
            await desk.pinUser((message) => sayAsPinWindow(router, message))
          },
        },
        log,
        now,
        stamp: practiceStamp(practicePost(node.address), trust),
        selfCheck: selfCheck(trust, now),
        trust,
        language: () => current.language,
      }),
      ...verifyHandlers({ session, trust, foreignFiles }),
    },
    log,
  )

  const desk: WiredDesk = {
    router,
    told,
    log,
    sealer,
    drawn,
    pinUser: async (say) => {
      await say({ say: 'close' })
    },
    chosenFiles: [],
    saveTo: undefined,
    clockAheadMs: 0,
    api: nativeApi({
      invoke: async (name, input) => structuredClone(await router(page, name, structuredClone(input))),
      subscribe: () => () => undefined,
      tokenForFile: async (file) =>
        router(page, 'blobs.offer', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
    }),
    until: async (isTrue) => {
      while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 20))
    },
    close: async () => {
      await session.logOut()
      await node.stop()
    },
  }
  await session.resume()
  return desk
}

async function sayAsPinWindow(router: Router, message: PinMessage): Promise<PinSheet> {
  const answer = await router(pinPage, 'pin.say', message)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value as PinSheet
}
