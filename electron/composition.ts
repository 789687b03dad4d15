import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { MAX_BLOB_BYTES } from '#shared/ipc/blobs.ipc.ts'
import type { Settings } from '#shared/ipc/settings.ipc.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { handleAppScheme } from './app/app-scheme.ts'
import { logUncaught, reloadAfterCrash } from './app/crash-handling.ts'
import { guardAllContents } from './app/guard-contents.ts'
import { followLifecycle } from './app/lifecycle.ts'
import { denyDownloads, denyNetwork, denyPermissions } from './app/permissions.ts'
import { pinWindows } from './app/pin-window.ts'
import { openOutside, programInfo, setColorScheme, toolName, userDataFolder } from './app/program.ts'
import { serveApp } from './app/serve-app.ts'
import { createWindows } from './app/windows.ts'
import { pageEvents } from './ipc/events.ts'
import { accessHandlers } from './ipc/handlers/access-handlers.ts'
import { appHandlers } from './ipc/handlers/app-handlers.ts'
import { backboneHandlers } from './ipc/handlers/backbone-handlers.ts'
import { blobsHandlers } from './ipc/handlers/blobs-handlers.ts'
import { deviceHandlers } from './ipc/handlers/device-handlers.ts'
import { formerHandlers } from './ipc/handlers/former-handlers.ts'
import { pdfHandlers } from './ipc/handlers/pdf-handlers.ts'
import { pinHandlers } from './ipc/handlers/pin-handlers.ts'
import { practiceHandlers } from './ipc/handlers/practice-handlers.ts'
import { scanHandlers } from './ipc/handlers/scan-handlers.ts'
import { sessionHandlers } from './ipc/handlers/session-handlers.ts'
import { changeSettings, settingsHandlers } from './ipc/handlers/settings-handlers.ts'
import { signingHandlers } from './ipc/handlers/signing-handlers.ts'
import { verifyHandlers } from './ipc/handlers/verify-handlers.ts'
import { registerIpc } from './ipc/register-ipc.ts'
import { createRouter } from './ipc/router.ts'
import { accessJournal } from './services/accesses/access-journal.ts'
import { sealedAccessQueue } from './services/accesses/access-queue.ts'
import { backOff } from './services/backbone/back-off.ts'
import { httpBackbone } from './services/backbone/http-backbone.ts'
import { nodeHttp } from './services/backbone/node-http.ts'
import { openSealedBlobs } from './services/blobs/sealed-blobs.ts'
import { startUtilityProcess } from './services/child-process/utility-process-electron.ts'
import { dialogsElectron } from './services/dialogs/dialogs-electron.ts'
import { diskFiles } from './services/files/disk-files.ts'
import { importScan } from './services/scan/import-scan.ts'
import { readScanned } from './services/scan/read-scanned.ts'
import { readFormer } from './services/former/read-former.ts'
import { isolatedForeignFiles } from './services/foreign-files/isolated-foreign-files.ts'
import type { KeyRing } from './services/keys/key-ring.port.ts'
import { sealedKeyRing } from './services/keys/sealed-key-ring.ts'
import { fileLog } from './services/log/file-log.ts'
import { practiceNode } from './services/node-process/practice-node.ts'
import { practiceNodeKey } from './services/node-process/practice-node-key.ts'
import { offeredFiles } from './services/offered-files/offered-files.ts'
import { drawnPages } from './services/viewer/drawn-pages.ts'
import { oneTimePages } from './services/one-time-pages/one-time-pages.ts'
import { finalizeBase } from './services/pdf/finalize-base.ts'
import type { FieldFontFiles, PdfDocuments } from './services/pdf/pdf.port.ts'
import { signPdf } from './services/pdf/sign-pdf.ts'
import { httpPracticeProvince } from './services/practice/http-practice-province.ts'
import { keptTrust } from './services/practice/kept-trust.ts'
import { practiceAccess } from './services/practice/practice-access.ts'
import { practicePost } from './services/practice/practice-pki.ts'
import { renderDocument } from './services/rendering/render-document.ts'
import { renderHtmlElectron } from './services/rendering/render-html-electron.ts'
import { osSecrets } from './services/secrets/os-secrets.ts'
import { safeStorageSealer } from './services/secrets/safe-storage-electron.ts'
import { deskSession } from './services/session/desk-session.ts'
import { lastSessionFile, type Who } from './services/session/last-session.ts'
import { electronStoreSettings } from './services/settings/electron-store-settings.ts'
import { practiceStamp } from './services/signing/practice-stamp.ts'
import { selfCheck } from './services/signing/self-check.ts'
import { viewerWindowElectron } from './services/viewer/viewer-window-electron.ts'

