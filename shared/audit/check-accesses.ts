import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64 } from '../kernel/bytes.ts'
import {
  accessHeadText,
  accessLink,
  noLink,
  readAccessText,
  subjectKey,
  type AccessBody,
  type AccessHead,
  type KeptAccess,
} from '../log/access.ts'
import { deviceKeyId } from '../log/device-key.ts'
import type { Ed25519Verifier } from '../log/ed25519.port.ts'
import type { AuditRule } from './audit-report.ts'
import { bytesOf } from '../kernel/bytes-of.ts'

/** What accesses are checked against: the log they belong to, its node, who owns a device key, and whether a subject is one of this chain. */
export interface AccessCheck {
  readonly workspace: string
  readonly nodeKey: Uint8Array
  readonly verifier: Ed25519Verifier
  readonly deviceOf: (key: string) => { readonly person: string; readonly key: string } | undefined
  readonly isOfIt: (subject: AccessBody['subject']) => boolean
}

/** The accesses of one subject in order, as they come; closed by the head. */
export class AccessChain {
  readonly #check: AccessCheck
  #subject: string | undefined
  #count = 0
  #link = noLink

  constructor(check: AccessCheck) {
    this.#check = check
  }

  /** What is wrong with the next access. */
  async access(kept: KeptAccess): Promise<readonly AuditRule[]> {
    const { workspace, verifier, deviceOf, isOfIt } = this.#check
    this.#link = accessLink(this.#link, kept)
    this.#count++
    const { text, signature, key } = kept.record
    const body = readAccessText(text)
    if (body === undefined) return ['access-unreadable']
    const rules: AuditRule[] = []
    this.#subject ??= subjectKey(body.subject)
    if (kept.number !== this.#count || subjectKey(body.subject) !== this.#subject)
      rules.push('accesses-differ')
    if (body.workspace !== workspace) rules.push('workspace-differs')
    if (!isOfIt(body.subject)) rules.push('access-of-another')
    const device = deviceOf(key)
    if (device?.person !== body.person) return [...rules, 'key-unknown']
    const isGood = await verifier.verify(bytesOf(device.key), utf8ToBytes(text), bytesOf(signature))
    return isGood ? rules : [...rules, 'signature-wrong']
  }

  /** What is wrong with the head that closes the accesses until here; the next access begins another subject. */
  async close(head: AccessHead): Promise<readonly AuditRule[]> {
    const { workspace, nodeKey, verifier } = this.#check
    const rules: AuditRule[] = []
    const isTheirs =
      head.count === this.#count &&
      head.link === toBase64(this.#link) &&
      subjectKey(head.subject) === this.#subject
    if (!isTheirs) rules.push('accesses-differ')
    if (head.workspace !== workspace) rules.push('workspace-differs')
    const isSigned =
      head.key === deviceKeyId(nodeKey) &&
      (await verifier.verify(nodeKey, utf8ToBytes(accessHeadText(head)), bytesOf(head.signature)))
    if (!isSigned) rules.push('head-signature-wrong')
    this.#subject = undefined
    this.#count = 0
    this.#link = noLink
    return rules
  }

  /** Whether accesses came that no head closed. */
  isOpen(): boolean {
    return this.#count > 0
  }
}
