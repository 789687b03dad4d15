import { currentBody, latin1, rawStream, rawUpdate, type RawObjects } from './raw-pdf.ts'
import { filledField, drawnNumber, FORM, formObjects, signRaw } from './signed-pdf.ts'
import { aSignedLetter, type SigningWorld } from './sealed-letter.ts'

/** One way to make a signed letter say something else. `sealed` is the honest file to start from. */
export interface PdfAttack {
  /** Its class in the literature or in our own list. */
  readonly name: string
  readonly apply: (sealed: Uint8Array, world: SigningWorld) => Uint8Array | Promise<Uint8Array>
}

const OTHER_TEXT = rawStream('', 'BT /F1 14 Tf 72 700 Td (Cong van so: 999) Tj ET')
const COVER = rawStream('/Type /XObject /Subtype /Form /BBox [0 0 595 842]', '1 1 1 rg 0 0 595 842 re f')
const NEW = 500
const NEWER = 501

/** An update of objects, each made from what it is now. */
function update(changes: Readonly<Record<number, string | Uint8Array | ((now: string) => string)>>) {
  return (file: Uint8Array): Uint8Array => {
    const objects: RawObjects = Object.fromEntries(
      Object.entries(changes).map(([object, change]) => [
        object,
        typeof change === 'function' ? change(currentBody(file, Number(object))) : change,
      ]),
    )
    return rawUpdate(file, objects)
  }
}

/** Object number of the value of a signed field. */
function signatureOf(file: Uint8Array, field: number): number {
  return Number(/\/V (\d+) 0 R/u.exec(currentBody(file, field))?.[1])
}

/** Rewrites the signature dictionary of the seal by an update. */
function forgeSeal(change: (dictionary: string) => string) {
  return (file: Uint8Array): Uint8Array => {
    const signature = signatureOf(file, FORM.seal)
    return update({ [signature]: change })(file)
  }
}

/** The same bytes with one text replaced by another of equal length, the last time it stands there. */
function replaceLast(file: Uint8Array, from: string, to: string): Uint8Array {
  const at = latin1(file).lastIndexOf(from)
  const copy = file.slice()
  copy.set(Buffer.from(to.padEnd(from.length).slice(0, from.length), 'latin1'), at)
  return copy
}

const byteRange = /\/ByteRange \[[^\]]*\]/u

