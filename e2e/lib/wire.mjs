// Bytes on the socket over time, from the client's side.

const SLOT_MILLIS = 50

/** Counts received bytes in slots of 50 ms from the first byte on. */
export class WireMeter {
  #slots = []
  #start
  total = 0

  /** @param {bigint} nanos when the bytes were read */
  count (bytes, nanos) {
    this.#start ??= nanos
    const slot = Math.floor(Number(nanos - this.#start) / (SLOT_MILLIS * 1e6))
    this.#slots[slot] = (this.#slots[slot] ?? 0) + bytes
    this.total += bytes
  }

  /** Bytes per slot, idle slots included. */
  get slots () {
    return Array.from(this.#slots, (bytes) => bytes ?? 0)
  }

  /** Bytes from one time to another, to the slot. */
  between (fromNanos, toNanos) {
    const slot = (nanos) => Math.floor(Number(nanos - this.#start) / (SLOT_MILLIS * 1e6))
    return this.slots.slice(slot(fromNanos), slot(toNanos)).reduce((sum, bytes) => sum + bytes, 0)
  }

  /** The largest sum of bytes of any `millis` in a row. */
  peak (millis) {
    const { slots } = this
    const width = Math.max(1, Math.round(millis / SLOT_MILLIS))
    let sum = 0
    let peak = 0
    for (let i = 0; i < slots.length; i++) {
      sum += slots[i] - (slots[i - width] ?? 0)
      peak = Math.max(peak, sum)
    }
    return peak
  }

  snapshot () {
    const { total, slots } = this
    return { total, slotMillis: SLOT_MILLIS, slots, peakPerSecond: this.peak(1000), startNanos: String(this.#start ?? 0n) }
  }
}
