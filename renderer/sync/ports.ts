import type { Ed25519Verifier } from '#shared/log/ed25519.port.ts'
import type { SignedCommand } from '#shared/log/command.ts'
import type { SubmitAnswer, SubmitCommands } from '#shared/protocol/commands.ts'
import type { FeedItem } from '#shared/protocol/feed.ts'

/** The way to the node. Both reject when no whole answer came; what was sent may have been done all the same. */
export interface BackbonePort {
  /** `POST /v1/commands`. */
  submitCommands(request: SubmitCommands): Promise<SubmitAnswer>
  /**
   * `GET /v1/feed`: the items behind `after`, in order, a head last; `cursor-ahead` when the log is shorter than `after`, as after a restore
   * from a backup.
   */
  readFeed(request: {
    readonly workspace: string
    readonly after: number
    readonly limit: number
  }): Promise<readonly FeedItem[] | 'cursor-ahead'>
}

/** Files kept by main under their hash. */
interface DeskFiles {
  /** Resolves when the node has all of them; rejects when one could not be brought there or is not here. */
  ensureUploaded(hashes: readonly string[]): Promise<void>
  /** Nothing on this desk names these any more: they may be removed. */
  release(hashes: readonly string[]): Promise<void>
}

/** Milliseconds since 1970, as this machine believes. */
interface DeskClock {
  now(): number
}

/** Runs `work` after `ms`; the answer cancels it. */
export interface DeskTimer {
  after(ms: number, work: () => void): () => void
}

/** Runs `work` unless another window of this person is already at it; then answers undefined at once. */
export type RunAlone = <T>(name: string, work: () => Promise<T>) => Promise<T | undefined>

export interface DeskPorts {
  readonly backbone: BackbonePort
  readonly files: DeskFiles
  /** Signs the UTF-8 bytes of the text with this device's Ed25519 key, which the page never sees. */
  signCommand(text: string): Promise<Pick<SignedCommand, 'signature' | 'key'>>
  readonly verifier: Ed25519Verifier
  readonly clock: DeskClock
  readonly timer: DeskTimer
  /** Unpredictable bytes. */
  random(count: number): Uint8Array
  readonly runAlone: RunAlone
}
