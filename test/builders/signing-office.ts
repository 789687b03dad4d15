import { createHash } from 'node:crypto'
import type { CongsoNode, NodeOptions } from '../../backbone/node.ts'
import type { AgencyPlan } from '../../backbone/directory.ts'
import type { IssuedIdentity } from '../../backbone/practice/pki/authority.ts'
import type { BlobRef } from '../../shared/domain/blob-ref.ts'
import type { OfficialDocument } from '../../shared/domain/documents/document.ts'
import { localDateOf, partsOf } from '../../shared/kernel/instant.ts'
import type { AggregateRef, CommandBody, SignedCommand } from '../../shared/log/command.ts'
import type { CommandOutcome } from '../../shared/protocol/commands.ts'
import { documentFieldsOf } from './a-document.ts'
import { aDesk, aNode, anAgency, type TestDesk } from './backbone.ts'
import type { SigningWorld } from './sealed-letter.ts'

const AGENCY = 'a'
const document: AggregateRef = { kind: 'document', id: 'd1' }
const book: AggregateRef = { kind: 'book', id: 'out' }

/** An agency whose posts and seal have the certificates of a signing world. */
export function aSigningAgency({ drafter, leader, seal }: SigningWorld): AgencyPlan {
  const plan = anAgency(AGENCY)
  const of: Record<string, IssuedIdentity> = {
    [`${AGENCY}-unit-head`]: drafter,
    [`${AGENCY}-leader`]: leader,
  }
  return {
    ...plan,
    agency: { ...plan.agency, seal: hashOf(seal) },
    posts: plan.posts.map((post) => ({
      ...post,
      certificate: of[post.id] === undefined ? null : hashOf(of[post.id]!),
    })),
  }
}

const hashOf = ({ certificateDer }: IssuedIdentity): string =>
  createHash('sha256').update(certificateDer).digest('hex')

/** People of one agency at a node that judges what they sign; one document `d1`. */
export class SigningOffice {
  readonly node: CongsoNode
  readonly #desks = new Map<string, TestDesk>()

  constructor(node: CongsoNode) {
    this.node = node
  }

  static async open(world: SigningWorld, options: Partial<NodeOptions>): Promise<SigningOffice> {
    return new SigningOffice(await aNode([aSigningAgency(world)], options))
  }

  async act(
    who: 'drafter' | 'unit-head' | 'leader' | 'clerk',
    verb: string,
    payload: CommandBody['payload'] = {},
    ref: AggregateRef = document,
  ): Promise<CommandOutcome> {
    const workspace = await this.node.workspace(AGENCY)
    const [outcome] = await workspace.submit([await this.command(who, verb, payload, ref)])
    if (outcome === undefined) throw new Error('no answer')
    return outcome
  }

  async command(
    who: 'drafter' | 'unit-head' | 'leader' | 'clerk',
    verb: string,
    payload: CommandBody['payload'] = {},
    ref: AggregateRef = document,
  ): Promise<SignedCommand> {
    const desk = this.#desks.get(who) ?? (await aDesk(this.node, AGENCY, who))
    this.#desks.set(who, desk)
    return desk.signed(ref, `${ref.kind}.${verb}`, payload)
  }

  keep(bytes: Uint8Array): Promise<BlobRef> {
    return this.node.blobs.keep(AGENCY, [bytes], 'application/pdf')
  }

  async put(who: 'unit-head' | 'leader' | 'clerk', verb: string, bytes: Uint8Array): Promise<CommandOutcome> {
    return this.act(who, verb, { pdf: await this.keep(bytes), level: 'B-B' })
  }

  async submitted(): Promise<void> {
    const { year } = partsOf(localDateOf(new Date().toISOString()))
    await this.act('clerk', 'open', { name: 'Sổ đi', year, direction: 'outgoing', startAfter: 0 }, book)
    const fields = documentFieldsOf({ ownTitle: 'Phó Giám đốc' })
    await this.act('drafter', 'create', { kind: 'cong-van', fields })
    await this.act('drafter', 'editText', { update: 'AAA=' })
    const route = { reviewer: `${AGENCY}-unit-head`, signer: `${AGENCY}-leader` }
    await this.act('drafter', 'setRoute', { route })
    await this.act('drafter', 'setRecipients', { recipients: [{ code: 'T90.01', name: 'Sở Thí Điểm' }] })
    await this.act('drafter', 'submit', { note: '' })
  }

  async numbered(): Promise<void> {
    await this.act('clerk', 'assignNumber', { subject: document.id }, book)
    await this.act('clerk', 'takeNumber', { book: book.id })
  }

  async state(): Promise<OfficialDocument> {
    return (await (await this.node.workspace(AGENCY)).state(document)) as OfficialDocument
  }

  /** Events of the document's log. */
  async events(type: string): Promise<number> {
    const workspace = await this.node.workspace(AGENCY)
    const all = await this.node.engine.history(AGENCY, document, 0, workspace.head().seq)
    return all.filter(({ entry }) => entry.events.includes(`"type":"${type}"`)).length
  }
}
