import type { Agency } from '#shared/domain/directory/directory.ts'
import type { CaseFile } from '#shared/domain/records/case-file.ts'
import type { Json } from '#shared/kernel/canonical-json.ts'
import { buildSip } from '#shared/exchange/archive/sip.ts'
import type { OfficeReader } from '../../../database/office-reader.ts'
import type { NativeApi } from '../../../native/native-api.ts'
import { bringHere } from '../../../workplace/files.ts'

interface ExportSip {
  readonly native: NativeApi
  readonly office: OfficeReader
  readonly workspace: string
  readonly agency: Agency
  readonly file: CaseFile
}

/** Builds the package of a file on this desk and lets the user save it; false when the dialog was closed. Rejects when a file cannot be had. */
export async function exportSip({ native, office, workspace, agency, file }: ExportSip): Promise<boolean> {
  const bytes = new Map<string, Uint8Array>()
  const reports = new Map<string, Json>()
  const workflows = new Map<string, Json>()
  for (const item of file.items) {
    for (const { file: blob } of item.files) {
      await bringHere(native, workspace, blob)
      bytes.set(blob.sha256, await native.invoke('blobs.get', blob.sha256))
    }
    const { kind, id } = item.source
    if (kind === 'other') continue
    const state = (await office.seen(kind, id))?.state
    if (state === undefined) continue
    workflows.set(`${kind}/${id}`, state.trail as unknown as Json)
    for (const one of 'files' in state ? state.files : [])
      if (one.verdict !== null) reports.set(one.file.sha256, one.verdict as unknown as Json)
  }
  const zip = buildSip(file, {
    agencyCode: agency.codes[0] ?? '',
    agencyName: agency.name,
    bytes,
    reports,
    workflows,
  })
  const { sha256 } = await native.invoke('blobs.put', { bytes: zip, mediaType: 'application/zip' })
  return native.invoke('blobs.saveAs', { sha256, name: `SIP-${String(file.year)}-${file.notation}.zip` })
}
