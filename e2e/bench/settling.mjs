// How fast a run comes back after what happened to its link, from the bytes that the client's socket got.

const WINDOW_SECONDS = 1
const TOLERANCE = 0.1
const GRACE_SECONDS = 3
/** Of 1514 bytes on the line 1448 are the connection's; the rest are the headers of Ethernet, IP and TCP. */
export const PAYLOAD_PART = 1448 / 1514

/**
 * @param {{slotMillis: number, slots: number[], startNanos: string}} wire bytes in slots of time
 * @param {{atNanos: string, lasting: number}} event
 * @param {bigint} loadedNanos when the last chunk had come: later the link is not full any more
 * @param {number} bytesPerSecond what the link carries from then on
 * @returns `settledAfterSeconds` until a whole second brought what the link carries, up to a tenth; `ratio` of what came from
 *   3 s after the event's end until the last chunk to what the link carries; null where there was no time for it
 */
export function settling (wire, event, loadedNanos, bytesPerSecond) {
  const slotSeconds = wire.slotMillis / 1000
  const seconds = (nanos) => Number(BigInt(nanos) - BigInt(wire.startNanos)) / 1e9
  const from = seconds(event.atNanos) + event.lasting
  const loaded = seconds(loadedNanos)
  const rate = (start, end) => {
    const [first, last] = [Math.round(start / slotSeconds), Math.round(end / slotSeconds)]
    return wire.slots.slice(first, last).reduce((sum, bytes) => sum + bytes, 0) / ((last - first) * slotSeconds)
  }
  let settledAfterSeconds = null
  for (let end = from + WINDOW_SECONDS; end <= loaded; end += slotSeconds) {
    if (Math.abs(rate(end - WINDOW_SECONDS, end) / bytesPerSecond - 1) > TOLERANCE) continue
    settledAfterSeconds = round(end - from)
    break
  }
  const steady = from + GRACE_SECONDS
  return { settledAfterSeconds, ratio: loaded - steady < WINDOW_SECONDS ? null : round(rate(steady, loaded) / bytesPerSecond) }
}

function round (value) {
  return Math.round(value * 1000) / 1000
}
