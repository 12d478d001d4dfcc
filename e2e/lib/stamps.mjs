// The server's `--stamps`: how old things are when they arrive. Both ends read the same monotonic clock.
import { percentiles } from './percentiles.mjs'

/** The entity whose motion is a time. */
export const STAMP_ENTITY = 1_000_000
/** Pings with larger numbers are a plugin's. */
const PING_MASK = 0x3fffffffn
const CHAT = /^S:(\d+):(\d+)$/
const START = /^T0:(\d+)$/

/** Ages in milliseconds of the stamps in chat lines, pings and the stamp entity's velocity. */
export class Stamps {
  /** By kind, in order: when a stamp came (`now`), and its `age` then in milliseconds. */
  arrivals = { chat: [], entity: [], ping: [] }
  #chatNumbers = []
  /** When the play phase began, by the server's clock; undefined before its stamp came. */
  startNanos

  /** @param {bigint} now */
  accept (name, data, text, now) {
    if (name === 'sync_entity_position' && data.entityId === STAMP_ENTITY) {
      this.#add('entity', Number(now) - data.dx, now)
    } else if (name === 'ping' && data.id >= 0 && data.id <= PING_MASK) {
      this.#add('ping', Number((now / 1000n - BigInt(data.id)) & PING_MASK) * 1000, now)
    } else if (text !== undefined) {
      this.#chat(text, now)
    }
  }

  #chat (text, now) {
    const start = START.exec(text)
    if (start) this.startNanos ??= BigInt(start[1])
    const stamp = CHAT.exec(text)
    if (!stamp) return
    this.#chatNumbers.push(Number(stamp[1]))
    this.#add('chat', Number(now - BigInt(stamp[2])), now)
  }

  #add (kind, ageNanos, now) {
    this.arrivals[kind].push({ age: ageNanos / 1e6, now })
  }

  /** Percentiles by kind, of the stamps that arrived up to `until`, or of all. */
  summary (until) {
    const summary = {}
    for (const [kind, ages] of Object.entries(this.arrivals)) {
      summary[kind] = percentiles(ages.filter(({ now }) => until === undefined || now <= until).map(({ age }) => age))
    }
    return summary
  }

  /** Whether the stamped lines came without a gap and in order. */
  get chatInOrder () {
    return this.#chatNumbers.every((number, i) => i === 0 || number === this.#chatNumbers[i - 1] + 1)
  }
}
