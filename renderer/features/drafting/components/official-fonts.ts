import bold from '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf?url'
import boldItalic from '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf?url'
import italic from '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf?url'
import regular from '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf?url'

const face = (url: string, weight: number, style: string): string =>
  `@font-face { font-family: Tinos; font-weight: ${weight}; font-style: ${style}; src: url('${url}'); }`

/** Tinos (metrics of Times New Roman, all Vietnamese letters) for the paper, on screen and in print. */
export const tinosFaces = [
  face(regular, 400, 'normal'),
  face(italic, 400, 'italic'),
  face(bold, 700, 'normal'),
  face(boldItalic, 700, 'italic'),
].join('\n')
