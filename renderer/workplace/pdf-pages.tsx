import type { BlobRef } from '#shared/domain/blob-ref.ts'
interface PdfPagesProps {
  readonly file: BlobRef
  readonly name: string
}
export function PdfPages({ name }: PdfPagesProps) {
  return <div>{name}</div>
}
