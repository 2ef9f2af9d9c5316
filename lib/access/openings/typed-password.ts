/**
 * A password on its way to being checked. It has no text of its own: the digest of an act's input, a draft or a log that is
 * made of it holds '[password]'.
 */
export class TypedPassword {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }

  reveal(): string {
    return this.#text
  }

  toJSON(): string {
    return '[password]'
  }

  toString(): string {
    return '[password]'
  }
}
