/**
 * The last segment of a name that others gave, safe to show and to offer for saving: no folders, no control characters, none that turn the
 * direction of writing (`…\u202Efdp.exe` reads as `…exe.pdf`); at most 255 UTF-16 units, never empty.
 */
export function plainFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '').slice(-255)
  return plain === '' || plain === '.' || plain === '..' ? '_' : plain
}
