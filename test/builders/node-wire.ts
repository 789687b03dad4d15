import type { NodeAct } from '../../backbone/workspace/workspace.ts'
import type { SignedCommand } from '../../shared/log/command.ts'
import type { CommandOutcome } from '../../shared/protocol/commands.ts'
import type { FeedItem } from '../../shared/protocol/feed.ts'

/** What reaches the node of an agency, wherever it runs. All reject when no whole answer came. */
export interface NodeWire {
  submit(commands: readonly SignedCommand[]): Promise<readonly CommandOutcome[]>
  feed(person: string, after: number, limit: number): Promise<readonly FeedItem[] | 'cursor-ahead'>
  keepFile(bytes: Uint8Array): Promise<void>
  /** Acts of the agency's own node, as when a letter arrives. */
  act(acts: readonly NodeAct[]): Promise<void>
}
