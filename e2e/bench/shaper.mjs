// One direction of the relay: a bounded queue in front of a slow hop, and the way to the other end behind it.

/** As much as a path holds at most: it bounds what a fast sender can put on a long way. */
const UNDER_WAY_MAX = 16 << 20

/** What a slow hop does to bytes. All times are given, in milliseconds on any clock that does not go back. */
export class Shaper {
  #bytesPerMilli
  #delayMillis
  #capacity
  #waiting = []
  #waitingBytes = 0
  #underWay = []
  #underWayBytes = 0
  /** Bytes that the hop had time for and has not passed yet. */
  #credit = 0
  #at
  #stalledUntil = -Infinity

  /**
   * @param {{bitsPerSecond?: number, bufferBytes?: number, delayMillis?: number}} hop a rate of 0 is none
   * @param {number} now
   */
  constructor ({ bitsPerSecond = 0, bufferBytes = 65_536, delayMillis = 0 }, now) {
    this.#delayMillis = delayMillis
    this.#capacity = bufferBytes
    this.#at = now
    this.rate(bitsPerSecond, now)
  }

  /** Whether more is to be read; what was read already is taken all the same. */
  get open () {
    return this.#waitingBytes < this.#capacity && this.#underWayBytes < UNDER_WAY_MAX
  }

  /** Bytes in front of the hop. */
  get waitingBytes () {
    return this.#waitingBytes
  }

  get idle () {
    return this.#waiting.length === 0 && this.#underWay.length === 0
  }

  /** From now on the hop takes this rate; 0 for none. */
  rate (bitsPerSecond, now) {
    if (this.#bytesPerMilli !== undefined) this.#advance(now)
    this.#bytesPerMilli = bitsPerSecond > 0 ? bitsPerSecond / 8000 : Infinity
  }

  /** Nothing passes the hop for so long. */
  stall (millis, now) {
    this.#advance(now)
    this.#stalledUntil = Math.max(this.#stalledUntil, now + millis)
  }

  accept (bytes, now) {
    this.#advance(now)
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
  }

  /** What arrives at the other end by `now`, in order. */
  due (now) {
    this.#advance(now)
    let count = 0
    while (this.#underWay[count]?.at <= now) this.#underWayBytes -= this.#underWay[count++].bytes.length
    return this.#underWay.splice(0, count).map(({ bytes }) => bytes)
  }

  #advance (now) {
    const working = now - Math.min(now, Math.max(this.#at, this.#stalledUntil))
    this.#at = now
    if (this.#waiting.length === 0) return
    if (this.#bytesPerMilli < Infinity) this.#credit += working * this.#bytesPerMilli
    else this.#credit = now >= this.#stalledUntil ? Infinity : 0
    while (this.#waiting.length > 0 && this.#credit >= 1) this.#pass(now)
    // A hop that has nothing to do saves nothing up.
    if (this.#waiting.length === 0 || this.#credit === Infinity) this.#credit = 0
  }

  /** Lets the hop take as much of the first bytes as it had time for. */
  #pass (now) {
    const [first] = this.#waiting
    const count = Math.min(first.length, Math.floor(this.#credit))
    if (count === first.length) this.#waiting.shift()
    else this.#waiting[0] = first.subarray(count)
    this.#waitingBytes -= count
    this.#credit -= count
    this.#underWayBytes += count
    this.#underWay.push({ bytes: first.subarray(0, count), at: now + this.#delayMillis })
  }
}
