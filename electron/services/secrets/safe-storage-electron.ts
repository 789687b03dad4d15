import { safeStorage } from 'electron'
import type { Sealer } from './secrets.port.ts'

/** The keyring of the desktop; only the asynchronous methods, since the others end with Electron 46. */
export const safeStorageSealer: Sealer = {
  isAvailable: () => safeStorage.isAsyncEncryptionAvailable(),
  seal: (text) => safeStorage.encryptStringAsync(text),
  open: async (sealed) => (await safeStorage.decryptStringAsync(Buffer.from(sealed))).result,
}

/** False when the secrets are sealed by a file of this user only. */
export function isSealedBySystem(): boolean {
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}
