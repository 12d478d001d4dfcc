/** Things that a stream in order never holds: a move of an unknown entity, an edit of an unknown chunk, … */
export class Orphans {
  static #KEPT = 50
  /** How many there were. */
  count = 0
  /** The first of them, in words. */
  first = []

  add (what) {
    this.count++
    if (this.first.length < Orphans.#KEPT) this.first.push(what)
  }
}
