// Something that comes over time, counted in slots.

/** Sums amounts in slots of equal length from the first one on. */
export class Slots {
  #slots = []
  #millis
  #start
  total = 0

  constructor (millis = 50) {
    this.#millis = millis
  }

  get millis () {
    return this.#millis
  }

  /** When the first amount came; undefined before it did. */
  get startNanos () {
    return this.#start
  }

  /** @param {bigint} nanos when it came; never earlier than the one before */
  count (amount, nanos) {
    this.#start ??= nanos
    const slot = this.#slot(nanos)
    this.#slots[slot] = (this.#slots[slot] ?? 0) + amount
    this.total += amount
  }

  /** Amounts by slot, idle slots included. */
  get slots () {
    return Array.from(this.#slots, (amount) => amount ?? 0)
  }

  /** The sum from one time to another, to the slot. */
  between (fromNanos, toNanos) {
    if (this.#start === undefined) return 0
    const [from, to] = [fromNanos, toNanos].map((nanos) => Math.max(0, this.#slot(nanos)))
    return this.slots.slice(from, to).reduce((sum, amount) => sum + amount, 0)
  }

  #slot (nanos) {
    return Math.floor(Number(nanos - this.#start) / (this.#millis * 1e6))
  }
}
