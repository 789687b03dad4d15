declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]?: Name }

/** UUIDv7 of a command; also its idempotency key, unique for ever. */
export type CommandId = Id<'command'>
/** Derived from command id and index, so that desk and node make the same. */
export type EventId = Id<'event'>
/** An agency's log. Equal to the id of its agency aggregate. */
export type WorkspaceId = Id<'workspace'>
/** Any aggregate: UUIDv7 made where it is created, or derived from the event that caused it. */
export type AggregateId = Id<'aggregate'>
export type PersonId = Id<'person'>
/** A person in an office: what acts are logged with (I2). */
export type PostId = Id<'post'>
export type UnitId = Id<'unit'>
/** SHA-256 of the content, lower-case hex. */
export type BlobHash = Id<'blob'>
/** SHA-256 of a device's raw public key, first 16 bytes, lower-case hex. */
export type DeviceKeyId = Id<'device-key'>
/** Identification code of an agency on the national axis (QCVN 102, Decision 20/2020). */
export type OrganCode = Id<'organ-code'>
