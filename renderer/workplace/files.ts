import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { NativeApi } from '../native/native-api.ts'

/** Brings a file of the agency to this desk unless it is here; rejects with the code of main when it cannot be had now. */
export async function bringHere(native: NativeApi, workspace: string, file: BlobRef): Promise<void> {
  if (await native.invoke('blobs.has', file.sha256)) return
  await native.invoke('backbone.downloadBlob', { workspace, sha256: file.sha256, mediaType: file.mediaType })
}
