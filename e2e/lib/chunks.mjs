// The chunks that a client holds.
import { createHash } from 'node:crypto'

/** The vanilla client keeps chunks up to this far beyond its view distance and ignores the others. */
const MARGIN = 3

/**
 * What a chunk packet says, however far it was decoded. Its height maps are a map: two servers may send them in two orders.
 * @param {Buffer} raw the whole packet: id, x and z, the height maps, everything else
 */
export function fingerprint (raw) {
  const count = varint(raw, varint(raw, 0).end + 8)
  let at = count.end
  const maps = []
  for (let i = 0; i < count.value; i++) {
    const type = varint(raw, at)
    const longs = varint(raw, type.end)
    const end = longs.end + 8 * longs.value
    maps.push(raw.subarray(at, end))
    at = end
  }
  const hash = createHash('sha1').update(raw.subarray(0, count.end))
  for (const map of maps.sort(Buffer.compare)) hash.update(map)
  return hash.update(raw.subarray(at)).digest('hex')
}

function varint (buffer, from) {
  let value = 0
  for (let at = from, shift = 0; ; at++, shift += 7) {
    const byte = buffer.readUInt8(at)
    value |= (byte & 0x7f) << shift
    if (byte < 0x80) return { value, end: at + 1 }
  }
}

/** Chunks by place, with a fingerprint of their data and the block changes since. */
export class Chunks {
  #held = new Map()
  #centre = { x: 0, z: 0 }
  #radius = 2 + MARGIN
  #orphans
  /** Chunk packets so far, repeated ones included. */
  received = 0

  constructor (orphans) {
    this.#orphans = orphans
  }

  viewCentre (x, z) {
    this.#centre = { x, z }
  }

  viewDistance (chunks) {
    this.#radius = Math.max(2, chunks) + MARGIN
  }

  /** @param {Buffer} raw the whole packet */
  data (x, z, raw) {
    this.received++
    if (!this.#inRange(x, z)) {
      this.#orphans.add(`chunk ${x},${z} outside the view around ${this.#centre.x},${this.#centre.z}`)
      return
    }
    const hash = fingerprint(raw)
    this.#held.set(`${x},${z}`, { hash, bytes: raw.length, blocks: new Map() })
  }

  unload (x, z) {
    // The client forgets what leaves its range by itself; the server's word may come before or after.
    if (!this.#held.delete(`${x},${z}`) && this.#inRange(x, z)) this.#orphans.add(`unload of unknown chunk ${x},${z}`)
  }

  block (x, y, z, state) {
    const chunk = this.#chunkOf('block change', x >> 4, z >> 4)
    chunk?.blocks.set(`${x},${y},${z}`, state)
  }

  /** @param {number[]} records each a block state and a place in the section, as the protocol packs them */
  section ({ x, y, z }, records) {
    const chunk = this.#chunkOf('section change', x, z)
    for (const record of records) {
      const place = record & 0xfff
      const [blockX, blockZ, blockY] = [place >> 8, (place >> 4) & 15, place & 15]
      const at = `${(x << 4) + blockX},${(y << 4) + blockY},${(z << 4) + blockZ}`
      chunk?.blocks.set(at, Math.floor(record / 4096))
    }
  }

  /** Something else that belongs to a chunk: light, biomes, a block entity. */
  detail (what, x, z) {
    this.#chunkOf(what, x, z)
  }

  clear () {
    this.#held.clear()
  }

  has (x, z) {
    return this.#held.has(`${x},${z}`)
  }

  get size () {
    return this.#held.size
  }

  /** Each chunk's fingerprint and its changed blocks, by place. */
  snapshot () {
    const places = [...this.#held.keys()].sort()
    return Object.fromEntries(places.map((place) => {
      const { hash, bytes, blocks } = this.#held.get(place)
      const changes = Object.fromEntries([...blocks].sort(([a], [b]) => (a < b ? -1 : 1)))
      return [place, { hash, bytes, blocks: changes }]
    }))
  }

  #chunkOf (what, x, z) {
    const chunk = this.#held.get(`${x},${z}`)
    if (!chunk && this.#inRange(x, z)) this.#orphans.add(`${what} in unknown chunk ${x},${z}`)
    return chunk
  }

  #inRange (x, z) {
    return Math.abs(x - this.#centre.x) <= this.#radius && Math.abs(z - this.#centre.z) <= this.#radius
  }
}
