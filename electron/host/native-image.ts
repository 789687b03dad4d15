/** A PNG from the engine. */
export class NativeImage {
  #png: Buffer

  constructor(png: Buffer) {
    this.#png = png
  }

  toPNG(): Buffer {
    return this.#png
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.#png.toString('base64')}`
  }

  isEmpty(): boolean {
    return this.#png.length === 0
  }

  /** From the IHDR chunk. */
  getSize(): { width: number; height: number } {
    return { width: this.#png.readUInt32BE(16), height: this.#png.readUInt32BE(20) }
  }
}