const SECOND = 1000
/** From when the page has loaded. */
const SHOWN_WITHIN_MS = 3 * SECOND
const CACHE_BYTES = 2 * 1024 * 1024 * 1024

/** Chooses every adapter and puts the program together. Called once, when Electron is ready. */
export async function startApp(): Promise<void> {
  const folder = import.meta.dirname
  const userData = userDataFolder()
  const pageFolder = path.join(folder, 'renderer')
  const now = Date.now
  const log = fileLog(path.join(userData, 'logs'), now)
  logUncaught(log)
  const { version, shell, engine } = programInfo('practice')
  log.info('start', { version, shell, engine, platform: process.platform })
  guardAllContents(log)
  denyPermissions()
  denyDownloads()
  denyNetwork((url) => log.warn('network refused', { url: url.slice(0, 200) }))
  const once = oneTimePages()
  handleAppScheme(serveApp(pageFolder, once))

  const events = pageEvents()
  const files = diskFiles
  const settings = electronStoreSettings(userData, log, now)
  const language = (): Settings['language'] => settings.read().language
  const applySettings = ({ scheme }: Settings): void => setColorScheme(scheme)
  applySettings(settings.read())
  const windows = createWindows({
    folder,
    events,
    onPageGone: reloadAfterCrash(log, now, () => windows.reloadMain()),
  })
  const dialogs = dialogsElectron({ window: windows.main, language })

  const secrets = osSecrets(path.join(userData, 'secrets'), files, safeStorageSealer)
  const startChild = startUtilityProcess(log)
  const secret = randomBytes(32).toString('hex')
  const node = practiceNode({
    startChild,
    entry: path.join(folder, 'node.js'),
    dataDir: path.join(userData, 'practice-node'),
    secret,
    key: practiceNodeKey(secrets, process.env),
    backOff: backOff(SECOND, 30 * SECOND),
    log,
    startMs: 120 * SECOND,
    onState: (state) => {
      events.emit('practice.changed', state)
      if (state.node === 'running') session.reconnect()
    },
  })
  const address = node.address
  const province = httpPracticeProvince({ address, secret })
  const trust = keptTrust(secrets, province.trust)
  const keysOf = (person: string): KeyRing =>
    sealedKeyRing({ secrets, person, fetch: () => province.keyFiles(person) })

  const session = deskSession({
    secrets,
    last: lastSessionFile(userData, files, log),
    log,
    now,
    isPractice: true,
    longestWaitMs: 15 * SECOND,
    accessFor: (person) => practiceAccess(address, province, person),
    connect: (access) => httpBackbone(nodeHttp(access)),
    openBlobs: (who, keys) =>
      openSealedBlobs({
        folder: path.join(userData, 'desks', deskFolder(who), 'blobs'),
        keys,
        files,
        log,
        now,
        cacheBytes: CACHE_BYTES,
        maxBlobBytes: MAX_BLOB_BYTES,
      }),
    openAccesses: ({ keys, device, backbone, person, workspace }, seenServerTime) => {
      const who = { person, workspace }
      const queueFolder = path.join(userData, 'desks', deskFolder(who), 'accesses')
      const queue = sealedAccessQueue({ folder: queueFolder, keys: keys.blobs, files, log })
      return accessJournal({ who, device, backbone, queue, log, now, seenServerTime, computer: hostname() })
    },
    prepare: async ({ person }) => {
      await keysOf(person).list()
      await trust()
    },
    onChanged: (facts) => events.emit('session.changed', facts),
    onConnectivity: (connectivity) => events.emit('backbone.connectivity', connectivity),
    onDoorbell: (workspace, head) => events.emit('backbone.doorbell', { workspace, head }),
  })

  const resumed = session
    .resume()
    .catch((error: unknown) => log.error('the last session could not be taken up', error))

  const shown = Promise.withResolvers<undefined>()
  const viewerOptions = { pages: once, limitMs: 30 * SECOND, idleMs: 120 * SECOND }
  const viewer = viewerWindowElectron(viewerOptions)
  const ownViewer = viewerWindowElectron(viewerOptions)
  const drawn = drawnPages()
  const pdf: PdfDocuments = { finalizeBase, signPdf }
  const pin = pinWindows(windows, log)
  const change = changeSettings(settings, events.emit, applySettings)
  const render = renderDocument({
    rendering: renderHtmlElectron({ pages: once, limitMs: 60 * SECOND }),
    pdf,
    pages: ownViewer,
    fonts: () => fieldFonts(path.join(pageFolder, 'fonts')),
    tool: toolName(),
  })
  const foreignFiles = isolatedForeignFiles({
    startChild,
    entry: path.join(folder, 'foreign-files.js'),
    limitMs: 30 * SECOND,
    maxMemoryMb: 1024,
    maxFileBytes: MAX_BLOB_BYTES,
    atOnce: 2,
  })

  const offered = offeredFiles()

  async function resetPractice(): Promise<void> {
    await session.logOut()
    await node.stop()
    await windows.clearPageData()
    // The key goes last: broken off before, what is left still opens.
    for (const one of ['practice-node', 'desks', 'secrets']) await files.remove(path.join(userData, one))
    await node.start()
    // What the page began while the node wrote its first day; it reloads now.
    await windows.clearPageData()
  }

  const router = createRouter(
    {
      ...appHandlers({
        dialogs,
        session,
        changeSettings: change,
        info: () => programInfo('practice'),
        listen: windows.listen,
        shown: () => shown.resolve(undefined),
        openInBrowser: openOutside,
      }),
      ...accessHandlers(session),
      ...backboneHandlers(session),
      ...blobsHandlers({ session, dialogs, offered, files }),
      ...deviceHandlers(session),
      ...formerHandlers({ session, readFormer: readFormer({ offered, foreignFiles }) }),
      ...pdfHandlers({ session, render, pages: viewer, ownPages: ownViewer, drawn }),
      ...pinHandlers(pin.conversationOf),
      ...practiceHandlers({ node, reset: resetPractice }),
      ...scanHandlers({
        session,
        importScan: importScan({ offered, pages: viewer, foreignFiles }),
        readScanned: readScanned({ pages: viewer, foreignFiles }),
      }),
      ...sessionHandlers({ session, resumed, practice: { province, node } }),
      ...settingsHandlers(settings, change),
      ...signingHandlers({
        session,
        pictures: ownViewer,
        keysOf,
        drawn,
        pdf,
        pinWindow: pin,
        log,
        now,
        stamp: practiceStamp(practicePost(address), trust),
        selfCheck: selfCheck(trust, now),
        trust,
        language,
      }),
      ...verifyHandlers({ session, foreignFiles, trust }),
    },
    log,
  )
  registerIpc(router, windows.nameOf)
  followLifecycle(
    windows,
    () => events.emit('app.called', undefined),
    () => node.stop(),
  )

  const opened = windows.openMain()
  const started = (await isNewHere()) ? node.start() : node.startAfter(shownOrLate(opened))
  started.catch((error: unknown) => log.error('the practice node did not start', error))
  await opened

  async function isNewHere(): Promise<boolean> {
    await resumed
    return session.facts() === null
  }

  /** A desk that was used before shows what it holds first: the start of the node would take the machine from it. */
  async function shownOrLate(loading: Promise<void>): Promise<void> {
    await loading.catch(() => undefined)
    await Promise.race([shown.promise, setTimeout(SHOWN_WITHIN_MS)])
  }
}

/** Persons and agencies are not named on disk. */
function deskFolder({ person, workspace }: Who): string {
  return sha256Hex(`${person}\n${workspace}`).slice(0, 32)
}

async function fieldFonts(folder: string): Promise<FieldFontFiles> {
  const read = async (name: string): Promise<Uint8Array> => {
    const content = await diskFiles.read(path.join(folder, name))
    if (content === undefined) throw new Error(`${name} is missing`)
    return content
  }
  return { regular: await read('Tinos-Regular.ttf'), italic: await read('Tinos-Italic.ttf') }
}
