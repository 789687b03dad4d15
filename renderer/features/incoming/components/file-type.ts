const words = {
  'application/pdf': 'pdf',
  'application/msword': 'word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word',
  'application/vnd.oasis.opendocument.text': 'word',
  'application/rtf': 'word',
  'application/vnd.ms-excel': 'sheet',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'sheet',
  'application/vnd.oasis.opendocument.spreadsheet': 'sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'slides',
  'application/vnd.oasis.opendocument.presentation': 'slides',
  'application/x-ole-storage': 'office',
  'application/zip': 'archive',
  'application/vnd.rar': 'archive',
  'application/x-7z-compressed': 'archive',
  'application/gzip': 'archive',
  'application/edxml+xml': 'edxml',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'text/html': 'html',
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/gif': 'image',
  'image/tiff': 'image',
  'image/bmp': 'image',
  'image/webp': 'image',
  'text/plain': 'text',
  'application/x-msdownload': 'program',
  'application/x-empty': 'empty',
} as const

/** What people call a kind of file; the id of its words. */
export function fileTypeWord(mediaType: string): (typeof words)[keyof typeof words] | 'other' {
  return Object.hasOwn(words, mediaType) ? words[mediaType as keyof typeof words] : 'other'
}
