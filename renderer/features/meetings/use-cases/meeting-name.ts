const GATHERING = /^(?:cuộc họp|phiên họp|hội nghị|hội thảo|kỳ họp|buổi làm việc)/iu

/** A meeting inside a sentence: `cuộc họp giao ban tháng 11`, `hội nghị tổng kết năm`. */
export function nameInSentence(title: string): string {
  const name = title.trim().normalize('NFC')
  const small = name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
  if (GATHERING.test(name)) return small
  return /^họp\s/iu.test(name) ? `cuộc ${small}` : `cuộc họp về ${small}`
}
