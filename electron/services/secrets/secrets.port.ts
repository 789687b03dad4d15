/** Small secrets (keys, tokens), sealed by the operating system for this user. */
export interface Secrets {
  /** The secret of this name, or undefined. Throws AppError `secrets-unavailable` when it is there but cannot be opened now. */
  read(name: string): Promise<Uint8Array | undefined>
  /** Throws AppError `secrets-unavailable`, `disk-full`. */
  write(name: string, secret: Uint8Array): Promise<void>
  /** As `read`; when there is none, keeps what `make` answers. Two calls at once get the same secret. */
  readOrMake(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array>
  remove(name: string): Promise<void>
}

/** The part of the operating system that seals texts. */
export interface Sealer {
  isAvailable(): Promise<boolean>
  seal(text: string): Promise<Uint8Array>
  open(sealed: Uint8Array): Promise<string>
}
