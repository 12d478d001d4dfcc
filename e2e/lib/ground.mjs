// Where the ground is, from the height maps that come with chunks.

const MOTION_BLOCKING = 4
const BITS = 9n
const VALUES_PER_LONG = 7
const MASK = (1n << BITS) - 1n

/** Remembers the height of the ground in the chunks that a client has. */
export class Ground {
  #minY
  #heights = new Map()

  /** @param {number} minY the lowest block of the world */
  constructor (minY = -64) {
    this.#minY = minY
  }

  chunk ({ x, z, heightmaps }) {
    const map = heightmaps.find(({ type }) => type === MOTION_BLOCKING || type === 'motion_blocking')
    if (map) this.#heights.set(`${x},${z}`, map.data)
  }

  unload ({ chunkX, chunkZ }) {
    this.#heights.delete(`${chunkX},${chunkZ}`)
  }

  /** The height to stand at, or undefined where the client has no chunk. */
  at (x, z) {
    const [blockX, blockZ] = [Math.floor(x), Math.floor(z)]
    const longs = this.#heights.get(`${blockX >> 4},${blockZ >> 4}`)
    if (!longs || longs.length === 0) return undefined
    const index = (blockZ & 15) * 16 + (blockX & 15)
    const long = BigInt.asUintN(64, BigInt(longs[Math.floor(index / VALUES_PER_LONG)]))
    return Number((long >> (BITS * BigInt(index % VALUES_PER_LONG))) & MASK) + this.#minY
  }
}
