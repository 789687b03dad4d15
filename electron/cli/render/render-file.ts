import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { kindFacts } from '#shared/domain/documents/kinds.ts'
import { officialPage } from '#shared/domain/format/official-page.ts'
import { printFonts } from '#shared/ipc/print-fonts.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { initialsField, routeFields } from '#shared/pdf/route-fields.ts'
import { finalizeBase } from '../../services/pdf/finalize-base.ts'
import { PdfError } from '../../services/pdf/pdf-error.ts'
import type { BaseInput } from '../../services/pdf/pdf.port.ts'
import { readEmbedded } from './embedded-files.ts'
import { refuseToOverwrite, writeWhole } from './out-file.ts'
import { fieldFonts, printPage } from './print-page.ts'
import { readRenderSpec, type RenderSpec } from './render-spec.ts'
import { entryWords, failIn, fieldLabels, specError, type CliLocale, type Fail } from './words.ts'

const LANGUAGE = 'vi'
const MANIFEST = join(import.meta.dirname, '../../../package.json')
/** What the metadata of the file declares; a validator of its own has to confirm it. */
const DECLARED = ['PDF/A-3a', 'PDF/UA-1'] as const

/** Makes the PDF of a specification, unsigned, with every field of the route in place; answers what `congso render` prints. */
export async function renderFile(specPath: string, outPath: string, locale: CliLocale): Promise<object> {
  const fail = failIn(locale)
  const spec = await readSpec(specPath, locale, fail)
  await refuseToOverwrite(outPath, fail)
  const embedded = await readEmbedded(spec.embedded, dirname(specPath), fail)
  const title = `${spec.fields.agency} - ${spec.fields.subject}`
  const tool = `Congso ${await versionOfProgram()}`
  const fields = routeFields({
    initials: 1,
    labels: { ...fieldLabels, initials: () => fieldLabels.initials },
    number: { sizePt: 13, align: 'center' },
    date: kindFacts[spec.kind].isDated ? { sizePt: 13, align: 'left' } : null,
  })
  const print = await printPage(officialPage(spec, spec.body, printFonts), fail)
  const meta = { title, author: spec.fields.agency, language: LANGUAGE, tool, createdAt: spec.createdAt }
  const input = { print, meta, fields, fonts: await fieldFonts(), allowedFonts: ['Tinos'], embedded }
  const bytes = await finished(input, fail)
  await writeWhole(outPath, bytes, fail)
  return {
    file: outPath,
    kind: spec.kind,
    pages: (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount(),
    sizeBytes: bytes.length,
    sha256: sha256Hex(bytes),
    declares: DECLARED,
    createdAt: spec.createdAt,
    tool,
    signatureFields: [initialsField(1), 'leader', 'seal'],
    textFields: ['number', 'date'],
    embedded: embedded.map(({ name, mediaType, content }) => ({
      name,
      mediaType,
      sizeBytes: content.length,
      sha256: sha256Hex(content),
    })),
  }
}

async function readSpec(path: string, locale: CliLocale, fail: Fail): Promise<RenderSpec> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw fail('specUnreadable', { file: path })
  })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw fail('specNotJson', { file: path, detail: error instanceof Error ? error.message : '' })
  }
  const result = readRenderSpec(json, instantFrom(Date.now()), entryWords[locale])
  if (!result.ok) throw specError(locale, result.problems)
  return result.spec
}

async function finished(input: BaseInput, fail: Fail): Promise<Uint8Array> {
  try {
    return await finalizeBase(input)
  } catch (error) {
    throw error instanceof PdfError ? fail('notFinished', { detail: error.message }) : error
  }
}

async function versionOfProgram(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(MANIFEST, 'utf8'))
  return (manifest as { readonly version: string }).version
}
