import { fromBase64 } from '#shared/kernel/bytes.ts'
import { blobsNamedBy } from '#shared/domain/blob-names.ts'
import { deciders } from '#shared/domain/deciders.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts'
import { parseCommandText, type CommandBody, type SignedCommand } from '#shared/log/command.ts'
import type { CommandOutcome } from '#shared/protocol/commands.ts'

/** Why a command cannot be read or believed. */
export type Rejection = Extract<CommandOutcome, { outcome: 'rejected' }>['code']

/** A command whose text was understood; nothing of it is believed yet. */
export interface ReadCommand {
  readonly signed: SignedCommand
  readonly body: CommandBody
  readonly signature: Uint8Array
  /** What the decider of its aggregate is given. */
  readonly parsed: unknown
  readonly blobs: readonly string[]
}

/** Reads a command's text; only canonical text is taken, so that one act has one form. */
export function readCommand(signed: SignedCommand): ReadCommand | Rejection {
  try {
    const body = parseCommandText(signed.text)
    if (canonicalJson(JSON.parse(signed.text) as Json) !== signed.text) return 'unreadable'
    return {
      signed,
      body,
      signature: fromBase64(signed.signature),
      parsed: deciders[body.aggregate.kind].parse(body.type, body.payload) as unknown,
      blobs: blobsNamedBy(body.payload).map((blob) => blob.sha256),
    }
  } catch {
    // Whatever the parsers complain about, the answer to the sender is the same.
    return 'unreadable'
  }
}

/** The id to answer under when the text could not be read: as it stands there, or empty. */
export function idInText(text: string): string {
  return /"id":"([0-9a-f-]{36})"/.exec(text)?.[1] ?? ''
}
