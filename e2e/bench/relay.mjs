// A TCP relay that behaves like a slow way: for machines where no namespaces can be made, and for distance and proxies, which
// those cannot show. It ends the server's TCP, as every proxy does: the server's kernel sees the way to the relay only.
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { performance } from 'node:perf_hooks'
import { Shaper } from './shaper.mjs'

/** What is left to the client's socket before the relay stops to read; a proxy's read-ahead comes on top. */
const SOCKET_BYTES = 16_384
const PACE_MILLIS = 1

/**
 * Shapes what goes from the server to the client: `delayMillis` on each of both ways, `bitsPerSecond` (0 for none) with
 * `bufferBytes` in front of it, and `proxyBytes` that are read ahead whatever the rate. Both kernels hold some more: about
 * 64 KB that the relay has not read yet.
 */
export class Relay {
  #hop
  #to
  #server
  #ways = new Set()
  #timer

  /** @param {{host: string, port: number}} to */
  constructor (to, { delayMillis = 0, bitsPerSecond = 0, bufferBytes = 65_536, proxyBytes = 0 } = {}) {
    this.#to = to
    this.#hop = { delayMillis, bitsPerSecond, bufferBytes, proxyBytes }
    this.#server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => this.#accept(client))
  }

  /** @returns {Promise<number>} the port; 0 asks for any free one */
  async listen (host, port) {
    this.#server.listen(port, host)
    await once(this.#server, 'listening')
    return this.#server.address().port
  }

  /** Changes the rate for everyone; what waits leaves at the new one. */
  rate (bitsPerSecond) {
    this.#hop.bitsPerSecond = bitsPerSecond
    this.#shaped((shaper, now) => shaper.rate(bitsPerSecond, now))
  }

  /** Lets nothing through to the clients for so long. */
  stall (millis) {
    this.#shaped((shaper, now) => shaper.stall(millis, now))
  }

  close () {
    clearTimeout(this.#timer)
    this.#server.close()
    for (const { from, to } of this.#ways) {
      from.destroy()
      to.destroy()
    }
    this.#ways.clear()
  }

  #shaped (change) {
    for (const { shaper, shaped } of this.#ways) if (shaped) change(shaper, performance.now())
    this.#pump()
  }

  #accept (client) {
    const { delayMillis, bitsPerSecond, bufferBytes, proxyBytes } = this.#hop
    const server = connect({ ...this.#to, noDelay: true, allowHalfOpen: true })
    const now = performance.now()
    const down = new Shaper({ delayMillis, bitsPerSecond, bufferBytes: bufferBytes + proxyBytes }, now)
    this.#open({ from: server, to: client, shaper: down, shaped: true, readAhead: SOCKET_BYTES + proxyBytes })
    this.#open({ from: client, to: server, shaper: new Shaper({ delayMillis }, now), shaped: false, readAhead: SOCKET_BYTES })
  }

  #open (way) {
    const { from, to, shaper } = way
    this.#ways.add(way)
    from.on('data', (bytes) => {
      shaper.accept(bytes, performance.now())
      this.#pump()
    })
    from.once('end', () => {
      way.ended = true
      this.#pump()
    })
    from.on('error', () => {}) // What came before it is still delivered.
    from.once('close', () => {
      way.ended = true
      if (to.destroyed) this.#ways.delete(way)
      this.#pump()
    })
    to.on('drain', () => this.#pump())
  }

  /** Moves everything that is due, and comes back while something waits. */
  #pump () {
    clearTimeout(this.#timer)
    const now = performance.now()
    let waiting = false
    for (const way of this.#ways) {
      this.#move(way, now)
      waiting ||= !way.shaper.idle
    }
    if (waiting) this.#timer = setTimeout(() => this.#pump(), PACE_MILLIS)
  }

  #move (way, now) {
    const { from, to, shaper, readAhead } = way
    for (const bytes of shaper.due(now)) if (to.writable) to.write(bytes)
    if (shaper.open && to.writableLength < readAhead) from.resume()
    else from.pause()
    if (way.ended && shaper.idle) {
      if (from.errored) to.resetAndDestroy()
      else to.end()
      this.#ways.delete(way)
    }
    if (to.destroyed) {
      from.destroy()
      this.#ways.delete(way)
    }
  }
}
