/** What a person's or an agency's signature looks like where no scanned one is kept. */
type PictureSpec =
  | { readonly kind: 'hand'; readonly name: string; readonly isInitials: boolean }
  | { readonly kind: 'seal'; readonly organisation: string; readonly mark: string }

/** Draws signature pictures, PNG with transparent ground. Throws AppError `timed-out`. */
export interface SignaturePictures {
  draw(spec: PictureSpec): Promise<Uint8Array>
}
