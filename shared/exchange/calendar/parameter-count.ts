/** Counts the parameters of one content line (RFC 5545, 3.1) over its folded pieces: what stands after `;` before the first `:` that is not quoted. */
export class ParameterCount {
  #count = 0
  #isQuoted = false
  #isValue = false

  get count(): number {
    return this.#count
  }

  /** Goes on with the next piece of the line; costs nothing more once the value has begun. */
  add(text: string, from: number, to: number): void {
    for (let at = from; at < to && !this.#isValue; at += 1) {
      const unit = text[at]
      if (unit === '"') this.#isQuoted = !this.#isQuoted
      else if (!this.#isQuoted && unit === ';') this.#count += 1
      else if (!this.#isQuoted && unit === ':') this.#isValue = true
    }
  }
}
