import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { memoryBlobs } from '../../backbone/blobs/memory-blobs.ts'
import { establishAgency, type AgencyPlan } from '../../backbone/directory.ts'
import { openSqliteEngine } from '../../backbone/engine/sqlite-engine.ts'
import { createNode, type CongsoNode, type NodeOptions } from '../../backbone/node.ts'
import { newNodeIdentity } from '../../backbone/node-identity.ts'
import { toBase64 } from '../../shared/kernel/bytes.ts'
import { uuidV7 } from '../../shared/kernel/uuid.ts'
import { deviceKeyId } from '../../shared/log/device-key.ts'
import {
  commandText,
  type AggregateRef,
  type CommandBody,
  type SignedCommand,
} from '../../shared/log/command.ts'
import type { Role } from '../../shared/domain/decision.ts'
import { aNodeKey } from './node-key.ts'

/** An invented agency of five people: drafter, unit head, leader, clerk, administrator; posts are `<id>-<role>`. */
export function anAgency(id: string): AgencyPlan {
  const post = (role: Role, name: string, title: string) => ({
    id: `${id}-${role}`,
    person: `${id}-p-${role}`,
    name,
    title,
    unit: `${id}-unit`,
    roles: [role],
    certificate: null,
  })
  return {
    agency: {
      id,
      name: `Sở Thử ${id}`,
      letterhead: 'Sở Thử',
      superior: 'ỦY BAN NHÂN DÂN TỈNH THỬ',
      abbreviation: 'ST',
      place: 'Thử Sơn',
      codes: [`000.00.${id}.T99`],
      headTitle: 'GIÁM ĐỐC',
      email: '',
      practice: true,
    },
    units: [{ id: `${id}-unit`, name: 'Phòng Tổng hợp', abbreviation: 'TH' }],
    posts: [
      post('drafter', 'Lê Thử', 'Chuyên viên'),
      post('unit-head', 'Trần Thử', 'Trưởng phòng'),
      post('leader', 'Phạm Thử', 'Phó Giám đốc'),
      post('clerk', 'Vũ Thử', 'Văn thư'),
      post('administrator', 'Đỗ Thử', 'Quản trị'),
    ],
  }
}

/** A node in this process over a store that is forgotten; agencies as asked. */
export async function aNode(
  agencies: readonly AgencyPlan[],
  options: Partial<NodeOptions> = {},
): Promise<CongsoNode> {
  const node = await createNode({
    engine: openSqliteEngine(':memory:', aNodeKey()),
    blobs: memoryBlobs(),
    identity: newNodeIdentity(),
    ...options,
  })
  for (const plan of agencies) await establishAgency(await node.workspace(plan.agency.id), plan)
  return node
}

/** A device key of one person, as a desk holds it. */
export interface TestDevice {
  readonly key: string
  readonly publicKey: Uint8Array
  sign(text: string): SignedCommand
}

export function aDevice(): TestDevice {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = Uint8Array.from(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'))
  const key = deviceKeyId(raw)
  return {
    key,
    publicKey: raw,
    sign: (text) => ({ text, signature: toBase64(sign(null, Buffer.from(text), privateKey)), key }),
  }
}

/** The body of a command made now; parts may be set. */
export function aCommand(
  workspace: string,
  actor: CommandBody['actor'],
  aggregate: AggregateRef,
  type: string,
  payload: CommandBody['payload'],
  parts: Partial<CommandBody> = {},
): CommandBody {
  const now = Date.now()
  return {
    version: 1,
    id: uuidV7(now, randomBytes(10)),
    workspace,
    aggregate,
    type,
    payload,
    claimedAt: new Date(now).toISOString(),
    seenServerTime: null,
    actor,
    after: [],
    ...parts,
  }
}

/** One person's post at a desk with an enrolled device; commands go straight into the workspace. */
export interface TestDesk {
  readonly device: TestDevice
  readonly actor: CommandBody['actor']
  signed(
    aggregate: AggregateRef,
    type: string,
    payload: CommandBody['payload'],
    parts?: Partial<CommandBody>,
  ): SignedCommand
}

/** A desk for the post `<agency>-<role>` of `anAgency`. */
export async function aDesk(node: CongsoNode, agency: string, role: Role): Promise<TestDesk> {
  const device = aDevice()
  const actor = { person: `${agency}-p-${role}`, post: `${agency}-${role}` }
  const workspace = await node.workspace(agency)
  await workspace.act([
    {
      aggregate: { kind: 'device', id: device.key },
      type: 'device.enrol',
      payload: {
        person: actor.person,
        key: toBase64(device.publicKey),
        until: new Date(Date.now() + 86_400_000).toISOString(),
      },
    },
  ])
  return {
    device,
    actor,
    signed: (aggregate, type, payload, parts) =>
      device.sign(commandText(aCommand(agency, actor, aggregate, type, payload, parts))),
  }
}
