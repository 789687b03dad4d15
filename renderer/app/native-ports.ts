import { AppError } from '#shared/errors/app-error.ts'
import { feedItem } from '#shared/protocol/feed.ts'
import type { DeskPorts } from '../sync/ports.ts'
import { webLockAlone } from '../sync/run-alone.ts'
import { createWebCryptoVerifier } from '../sync/web-crypto-verifier.ts'
import type { NativeApi } from '../native/native-api.ts'

/** What a desk needs of main, of this machine and of the browser. */
export function nativePorts(native: NativeApi, workspace: string): DeskPorts {
  return {
    backbone: {
      submitCommands: (request) => native.invoke('backbone.submitCommands', request),
      readFeed: async (request) => {
        const page = await native.invoke('backbone.readFeed', request).catch(cursorAhead)
        return page === 'cursor-ahead' ? page : page.lines.map((line) => feedItem.parse(JSON.parse(line)))
      },
    },
    files: {
      ensureUploaded: async (hashes) => {
        for (const sha256 of hashes)
          await native.invoke('backbone.uploadBlob', { workspace, sha256 }).catch(unlessTheNodeHasIt)
      },
      release: async (hashes) => {
        for (const sha256 of hashes) await native.invoke('blobs.release', sha256)
      },
    },
    signCommand: (text) => native.invoke('device.signCommand', { text }),
    verifier: createWebCryptoVerifier(),
    clock: { now: () => Date.now() },
    timer: {
      after: (ms, work) => {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      },
    },
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    runAlone: webLockAlone,
  }
}

/** A file that came from the node and was never on this desk is on the node already. */
function unlessTheNodeHasIt(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'blob-missing') throw error
}

/** The node says that its log is shorter than what this desk read of it. */
function cursorAhead(error: unknown): 'cursor-ahead' {
  if (error instanceof AppError && error.facts['problem'] === 'cursor-ahead') return 'cursor-ahead'
  throw error
}
