import { initialsField, RouteField } from '#shared/pdf/route-fields.ts'
import { drawLetter, type LetterPage } from './draw-letter.ts'
import { loadLetterFonts } from './letter-fonts.ts'
import { PageCanvas } from './page-canvas.ts'
import { embedFont, PlainPdf, textString } from './plain-pdf.ts'

/** A place for a signature: the number of its object, and what must be said of it again when it is signed. */
export interface SignaturePlace {
  readonly object: number
  /** The entries of its dictionary but `V`, as they stand in the file. */
  readonly entries: string
}

/** A page with its open signature fields, in the order they are signed. */
export interface UnsignedLetter {
  readonly bytes: Uint8Array
  readonly initials: SignaturePlace
  readonly leader: SignaturePlace
  readonly seal: SignaturePlace
}

const INITIALS_BOX = '290 60 320 75'
const LEADER_BOX = '350 190 520 255'
const SEAL_BOX = '325 175 415 265'

/** Lays out one page in the manner of Decree 30, Annex I. */
export async function letterPage(letter: LetterPage): Promise<UnsignedLetter> {
  const canvas = new PageCanvas(await loadLetterFonts())
  drawLetter(canvas, letter)
  const pdf = new PlainPdf()
  const regular = embedFont(pdf, canvas.fonts.regular, 'AAAAAA+Tinos', canvas.texts.regular)
  const bold = embedFont(pdf, canvas.fonts.bold, 'AAAAAB+Tinos-Bold', canvas.texts.bold)
  const content = canvas.content((face, text) => (face === 'bold' ? bold : regular).glyphs(text))
  const contents = pdf.stream('', Buffer.from(content, 'latin1'))
  const empty = pdf.stream('/Type/XObject/Subtype/Form/BBox[0 0 10 10]', new Uint8Array())
  const page = pdf.reserve()
  const pages = pdf.add(`<</Type/Pages/Kids[${page} 0 R]/Count 1>>`)
  const place = (name: string, box: string): SignaturePlace => {
    const entries = `/Type/Annot/Subtype/Widget/FT/Sig/T(${name})/Rect[${box}]/F 132/P ${page} 0 R/AP<</N ${empty} 0 R>>`
    return { object: pdf.add(`<<${entries}>>`), entries }
  }
  const initials = place(initialsField(1), INITIALS_BOX)
  const leader = place(RouteField.leader, LEADER_BOX)
  const seal = place(RouteField.seal, SEAL_BOX)
  const fields = `[${initials.object} 0 R ${leader.object} 0 R ${seal.object} 0 R]`
  pdf.set(
    page,
    `<</Type/Page/Parent ${pages} 0 R/MediaBox[0 0 595.28 841.89]/Contents ${contents} 0 R/Annots${fields}` +
      `/Resources<</Font<</regular ${regular.object} 0 R/bold ${bold.object} 0 R>>>>>>`,
  )
  const root = pdf.add(
    `<</Type/Catalog/Pages ${pages} 0 R/Lang(vi)/AcroForm<</Fields${fields}/SigFlags 3>>>>`,
  )
  const info = pdf.add(`<</Title${textString(`${letter.code} ${letter.subject}`)}>>`)
  return { bytes: pdf.bytes(root, info), initials, leader, seal }
}
