import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { toBase64 } from '#shared/kernel/bytes.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { uuidV7 } from '#shared/kernel/uuid.ts'
import { deviceKeyId } from '#shared/log/device-key.ts'
import { commandText, type AggregateRef, type CommandBody } from '#shared/log/command.ts'
import { actOrThrow } from '../../directory.ts'
import type { Clock, RandomBytes } from '../../ports.ts'
import type { Workspace } from '../../workspace/workspace.ts'

/** A desk at which the people of an agency act in the days before the first day: real commands, signed with a real device key each. */
export class PracticeDesk {
  readonly workspace: Workspace
  readonly #clock: Clock
  readonly #random: RandomBytes
  readonly #keys = new Map<string, { readonly key: KeyObject; readonly id: string }>()

  constructor(workspace: Workspace, clock: Clock, random: RandomBytes) {
    this.workspace = workspace
    this.#clock = clock
    this.#random = random
  }

  /** Throws when the act is refused: the story must be lawful. */
  async act(
    actor: CommandBody['actor'],
    aggregate: AggregateRef,
    type: string,
    payload: CommandBody['payload'],
  ): Promise<void> {
    const { key, id } = await this.#deviceOf(actor.person)
    const now = this.#clock.now()
    const text = commandText({
      version: 1,
      id: uuidV7(now, this.#random(10)),
      workspace: this.workspace.id,
      aggregate,
      type,
      payload,
      claimedAt: instantFrom(now),
      seenServerTime: null,
      actor: { person: actor.person, post: actor.post },
      after: [],
    })
    const signature = toBase64(sign(null, Buffer.from(text), key))
    const [outcome] = await this.workspace.submit([{ text, signature, key: id }])
    if (outcome?.outcome !== 'accepted') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
  }

  async #deviceOf(person: string): Promise<{ readonly key: KeyObject; readonly id: string }> {
    const known = this.#keys.get(person)
    if (known !== undefined) return known
    const pair = generateKeyPairSync('ed25519')
    const raw = Uint8Array.from(Buffer.from(pair.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'))
    const device = {
      id: deviceKeyId(raw),
      key: pair.privateKey,
    }
    this.#keys.set(person, device)
    const until = instantFrom(this.#clock.now() + 60 * 24 * 60 * 60 * 1000)
    await actOrThrow(this.workspace, [
      {
        aggregate: { kind: 'device', id: device.id },
        type: 'device.enrol',
        payload: { person, key: toBase64(raw), until },
      },
    ])
    return device
  }
}
