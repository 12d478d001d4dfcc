// What a client measures of its link, while its chunks come and after, and over time.
import { agesOfInformation } from './information.mjs'
import { percentiles } from './percentiles.mjs'
import { Slots } from './slots.mjs'

const SERIES_MILLIS = 100
const UPDATES = new Set(['rel_entity_move', 'entity_look', 'entity_move_look', 'sync_entity_position', 'entity_teleport',
  'entity_head_rotation', 'entity_velocity'])

/** The measurements of one client. All times are `process.hrtime.bigint()`. */
export class Measures {
  #stamps
  #pings
  #wire
  #wantedChunks
  #updates = new Slots()
  #chunkTimes = []
  #joined
  #loaded

  /**
   * @param {import('./stamps.mjs').Stamps} stamps
   * @param {import('./pings.mjs').Pings | undefined} pings
   * @param {import('./wire.mjs').WireMeter} wire
   * @param {number} wantedChunks with how many chunks the loading is over
   */
  constructor ({ stamps, pings, wire, wantedChunks }) {
    this.#stamps = stamps
    this.#pings = pings
    this.#wire = wire
    this.#wantedChunks = wantedChunks
  }

  /** Whether all wanted chunks have come. */
  get loaded () {
    return this.#loaded !== undefined
  }

  /** @param {number} heldChunks how many the client has now */
  accept (name, now, heldChunks) {
    if (name === 'login') this.#joined ??= now
    if (UPDATES.has(name)) this.#updates.count(1, now)
    if (name !== 'map_chunk') return
    this.#chunkTimes.push(now)
    if (heldChunks >= this.#wantedChunks) this.#loaded ??= now
  }

  /** What was measured up to `now`, by phase and over time. */
  report (now) {
    const start = this.#stamps.startNanos ?? this.#joined ?? now
    const end = this.#loaded ?? now
    return {
      loading: { ...this.#phase(start, end), goodputBytesPerSecond: this.#goodput(end) },
      after: this.#phase(end + 1n, now),
      loadedMillis: this.loaded ? Number(end - start) / 1e6 : null,
      unansweredPings: this.#pings?.unanswered ?? 0,
      startMillis: Number(start) / 1e6,
      series: this.#series(start, now)
    }
  }

  #phase (from, to) {
    const seconds = Math.max(0, Number(to - from) / 1e9)
    const ages = (arrivals) => percentiles(within(arrivals, from, to).map(({ age }) => age))
    return {
      seconds,
      entityAgeMillis: ages(this.#stamps.arrivals.entity),
      ageOfInformationMillis: ages(this.#information(from, to)),
      chatMillis: ages(this.#stamps.arrivals.chat),
      pingMillis: ages(this.#pings?.arrivals ?? []),
      updatesPerSecond: rate(this.#updates.between(from, to), seconds),
      goodputBytesPerSecond: rate(this.#wire.between(from, to), seconds)
    }
  }

  /** Bytes a second on the socket from the first chunk to the last wanted one, or to the end. */
  #goodput (end) {
    const [first] = this.#chunkTimes
    return first === undefined ? null : rate(this.#wire.between(first, end), Number(end - first) / 1e9)
  }

  #information (from, to) {
    return agesOfInformation(this.#stamps.arrivals.entity, from, to)
  }

  /** Every 100 ms: what arrived since, the largest ages of it, and what was known then. */
  #series (start, end) {
    const step = BigInt(SERIES_MILLIS) * 1_000_000n
    const columns = {
      entityAgeMillis: largest(this.#stamps.arrivals.entity, start, step),
      ageOfInformationMillis: largest(this.#information(start, end), start, step),
      chatMillis: largest(this.#stamps.arrivals.chat, start, step),
      pingMillis: largest(this.#pings?.arrivals ?? [], start, step)
    }
    const series = []
    let chunks = 0
    for (let at = start, i = 0; at + step <= end; at += step, i++) {
      while (this.#chunkTimes[chunks] < at + step) chunks++
      const row = { t: i * SERIES_MILLIS, wireBytes: this.#wire.between(at, at + step), chunks }
      for (const [name, column] of Object.entries(columns)) row[name] = column.get(i) ?? null
      series.push(row)
    }
    return series
  }
}

function within (arrivals, from, to) {
  return arrivals.filter(({ now }) => now >= from && now <= to)
}

function rate (amount, seconds) {
  return seconds > 0 ? amount / seconds : null
}

/** The largest age by number of the step from `start`. */
function largest (arrivals, start, step) {
  const slots = new Map()
  for (const { now, age } of arrivals) {
    const slot = Number((now - start) / step)
    if (now >= start) slots.set(slot, Math.max(slots.get(slot) ?? 0, age))
  }
  return slots
}
