// Bundles arrive whole and hold nothing foreign.

/** Follows the bundle delimiters of a stream. A bundle that spawns an entity is about that entity alone. */
export class Bundles {
  #open = false
  #spawned
  #packets = 0
  #orphans
  /** Bundles so far, and how many of them were empty. */
  count = 0
  empty = 0
  /** Spawns that came on their own. */
  spawnsOutside = 0

  constructor (orphans) {
    this.#orphans = orphans
  }

  accept (name, data) {
    if (name === 'bundle_delimiter') this.#toggle()
    else if (this.#open) this.#inside(name, data)
    else if (name === 'spawn_entity') this.spawnsOutside++
  }

  #toggle () {
    this.#open = !this.#open
    if (this.#open) {
      this.count++
      this.#packets = 0
      this.#spawned = new Set()
    } else if (this.#packets === 0) {
      this.empty++
    }
  }

  #inside (name, data) {
    this.#packets++
    if (name === 'spawn_entity') this.#spawned.add(data.entityId)
    const about = data.entityId
    if (about === undefined || (this.#spawned.size > 0 && !this.#spawned.has(about))) {
      if (name !== 'set_passengers' && name !== 'attach_entity') this.#orphans.add(`${name} inside a foreign bundle`)
    }
  }
}
