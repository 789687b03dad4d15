/** Who sits at this desk, and for whom. */
export interface DeskIdentity {
  readonly person: string
  readonly post: string
  readonly workspace: string
  /** Id of the device key. */
  readonly device: string
  /** Raw Ed25519 public key of the node, from the session: it signs heads and the node's own commands. */
  readonly nodeKey: Uint8Array
}
