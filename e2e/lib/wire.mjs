// Bytes on the socket over time, from the client's side.
import { Slots } from './slots.mjs'

/** Counts received bytes in slots of 50 ms from the first byte on. */
export class WireMeter extends Slots {
  /** The largest sum of bytes of any `millis` in a row. */
  peak (millis) {
    const { slots } = this
    const width = Math.max(1, Math.round(millis / this.millis))
    let sum = 0
    let peak = 0
    for (let i = 0; i < slots.length; i++) {
      sum += slots[i] - (slots[i - width] ?? 0)
      peak = Math.max(peak, sum)
    }
    return peak
  }

  snapshot () {
    const { total, slots, millis, startNanos } = this
    return { total, slotMillis: millis, slots, peakPerSecond: this.peak(1000), startNanos: String(startNanos ?? 0n) }
  }
}
