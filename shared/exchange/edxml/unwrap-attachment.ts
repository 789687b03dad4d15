import type { AttachmentFile, AttachmentSink } from './attachment-sink.port.ts'
import type { ContentTools } from './content-tools.ts'
import { ContentMeasure } from './content-measure.ts'
import { DetectedType, detectType, extensionAllows, extensionOf } from './detect-type.ts'
import { DeviationRule } from './deviations.ts'
import { inflateEntry } from './inflate-entry.ts'
import type { EdxmlLimits } from './limits.ts'
import { isZip, readZipDirectory, type ZipEntry } from './zip-archive.ts'

/** A decoded attachment body, not yet looked into. */
export interface RawAttachment<Kept> {
  readonly file: AttachmentFile<Kept>
  readonly sizeBytes: number
  readonly head: Uint8Array
  /** Absent for a zip, which is measured when it is known what is delivered of it. */
  readonly measure?: ContentMeasure
}

/** What the message says about an attachment. */
export interface AttachmentClaims {
  readonly name: string
  /** `Format`, which overrides the extension of the name. */
  readonly format?: string | undefined
  readonly declaredType?: string | undefined
}

/** What is delivered. */
export interface UnwrappedAttachment<Kept> {
  readonly file: AttachmentFile<Kept>
  readonly unzipped: boolean
  readonly detectedType: DetectedType
  readonly sizeBytes: number
  readonly sha256: string
  readonly rules: readonly DeviationRule[]
}

/** What unpacking may use; `spentBytes` grows over all attachments of a message. */
export interface UnwrapContext<Kept> {
  readonly sink: AttachmentSink<Kept>
  readonly limits: EdxmlLimits
  readonly tools: ContentTools
  spentBytes: number
}

const ZIP_TYPE = 'application/zip'
const READ_BYTES = 64 * 1024
/** Formats that are zips themselves. */
const ZIP_BASED = new Set(
  'docx docm dotx xlsx xlsm pptx pptm odt ods odp odg jar epub edoc asice asics vsdx'.split(' '),
)

/**
 * Decides what an attachment holds, whatever its ContentType says: the body itself, or the only file of a zip around it. The
 * file that is not delivered is discarded.
 */
export async function unwrapAttachment<Kept>(
  raw: RawAttachment<Kept>,
  claims: AttachmentClaims,
  context: UnwrapContext<Kept>,
): Promise<UnwrappedAttachment<Kept>> {
  const extension = (claims.format ?? extensionOf(claims.name)).toLowerCase()
  if (!isZip(raw.head)) return plain(raw, extension, claims, context)

  const read = raw.file.read.bind(raw.file)
  const directory = await readZipDirectory(read, raw.sizeBytes)
  const names = directory?.entries.map(({ name }) => name)
  const asIs = (...rules: DeviationRule[]) => deliverZip(raw, extension, names ?? [], rules, context)
  if (extension === 'zip') return asIs()
  const isOwnFormat = ZIP_BASED.has(extension)
  if (directory === undefined) return isOwnFormat ? asIs() : asIs(DeviationRule.wrapperBroken)
  const [entry, second] = directory.entries
  if (entry === undefined || second !== undefined) {
    return isOwnFormat ? asIs() : asIs(DeviationRule.severalEntries)
  }
  if (entry.isEncrypted) return asIs(DeviationRule.wrapperBroken)
  return unwrapEntry(raw, entry, extension, claims, context, asIs)
}

async function unwrapEntry<Kept>(
  raw: RawAttachment<Kept>,
  entry: ZipEntry,
  extension: string,
  claims: AttachmentClaims,
  context: UnwrapContext<Kept>,
  asIs: (...rules: DeviationRule[]) => Promise<UnwrappedAttachment<Kept>>,
): Promise<UnwrappedAttachment<Kept>> {
  const { limits } = context
  const measure = new ContentMeasure(context.tools.createHash)
  const inner = await context.sink.create()
  const outcome = await inflateEntry(
    raw.file.read.bind(raw.file),
    entry,
    {
      sizeBytes: Math.min(limits.inflatedBytes, limits.inflatedTotalBytes - context.spentBytes),
      ratio: limits.inflateRatio,
      ratioFreeBytes: limits.ratioFreeBytes,
    },
    context.tools.inflateRaw,
    async (bytes) => {
      measure.push(bytes)
      await inner.write(bytes)
    },
  )
  context.spentBytes += measure.sizeBytes
  const isWrapper = !ZIP_BASED.has(extension) || isZip(measure.head) || extensionOf(entry.name) === extension
  if (outcome !== 'done' || !isWrapper) {
    await inner.discard()
    if (outcome === 'limit') return asIs(DeviationRule.inflateLimit)
    return isWrapper ? asIs(DeviationRule.wrapperBroken) : asIs()
  }
  await raw.file.discard()
  const innerNames = isZip(measure.head)
    ? (await readZipDirectory(inner.read.bind(inner), measure.sizeBytes))?.entries.map(({ name }) => name)
    : undefined
  const { declaredType } = claims
  const isAgainstType = declaredType !== undefined && declaredType !== ZIP_TYPE
  return {
    file: inner,
    unzipped: true,
    ...describe(measure, extension, innerNames, isAgainstType ? [DeviationRule.wrappedAgainstType] : []),
  }
}

function plain<Kept>(
  raw: RawAttachment<Kept>,
  extension: string,
  claims: AttachmentClaims,
  context: UnwrapContext<Kept>,
): UnwrappedAttachment<Kept> {
  const isAgainstType = (claims.declaredType ?? ZIP_TYPE) === ZIP_TYPE
  const measure = raw.measure ?? new ContentMeasure(context.tools.createHash)
  const rules = isAgainstType && raw.sizeBytes > 0 ? [DeviationRule.plainAgainstType] : []
  return { file: raw.file, unzipped: false, ...describe(measure, extension, undefined, rules) }
}

async function deliverZip<Kept>(
  raw: RawAttachment<Kept>,
  extension: string,
  names: readonly string[],
  rules: readonly DeviationRule[],
  context: UnwrapContext<Kept>,
): Promise<UnwrappedAttachment<Kept>> {
  const measure = new ContentMeasure(context.tools.createHash)
  while (measure.sizeBytes < raw.sizeBytes) {
    const bytes = await raw.file.read(measure.sizeBytes, READ_BYTES)
    if (bytes.length === 0) throw new Error('attachment file ends before its size')
    measure.push(bytes)
  }
  return { file: raw.file, unzipped: false, ...describe(measure, extension, names, rules) }
}

function describe(
  measure: ContentMeasure,
  extension: string,
  zipNames: readonly string[] | undefined,
  rules: readonly DeviationRule[],
): Omit<UnwrappedAttachment<never>, 'file' | 'unzipped'> {
  const detectedType = detectType(measure.head, zipNames)
  const found = [...rules]
  if (detectedType === DetectedType.empty) found.push(DeviationRule.attachmentEmpty)
  else if (!extensionAllows(extension, detectedType)) found.push(DeviationRule.typeDiffers)
  if (detectedType === DetectedType.pdf && measure.isTextConverted) found.push(DeviationRule.pdfDamaged)
  return { detectedType, sizeBytes: measure.sizeBytes, sha256: measure.sha256Hex(), rules: found }
}
