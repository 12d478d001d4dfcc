// Records one client's connection: its world, its bytes and the ages of what it got.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Measures } from './measures.mjs'
import { percentiles } from './percentiles.mjs'
import { Pings } from './pings.mjs'
import { STAMP_ENTITY, Stamps } from './stamps.mjs'
import { WireMeter } from './wire.mjs'
import { World } from './world.mjs'

const MILESTONES = [1, 9, 81, 441]
/** What a view distance of 10 wants. */
const WANTED_CHUNKS = 441
const LOOP_RESOLUTION_MILLIS = 5
const TEXTS = new Set(['system_chat', 'player_chat', 'profileless_chat'])

export class Recorder {
  world = new World()
  wire = new WireMeter()
  stamps = new Stamps()
  undecoded = []
  /** When the last packet about a creature came; players and the stamp entity are none. */
  lastCreatureNanos = 0n
  /** The server's pings in order, a plugin's among them: `id`, and `millis` of their arrival by the clock of `startMillis`. */
  serverPings = []
  #frameBytes = []
  #chunkWireBytes = []
  #joined
  #milestones = {}
  #firstChunk
  #lastChunk
  #loopDelay = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MILLIS })
  #measures

  /**
   * Starts to listen; call it right after joining, before the first byte.
   * @param {{wantedChunks?: number, pingMillis?: number}} [options] `pingMillis`: how often the server is pinged; never without it
   */
  constructor (client, { wantedChunks = WANTED_CHUNKS, pingMillis } = {}) {
    this.#measures = new Measures({
      stamps: this.stamps,
      pings: pingMillis && new Pings(client, pingMillis),
      wire: this.wire,
      wantedChunks
    })
    this.#loopDelay.enable()
    client.socket.on('data', (chunk) => this.wire.count(chunk.length, process.hrtime.bigint()))
    client.on('undecoded', ({ message }) => this.undecoded.push(message))
    // One frame makes one packet, in order; its size is what the packet took on the wire, without the length before it.
    client.splitter.on('data', (frame) => this.#frameBytes.push(frame.length))
    client.on('packet', (data, { name, state }, buffer) => {
      const wireBytes = this.#frameBytes.shift()
      if (state === 'play') this.#accept(name, data, buffer, wireBytes)
    })
  }

  #accept (name, data, buffer, wireBytes) {
    const now = process.hrtime.bigint()
    if (name === 'login') this.#join(now)
    const lines = this.world.chat.length
    this.world.accept(name, data, buffer)
    const text = TEXTS.has(name) && this.world.chat.length > lines ? this.world.chat.at(-1) : undefined
    this.stamps.accept(name, data, text, now)
    if (name === 'map_chunk') this.#chunk(now, wireBytes)
    if (name === 'ping') this.serverPings.push({ id: data.id, millis: Number(now) / 1e6 })
    this.#measures.accept(name, now, this.world.chunks.size)
    const about = data?.entityId // A bundle delimiter has no data.
    if (about !== STAMP_ENTITY && this.world.entities.isCreature(about)) this.lastCreatureNanos = now
  }

  #join (now) {
    this.#joined ??= now
    this.#loopDelay.reset() // What it takes to get this far is no matter of the link.
  }

  #chunk (now, wireBytes) {
    this.#firstChunk ??= now
    this.#lastChunk = now
    this.#chunkWireBytes.push(wireBytes)
    const { size } = this.world.chunks
    if (MILESTONES.includes(size)) this.#milestones[size] ??= this.#sinceStart(now)
  }

  /** Milliseconds since the play phase began: by the server's stamp, or by the login packet's arrival. */
  #sinceStart (now) {
    const start = this.stamps.startNanos ?? this.#joined
    return start === undefined ? null : Number(now - start) / 1e6
  }

  /** Bytes a second on the socket from the first chunk to the last. */
  #loadingRate () {
    if (!(this.#lastChunk > this.#firstChunk)) return null
    return this.wire.between(this.#firstChunk, this.#lastChunk) / (Number(this.#lastChunk - this.#firstChunk) / 1e9)
  }

  report () {
    const { world, wire, stamps, undecoded } = this
    return {
      ...world.snapshot(),
      chunkCount: world.chunks.size,
      chunkPackets: world.chunks.received,
      chunkMillis: this.#milestones,
      chunkWireBytes: percentiles(this.#chunkWireBytes),
      firstChunkMillis: this.#firstChunk === undefined ? null : this.#sinceStart(this.#firstChunk),
      lastChunkMillis: this.#lastChunk === undefined ? null : this.#sinceStart(this.#lastChunk),
      spawnsBeforeChunk: world.spawnsBeforeChunk,
      bundles: { count: world.bundles.count, empty: world.bundles.empty, spawnsOutside: world.bundles.spawnsOutside },
      chat: world.chat,
      chatStampsInOrder: stamps.chatInOrder,
      actionBars: world.actionBars,
      orphans: { count: world.orphans.count, first: world.orphans.first },
      undecoded,
      packets: world.packets,
      serverPings: this.serverPings,
      wire: wire.snapshot(),
      loadingBytesPerSecond: this.#loadingRate(),
      stamps: stamps.summary(),
      stampsWhileLoading: stamps.summary(this.#lastChunk ?? 0n),
      eventLoopDelayMillis: this.#loopDelays(),
      ...this.#measures.report(process.hrtime.bigint())
    }
  }

  /** By how much this process's own timers were late. */
  #loopDelays () {
    const late = (nanos) => Math.max(0, nanos / 1e6 - LOOP_RESOLUTION_MILLIS)
    const at = (percent) => late(this.#loopDelay.percentile(percent))
    return { p50: at(50), p95: at(95), p99: at(99), max: late(this.#loopDelay.max) }
  }
}

/** JSON of a report; whole numbers beyond a double's are strings. */
export function toJson (value) {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part))
}
