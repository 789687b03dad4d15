const faces = [
  { file: 'Tinos-Regular.ttf', weight: 400, style: 'normal' },
  { file: 'Tinos-Bold.ttf', weight: 700, style: 'normal' },
  { file: 'Tinos-Italic.ttf', weight: 400, style: 'italic' },
  { file: 'Tinos-BoldItalic.ttf', weight: 700, style: 'italic' },
] as const

/** The `fonts` of `officialPage` for `pdf.render`; main serves the files to a page being printed under `/fonts/`. */
export const printFonts: string = faces
  .map(
    ({ file, weight, style }) =>
      `@font-face{font-family:Tinos;font-weight:${weight};font-style:${style};font-display:block;src:url(/fonts/${file}) format('truetype')}`,
  )
  .join('')