/** Content of pages changed after signing (incremental saving attacks). */
export const CONTENT_ATTACKS: readonly PdfAttack[] = [
  { name: 'isa-content', apply: update({ [FORM.content]: OTHER_TEXT }) },
  {
    name: 'isa-content-moved',
    apply: update({
      [FORM.page]: (now) => now.replace('/Contents 4 0 R', `/Contents ${NEW} 0 R`),
      [NEW]: OTHER_TEXT,
    }),
  },
  { name: 'isa-rmpage', apply: update({ [FORM.pages]: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' }) },
  {
    name: 'isa-page-swapped',
    apply: update({
      [FORM.pages]: (now) => now.replace('3 0 R 12 0 R', `${NEW} 0 R 12 0 R`),
      [NEW]: formObjects()[12] ?? '',
    }),
  },
  { name: 'isa-font', apply: update({ [FORM.font]: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' }) },
  {
    name: 'isa-page-box',
    apply: update({ [FORM.page]: (now) => now.replace('0 0 595 842', '0 200 595 842') }),
  },
  { name: 'isa-free-content', apply: (file) => rawUpdate(file, {}, { free: [FORM.content] }) },
  { name: 'isa-free-annotation', apply: (file) => rawUpdate(file, {}, { free: [FORM.number] }) },
  {
    name: 'isa-catalog-swapped',
    apply: (file) =>
      rawUpdate(
        file,
        {
          [NEW]: `<< /Type /Catalog /Pages ${NEWER} 0 R /AcroForm 6 0 R >>`,
          [NEWER]: '<< /Type /Pages /Kids [12 0 R] /Count 1 >>',
        },
        { trailer: `/Root ${NEW} 0 R` },
      ),
  },
  {
    name: 'isa-action',
    apply: update({
      [FORM.catalog]: (now) => now.replace('<< ', '<< /OpenAction << /S /JavaScript /JS (x) >> '),
    }),
  },
  {
    name: 'isa-layers',
    apply: update({
      [FORM.catalog]: (now) => now.replace('<< ', '<< /OCProperties << /OCGs [] /D << >> >> '),
    }),
  },
  {
    name: 'isa-generation',
    apply: (file) => {
      const forged = latin1(rawUpdate(file, { [FORM.content]: OTHER_TEXT }))
      return Buffer.from(forged.replace(/4 0 obj(?![\s\S]*4 0 obj)/u, '4 1 obj'), 'latin1')
    },
  },
  {
    name: 'shadow-repointed',
    apply: (file) =>
      rawUpdate(
        file,
        {},
        { offsets: { [FORM.content]: latin1(file).indexOf(`\n${FORM.hidden} 0 obj`) + 1 } },
      ),
  },
  {
    name: 'isa-encrypt',
    apply: (file) => rawUpdate(file, {}, { trailer: '/Encrypt << /Filter /Standard >>' }),
  },
  { name: 'isa-hybrid', apply: hybridUpdate },
]

/** A table that changes nothing, with a hidden cross-reference stream beside it that does. */
function hybridUpdate(file: Uint8Array): Uint8Array {
  const streamed = rawUpdate(file, { [FORM.content]: OTHER_TEXT }, { xrefStream: true })
  const offset = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(latin1(streamed).slice(-200))?.[1] ?? ''
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(latin1(file).slice(-200))?.[1] ?? ''
  const table = 'xref\n0 1\n0000000000 65535 f \n4 1\n0000000000 00000 f \n'
  const trailer = `trailer\n<< /Size 600 /Root 1 0 R /Prev ${previous} /XRefStm ${offset} >>\nstartxref\n${streamed.length}\n%%EOF\n`
  return Uint8Array.from(Buffer.concat([streamed, Buffer.from(table + trailer, 'latin1')]))
}

/** Things laid over the page, and forms changed (annotation and widget attacks). */
export const OVERLAY_ATTACKS: readonly PdfAttack[] = [
  {
    name: 'eaa-annot',
    apply: update({
      [FORM.page]: (now) => now.replace('11 0 R]', `11 0 R ${NEW} 0 R]`),
      [NEW]: `<< /Type /Annot /Subtype /FreeText /Rect [0 0 595 842] /Contents (x) /AP << /N ${NEWER} 0 R >> >>`,
      [NEWER]: COVER,
    }),
  },
  {
    name: 'eaa-second-page',
    apply: update({
      [FORM.secondPage]: (now) => now.replace('/Contents', `/Annots [${NEW} 0 R] /Contents`),
      [NEW]: `<< /Type /Annot /Subtype /Stamp /Rect [0 0 595 842] /AP << /N ${NEWER} 0 R >> >>`,
      [NEWER]: COVER,
    }),
  },
  { name: 'eaa-removed', apply: update({ [FORM.page]: (now) => now.replace('11 0 R]', ']') }) },
  {
    name: 'ssa-widget',
    apply: update({ [FORM.leader]: (now) => now.replace('350 120 500 180', '0 0 595 842') }),
  },
  {
    name: 'ssa-appearance',
    apply: update({
      [FORM.leader]: (now) => now.replace(/\/AP << \/N \d+ 0 R >>/u, `/AP << /N ${NEW} 0 R >>`),
      [NEW]: COVER,
    }),
  },
  {
    name: 'ssa-appearance-in-place',
    apply: (file) =>
      update({ [Number(/\/N (\d+) 0 R/u.exec(currentBody(file, FORM.seal))?.[1])]: COVER })(file),
  },
  {
    name: 'form-new-text-field',
    apply: update({
      [FORM.acroForm]: (now) => now.replace('11 0 R]', `11 0 R ${NEW} 0 R]`),
      [FORM.page]: (now) => now.replace('11 0 R]', `11 0 R ${NEW} 0 R]`),
      [NEW]: `<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /V (999) /Rect [100 690 200 710] /AP << /N ${NEWER} 0 R >> >>`,
      [NEWER]: COVER,
    }),
  },
  {
    name: 'form-unsigned-signature-field',
    apply: update({
      [FORM.acroForm]: (now) => now.replace('11 0 R]', `11 0 R ${NEW} 0 R]`),
      [FORM.page]: (now) => now.replace('11 0 R]', `11 0 R ${NEW} 0 R]`),
      [NEW]: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 595 842] /AP << /N ${NEWER} 0 R >> >>`,
      [NEWER]: COVER,
    }),
  },
  {
    name: 'form-need-appearances',
    apply: update({ [FORM.acroForm]: (now) => now.replace('<< ', '<< /NeedAppearances true ') }),
  },
  {
    name: 'form-xfa',
    apply: update({
      [FORM.acroForm]: (now) => now.replace('<< ', `<< /XFA ${NEW} 0 R `),
      [NEW]: rawStream('', '<x/>'),
    }),
  },
  {
    name: 'form-resources',
    apply: update({
      [FORM.acroForm]: (now) => now.replace('/F1 5 0 R', `/F1 ${NEW} 0 R`),
      [NEW]: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>',
    }),
  },
  {
    name: 'number-after-seal',
    apply: update({
      [FORM.number]: () => filledField('number', '999/SNV', NEW),
      [NEW]: drawnNumber('999/SNV'),
    }),
  },
  {
    name: 'number-appearance-after-seal',
    apply: update({
      [FORM.number]: (now) => now.replace(/\/N \d+ 0 R/u, `/N ${NEW} 0 R`),
      [NEW]: drawnNumber('999/SNV'),
    }),
  },
  {
    name: 'date-rectangle-after-seal',
    apply: update({ [FORM.date]: (now) => now.replace('300 690 500 710', '0 0 595 842') }),
  },
  {
    name: 'seal-taken-out',
    apply: update({ [FORM.seal]: (now) => now.replace(/\/V \d+ 0 R /u, '') }),
  },
  {
    name: 'signature-fields-taken-out',
    apply: update({
      [FORM.acroForm]: (now) => now.replace(/\/Fields \[[^\]]*\]/u, '/Fields [9 0 R 10 0 R]'),
    }),
  },
  {
    name: 'form-taken-out',
    apply: update({ [FORM.catalog]: '<< /Type /Catalog /Pages 2 0 R >>' }),
  },
  {
    name: 'signature-by-stranger-over-page',
    apply: (file, world) => coverBySignature(file, world),
  },
  {
    name: 'number-filled-without-seal',
    apply: async (_sealed, world) => {
      const signed = await aSignedLetter(world)
      const objects = { [FORM.number]: filledField('number', '999/SNV', NEW), [NEW]: drawnNumber('999/SNV') }
      return rawUpdate(signed, objects)
    },
  },
  {
    name: 'number-filled-with-a-signature-that-leaves-it-open',
    apply: async (_sealed, world) => {
      const objects = { [FORM.number]: filledField('number', '999/SNV', NEW), [NEW]: drawnNumber('999/SNV') }
      const signed = await aSignedLetter(world)
      const fieldBody = (signature: number) =>
        `<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /Rect [320 110 420 210] /F 132 /P 3 0 R /V ${signature} 0 R >>`
      return signRaw(signed, { field: 'seal', identity: world.seal, objects, fieldBody })
    },
  },
]

function coverBySignature(file: Uint8Array, world: SigningWorld): Promise<Uint8Array> {
  const number = 600
  return signRaw(file, {
    field: 'seal',
    fieldObject: number,
    identity: world.stranger,
    objects: {
      [FORM.acroForm]: currentBody(file, FORM.acroForm).replace('11 0 R]', `11 0 R ${number} 0 R]`),
      [FORM.page]: currentBody(file, FORM.page).replace('11 0 R]', `11 0 R ${number} 0 R]`),
      [NEW]: COVER,
    },
    fieldBody: (signature) =>
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 595 842] /P 3 0 R /V ${signature} 0 R /AP << /N ${NEW} 0 R >> >>`,
  })
}

/** Signature dictionaries and ranges tampered with (universal forgery and wrapping). */
export const RANGE_ATTACKS: readonly PdfAttack[] = [
  { name: 'usf-nobr', apply: forgeSeal((now) => now.replace(byteRange, '')) },
  { name: 'usf-brnull', apply: forgeSeal((now) => now.replace(byteRange, '/ByteRange null')) },
  { name: 'usf-brneg', apply: forgeSeal((now) => now.replace(byteRange, '/ByteRange [0 -1 -1 -1]')) },
  { name: 'usf-brzero', apply: forgeSeal((now) => now.replace(byteRange, '/ByteRange [0 0 0 0]')) },
  { name: 'usf-nocontents', apply: forgeSeal((now) => now.replace(/\/Contents <[0-9a-fA-F]*>/u, '')) },
  {
    name: 'usf-contents-null',
    apply: forgeSeal((now) => now.replace(/\/Contents <[0-9a-fA-F]*>/u, '/Contents null')),
  },
  {
    name: 'usf-contents-empty',
    apply: forgeSeal((now) => now.replace(/\/Contents <[0-9a-fA-F]*>/u, '/Contents <>')),
  },
  {
    name: 'usf-contents-zero',
    apply: forgeSeal((now) => now.replace(/\/Contents <[0-9a-fA-F]*>/u, `/Contents <${'00'.repeat(200)}>`)),
  },
  {
    name: 'usf-two-contents',
    apply: forgeSeal((now) => now.replace('/Contents', '/Contents <00> /Contents')),
  },
  { name: 'usf-in-place-brnull', apply: (file) => replaceRange(file, '/ByteRange null') },
  { name: 'usf-in-place-brzero', apply: (file) => replaceRange(file, '/ByteRange [0 0 0 0]') },
  { name: 'swa-dup', apply: wrapDuplicate },
  { name: 'swa-copied-signature', apply: copySignature },
  { name: 'gap-garbage', apply: (file) => replaceLast(file, '0'.repeat(400), 'ab'.repeat(200)) },
  {
    name: 'gap-object',
    apply: (file) => replaceLast(file, '0'.repeat(400), `> /V 4 0 R >> endobj 4 0 obj << >> `),
  },
  { name: 'trail-comment', apply: (file) => Buffer.concat([file, Buffer.from('% nothing to see\n')]) },
  { name: 'trail-line', apply: (file) => Buffer.concat([file, Buffer.from('\n')]) },
  {
    name: 'trail-objects',
    apply: (file) => Buffer.concat([file, Buffer.from('4 0 obj\n'), OTHER_TEXT, Buffer.from('\nendobj\n')]),
  },
  {
    name: 'trail-broken-startxref',
    apply: (file) =>
      Buffer.concat([
        file,
        Buffer.from('4 0 obj\n'),
        OTHER_TEXT,
        Buffer.from('\nendobj\nstartxref\n7\n%%EOF\n'),
      ]),
  },
  { name: 'xref-ring', apply: (file) => rawUpdate(file, {}, { trailer: `/Prev ${file.length}` }) },
  {
    name: 'cut-off',
    apply: (file) => file.slice(0, file.length - 30),
  },
]

function replaceRange(file: Uint8Array, to: string): Uint8Array {
  const ranges = [...latin1(file).matchAll(/\/ByteRange \[[^\]]*\]/gu)]
  return replaceLast(file, ranges.at(-1)?.[0] ?? '', to)
}

/** The signed second part once more behind the file, other content behind it, and a range that steps from one to the other. */
function wrapDuplicate(file: Uint8Array): Uint8Array {
  const text = latin1(file)
  const range = /\[([\d ]+)\]/u.exec(text.slice(text.lastIndexOf('/ByteRange')))?.[1] ?? ''
  const [, start = 0, end = 0, rest = 0] = range.split(' ').map(Number)
  const copied = Uint8Array.from(Buffer.concat([file, file.subarray(end, end + rest)]))
  const forged = update({ [FORM.content]: OTHER_TEXT })(copied)
  return forgeSeal((now) => now.replace(byteRange, `/ByteRange [0 ${start} ${file.length} ${rest}]`))(forged)
}

/** A second field that shows the seal's signature again after the page was changed. */
function copySignature(file: Uint8Array): Uint8Array {
  const signature = signatureOf(file, FORM.seal)
  return update({
    [FORM.acroForm]: (now) => now.replace('11 0 R]', `11 0 R ${NEW} 0 R]`),
    [FORM.page]: (now) => now.replace('11 0 R]', `11 0 R ${NEW} 0 R]`),
    [NEW]: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 595 842] /V ${signature} 0 R /AP << /N ${NEWER} 0 R >> >>`,
    [NEWER]: COVER,
  })(file)
}

/** Files prepared before signing, so that a harmless-looking update shows something else (shadow attacks). */
export const PREPARED_ATTACKS: readonly PdfAttack[] = [
  {
    name: 'shadow-dangling-annotation',
    apply: async (_sealed, world) => {
      const base = {
        [FORM.page]: formObjects()[FORM.page]?.toString().replace('11 0 R]', '11 0 R 900 0 R]') ?? '',
      }
      const signed = await aSignedLetter(world, { base })
      const stamp = '<< /Type /Annot /Subtype /Stamp /Rect [0 0 595 842] /AP << /N 901 0 R >> >>'
      return rawUpdate(signed, { 900: stamp, 901: COVER })
    },
  },
  {
    name: 'shadow-behind-the-end',
    apply: async (_sealed, world) => {
      const base = {
        [FORM.page]: formObjects()[FORM.page]?.toString().replace('11 0 R]', '11 0 R 900 0 R]') ?? '',
      }
      const offset = 200_000
      const signed = await aSignedLetter(world, { base, baseLayout: { offsets: { 900: offset } } })
      const padding = Buffer.from(' '.repeat(offset - signed.length))
      const stamp = '900 0 obj\n<< /Type /Annot /Subtype /Stamp /Rect [0 0 595 842] >>\nendobj\n'
      return Buffer.concat([signed, padding, Buffer.from(stamp)])
    },
  },
  {
    name: 'shadow-evidence-list-is-page-list',
    apply: async (_sealed, world) => {
      const base = {
        [FORM.catalog]: '<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R /DSS << /Certs 30 0 R >> >>',
        [FORM.pages]: '<< /Type /Pages /Kids 30 0 R /Count 2 >>',
        30: '[3 0 R 12 0 R]',
      }
      const signed = await aSignedLetter(world, { base })
      return rawUpdate(signed, { 30: '[12 0 R 12 0 R]' })
    },
  },
  {
    name: 'shadow-metadata-is-content',
    apply: async (_sealed, world) => {
      const base = {
        [FORM.catalog]: '<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R /Metadata 4 0 R >>',
      }
      const signed = await aSignedLetter(world, { base })
      return rawUpdate(signed, { [FORM.content]: OTHER_TEXT })
    },
  },
  {
    name: 'shadow-field-list-is-annotation-list',
    apply: async (_sealed, world) => {
      const base = {
        [FORM.acroForm]: '<< /Fields 30 0 R /SigFlags 3 >>',
        [FORM.pages]: '<< /Type /Pages /Kids 31 0 R /Count 2 >>',
        [FORM.page]:
          formObjects()
            [FORM.page]?.toString()
            .replace(/\/Annots \[[^\]]*\]/u, '/Annots 31 0 R') ?? '',
        30: '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R]',
        31: '[3 0 R 12 0 R]',
      }
      const signed = await aSignedLetter(world, { base })
      const body = `<< /Type /Page /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 0 0] /Parent 2 0 R /Contents 14 0 R >>`
      return rawUpdate(signed, {
        30: '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 900 0 R]',
        31: '[3 0 R 12 0 R 900 0 R]',
        900: body,
      })
    },
  },
  {
    name: 'shadow-shared-appearance',
    apply: async (_sealed, world) => {
      const base = {
        [FORM.page]:
          formObjects()
            [FORM.page]?.toString()
            .replace('/F1 5 0 R >>', '/F1 5 0 R >> /XObject << /X 15 0 R >>') ?? '',
        [FORM.content]: rawStream('', '/X Do'),
      }
      const signed = await aSignedLetter(world, { base })
      return signRaw(signed, {
        field: 'seal',
        identity: world.seal,
        objects: {
          [FORM.number]: filledField('number', '12/SNV', FORM.emptyAppearance),
          [FORM.emptyAppearance]: COVER,
        },
      })
    },
  },
]

/** Every attack that starts from the sealed letter or prepares one of its own. */
export const PDF_ATTACKS: readonly PdfAttack[] = [
  ...CONTENT_ATTACKS,
  ...OVERLAY_ATTACKS,
  ...RANGE_ATTACKS,
  ...PREPARED_ATTACKS,
]
