const faces = [
  { file: 'Tinos-Regular.ttf', weight: 400, style: 'normal' },
  { file: 'Tinos-Bold.ttf', weight: 700, style: 'normal' },
  { file: 'Tinos-Italic.ttf', weight: 400, style: 'italic' },
  { file: 'Tinos-BoldItalic.ttf', weight: 700, style: 'italic' },
] as const

/** Font files that main serves to a page being printed, under `/fonts/`. */
export const printFontFiles: readonly string[] = faces.map(({ file }) => file)

/** The `fonts` of `officialPage` for `pdf.render`. */
export const printFonts: string = faces
  .map(
    ({ file, weight, style }) =>
      `@font-face{font-family:Tinos;font-weight:${weight};font-style:${style};font-display:block;src:url(/fonts/${file}) format('truetype')}`,
  )
  .join('')
