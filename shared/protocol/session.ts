import { z } from 'zod'

/** `GET /v1/session`: who the bearer is to the node. `nodeKey`: raw Ed25519 public key (base64) that signs heads and the node's own commands. */
export const sessionInfo = z.strictObject({
  serverTime: z.iso.datetime({ precision: 3 }),
  person: z.string(),
  workspaces: z.array(
    z.strictObject({ id: z.string(), epoch: z.int().positive(), seq: z.int().nonnegative() }),
  ),
  nodeKey: z.string(),
  practice: z.boolean(),
})
export type SessionInfo = z.infer<typeof sessionInfo>

/** `POST /v1/devices`: a desk asks to have its device key certified; the node appends `device.enrol` and answers until when. */
export const enrolDevice = z.strictObject({ workspace: z.string(), key: z.string() })
export const deviceEnrolled = z.strictObject({ id: z.string(), until: z.iso.datetime({ precision: 3 }) })
