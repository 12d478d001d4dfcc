// Makes a client dig and click, and tells of the edits near it.

/** Edits so far from the block, along each axis, are told of. */
const NEAR_BLOCKS = 2

export class Digger {
  #client
  #tell
  #sequence = 0
  #place
  /** Block changes so far, wherever they were. */
  #edits = 0

  /** @param {(event: string, more: object) => void} tell is told of edits near the last block, with the time of arrival */
  constructor (client, tell) {
    this.#client = client
    this.#tell = tell
    client.on('block_change', ({ location }) => this.#edited(location))
    client.on('multi_block_change', ({ chunkCoordinates: { x, y, z }, records }) => {
      for (const record of records) {
        const [blockX, blockZ, blockY] = [(record >> 8) & 15, (record >> 4) & 15, record & 15]
        this.#edited({ x: 16 * x + blockX, y: 16 * y + blockY, z: 16 * z + blockZ })
      }
    })
  }

  /** Begins to dig, which ends at once in creative mode. */
  dig (x, y, z) {
    this.#act('block_dig', { status: 0, location: { x, y, z }, face: 1 })
  }

  /** Clicks on the block's top. */
  click (x, y, z) {
    const hit = { cursorX: 0.5, cursorY: 1, cursorZ: 0.5, insideBlock: false, worldBorderHit: false }
    this.#act('block_place', { hand: 'main_hand', location: { x, y, z }, direction: 1, ...hit })
  }

  #act (name, fields) {
    this.#place = fields.location
    this.#client.write(name, { ...fields, sequence: ++this.#sequence })
    this.#tell('acted', { at: text(this.#place), nanos: process.hrtime.bigint() })
  }

  #edited ({ x, y, z }) {
    const before = this.#edits++
    const at = this.#place
    if (at && Math.max(Math.abs(x - at.x), Math.abs(y - at.y), Math.abs(z - at.z)) <= NEAR_BLOCKS) {
      this.#tell('edit', { at: text({ x, y, z }), nanos: process.hrtime.bigint(), before })
    }
  }
}

function text ({ x, y, z }) {
  return `${x} ${y} ${z}`
}
